// What another program asks with: values by name.
//
//     Arguments::from_json({{"from", "Wagner"}, {"status", {"actual", "planned"}}, {"max_hops", 4}})
//     Arguments::from_text("max_hops=4,status=actual|planned,speaker=\"Kirby, John\"")
//
// Values are kept as text and read as what a question takes. Whatever comes in is from a stranger: its size is bounded,
// and every error names the argument and what it takes.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/export/json.hpp"

namespace kith {

enum class ArgumentType { text, texts, integer, number, flag };

// What a question takes: the one definition that checks arguments, documents them and becomes a JSON Schema.
struct Parameter {
    std::string_view name;
    ArgumentType type = ArgumentType::text;
    std::string_view meaning;
    bool required = false;
    std::vector<std::string> choices{};  // of a text or of each of the texts; none: any
    double least = 0.0, most = 0.0;      // of a number; both 0: any
    std::string_view usual{};            // what stands where it is not given, in JSON; empty: nothing
};

// A question's own parameters and those it shares with others.
std::vector<Parameter> operator+(std::vector<Parameter> some, const std::vector<Parameter>& others);

class Arguments {
public:
    Arguments() = default;
    // Of an object whose values are texts, numbers, true or false, or lists of these; null is as good as not given.
    // Throws Error.
    static Arguments from_json(const Json& object);
    // Pairs by commas, values of a list by bars, a value with commas or bars in quotation marks ("" is one of those).
    // Throws Error with the column.
    static Arguments from_text(std::string_view text);

    // Adds a value to those of the name.
    Arguments& set(std::string_view name, std::string_view value);

    // Throws Error for a name that is none of the parameters, a value that is not of its type, or a missing one.
    void check(std::span<const Parameter> parameters) const;

    bool has(std::string_view name) const { return values_.contains(name); }
    // The rest is for arguments that were checked; `otherwise` where none was given.
    std::string text(std::string_view name, std::string_view otherwise = {}) const;
    std::vector<std::string> texts(std::string_view name) const;
    std::int64_t integer(std::string_view name, std::int64_t otherwise) const;
    double number(std::string_view name, double otherwise) const;
    bool flag(std::string_view name) const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
    std::size_t bytes_ = 0;
};

// The JSON Schema (2020-12) of an object of such arguments.
Json schema_of(std::span<const Parameter> parameters);

}  // namespace kith
