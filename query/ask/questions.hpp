// The questions that can be asked of a database, by name, with JSON in and JSON out. All only read.
//
//     const Store store("war.db");
//     Json answer = ask(store, "paths", Arguments::from_json({{"from", "Wagner"}, {"to", "Iran"}}));
//
// Answers have the shapes of docs/json.md, and a key "notes" where a name was ambiguous.
#pragma once

#include <span>
#include <string_view>

#include "graph/store/stop_scope.hpp"
#include "query/ask/question.hpp"

namespace kith {

std::span<const Question* const> all_questions();

// What it takes from whoever asks with JSON or SQL: its own and what all take, a timeout.
std::vector<Parameter> parameters_of(const Question& question);
// What ends a question meanwhile: the timeout among its arguments, and what would have ended it anyway.
StopScope within_timeout(const Store& store, const Arguments& completed);

// Throws Error for a name that is none of theirs.
const Question& question_named(std::string_view name);

// [{"name": "paths", "title": ..., "summary": ..., "command": "kith path", "function": "kith_path", "arguments": JSON
// Schema}, ...]
Json description_of_questions();

// "kith_rank": what it is called in SQL.
std::string function_of(const Question& question);

// The store must stand still meanwhile (CurrentStore::use). Throws Error: no such question, arguments that it does not
// take, a name that nobody goes by. What is not there (no path, no claim) is an empty list in the answer.
Json ask(const Store& store, std::string_view question, const Arguments& arguments);

}  // namespace kith
