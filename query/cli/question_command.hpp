// A command that asks a question (query/ask): its options come from the question's parameters, and what is left to
// write here is how people see the answer.
//
//     Run declare_rank(CLI::App& app) { return ask_with(app, rank_question(), answer_rank, print); }
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "query/ask/question.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"

namespace kith::cli {

// The options of a command as arguments of a question.
class QuestionOptions {
public:
    // --db, and an option, flag or place for each parameter.
    void declare(CLI::App& app, const std::vector<Parameter>& parameters);
    // Without --db there is none.
    void make_database_optional(CLI::App& app, const std::string& meaning);
    // --format, one of `formats`; the first is the default.
    void declare_format(CLI::App& app, const std::vector<std::string>& formats);

    // What was given.
    Arguments arguments() const;
    const std::string& database() const { return database_; }
    const std::string& format() const { return format_; }
    bool wants(std::string_view format) const { return format_ == format; }

private:
    struct Given {
        Parameter parameter;
        std::string label;
        std::vector<std::string> values{};
        bool is_set = false;  // of a flag
    };
    void declare(CLI::App& app, const Parameter& parameter);

    std::string database_, format_;
    std::vector<std::shared_ptr<Given>> given_;
};

// "The entity to reach": a parameter's meaning as a line of help.
std::string help_of(const Parameter& parameter);

void print_json(Json answer, const Notes& notes, Console& console);

// For an answer that is empty: what is missing, as an Error for exit_data. Nothing for others.
template <typename Answer>
using Complaint = std::function<std::optional<Error>(const Answer&)>;

// `print` writes the table; an empty answer is handed to it as well, since there may be something to say all the same.
template <typename Answer>
Run ask_with(CLI::App& app, const Question& question, Answer (*answer)(const Store&, const Arguments&, Notes&),
             std::function<void(const std::type_identity_t<Answer>&, Console&)> print,
             Complaint<std::type_identity_t<Answer>> complain = {}) {
    auto options = std::make_shared<QuestionOptions>();
    options->declare(app, question.parameters);
    options->declare_format(app, {"table", "json"});
    return [options, &question, answer, print, complain](Console& console) {
        const Store store = open_store(options->database(), console);
        Notes notes;
        const Answer found = answer(store, options->arguments().completed(question.parameters), notes);
        print_notes(notes, console);
        if (options->wants("json")) {
            print_json(json_of(found), notes, console);
        } else {
            print(found, console);
        }
        if (complain) {
            if (const auto complaint = complain(found)) throw Error(*complaint);
        }
        return exit_good;
    };
}

// A command without a table of its own: it prints the rows that SQL gives.
Run ask_for_rows(CLI::App& app, const Question& question);
void print_rows(const Columns& columns, const Rows& rows, Console& console);

}  // namespace kith::cli
