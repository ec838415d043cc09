// A question that can be asked of a database, alike from the command line, C, SQL and assistants.
//
//     const Question& rank_question();                                           // what it is, and what it takes
//     RankAnswer answer_rank(const Store&, const Arguments& completed, Notes&);  // for whoever is in C++
//
// One file a question (query/ask/rank.cpp) holds its parameters with their limits and what is usual, the answer as a
// typed value, and that value as JSON and as rows. All else is made from it: options and help of a command, the
// functions of the extension for SQLite, the tools of `kith mcp`, the list that C programs get, docs/questions.md. To
// add one write such a file and name it in questions.cpp; a table of its own (query/cli) is only needed where the rows
// are not what people want to read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/store/store.hpp"
#include "query/ask/arguments.hpp"
#include "query/ask/parameter.hpp"
#include "query/ask/rows.hpp"

namespace kith {

// Which of several entities a name was taken for.
using Notes = std::vector<std::string>;

struct Question {
    std::string_view name;       // of C, JSON and assistants: "common_neighbours"
    std::string_view command{};  // `kith common`, and kith_common in SQL; empty: part of another command
    std::string_view title;
    std::string_view summary;    // what it tells, for whoever chooses among them
    std::string_view example{};  // of the command
    std::vector<Parameter> parameters;
    Json (*json)(const Store&, const Arguments&, Notes&);  // of completed arguments
    Columns columns;                                       // of the rows
    Rows (*rows)(const Store&, const Arguments&, Notes&);
    std::string_view function{};  // in SQL, where it is not "kith_" and the command
};

// A typed answer as JSON, by its json_of; and as rows.
template <auto answer>
Json as_json(const Store& store, const Arguments& arguments, Notes& notes) {
    return json_of(answer(store, arguments, notes));
}

template <auto answer, auto rows>
Rows as_rows(const Store& store, const Arguments& arguments, Notes& notes) {
    return rows(answer(store, arguments, notes));
}

// The first of them; how many are left out.
template <typename Values>
std::size_t shorten(Values& values, std::size_t most) {
    const std::size_t left_out = values.size() > most ? values.size() - most : 0;
    values.resize(values.size() - left_out);
    return left_out;
}

}  // namespace kith
