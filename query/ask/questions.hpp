// The questions that other programs may ask of a database, by name, with JSON in and JSON out. All only read.
//
//     const Store store("war.db");
//     Json answer = ask(store, "paths", Arguments::from_json({{"from", "Wagner"}, {"to", "Iran"}}));
//
// The C library (api/kith.h) and the Model Context Protocol server (query/mcp) offer this list as it is, so that a new
// question is written once. Answers have the shapes of docs/json.md, and a key "notes" where a name was ambiguous.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "graph/store/store.hpp"
#include "query/ask/arguments.hpp"
#include "query/ask/typed_questions.hpp"

namespace kith {

struct AskableQuestion {
    std::string_view name;
    std::string_view title;
    std::string_view summary;  // what it tells, for whoever chooses among them
    std::vector<Parameter> parameters;
    Json (*answer)(const Store&, const Arguments&, Notes&);  // of checked arguments
};

std::span<const AskableQuestion> all_questions();

// [{"name": "paths", "title": ..., "summary": ..., "arguments": JSON Schema}, ...]
Json description_of_questions();

// The store must stand still meanwhile (CurrentStore::use). Throws Error: no such question, arguments that it does not
// take, a name that nobody goes by. What is not there (no path, no claim) is an empty list in the answer.
Json ask(const Store& store, std::string_view question, const Arguments& arguments);

}  // namespace kith
