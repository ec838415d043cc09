// What a question takes: the one definition that checks arguments, fills in what is usual, and becomes the options of a
// command, the options of a function in SQL, a JSON Schema and a table of the manual.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/export/json.hpp"

namespace kith {

// An entity is given by a name, or by its number ("#17", in JSON 17 as well).
enum class ArgumentType { text, texts, entity, entities, integer, number, flag };

struct Parameter {
    std::string_view name;
    ArgumentType type = ArgumentType::text;
    std::string_view meaning;
    bool required = false;
    std::vector<std::string> choices{};  // of a text or of each of the texts; none: any
    double least = 0.0, most = 0.0;      // of a number; both 0: any
    std::string_view usual{};            // what stands where it is not given, in JSON; empty: nothing
    // On a command line, where it is not "--name": "-k,--count", or "ENTITY" for an argument that has its place.
    std::string_view option{};
    std::string_view flag_for{};     // there it is a flag that stands for this value
    std::string_view placeholder{};  // "DATE"; empty: as is usual for the type
    bool is_name = false;            // of texts: they may hold commas
    int values = 0;                  // of several: exactly so many; 0: any number
    bool counts_rows = false;        // how many rows of an answer: SQL, which has LIMIT, gives all unless it is told
};

// A question's own parameters and those it shares with others.
std::vector<Parameter> operator+(std::vector<Parameter> some, const std::vector<Parameter>& others);

bool holds_several(ArgumentType type);
bool is_entity(ArgumentType type);
bool is_numeric(ArgumentType type);

// "a whole number from 1 to 20".
std::string what_it_takes(const Parameter& parameter);
bool fits(const Parameter& parameter, const std::string& value);

// The JSON Schema (2020-12) of an object of such arguments.
Json schema_of(std::span<const Parameter> parameters);

}  // namespace kith
