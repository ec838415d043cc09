// Puts every question of query/ask to a store of which nothing is known: an Error is a fair answer, all else is not.
#pragma once

#include <string>

#include "graph/error.hpp"
#include "query/ask/questions.hpp"

namespace kith::test {

// `one`, `other`: whom questions are about.
inline void ask_every_question(const Store& store, const std::string& one, const std::string& other) {
    for (const Question* question : all_questions()) {
        Arguments arguments;
        const std::string* whom = &one;
        for (const Parameter& parameter : question->parameters) {
            if (!parameter.required) continue;
            arguments.set(parameter.name, is_entity(parameter.type) ? *whom : is_numeric(parameter.type) ? "1" : "met");
            if (is_entity(parameter.type)) whom = &other;
        }
        const Arguments completed = arguments.completed(question->parameters);
        Notes notes;
        try {
            compact(question->json(store, completed, notes));
        } catch (const Error&) {
        }
        try {
            question->rows(store, completed, notes);
        } catch (const Error&) {
        }
    }
}

}  // namespace kith::test
