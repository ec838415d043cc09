#include "query/cli/question_command.hpp"

#include <CLI/Formatter.hpp>
#include <CLI/Validators.hpp>

#include "query/cli/options.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

// "-k,--count", "--max-hops", or "ENTITY" for what has its place.
std::string option_of(const Parameter& parameter) {
    if (!parameter.option.empty()) return std::string(parameter.option);
    std::string name = "--" + std::string(parameter.name);
    std::ranges::replace(name, '_', '-');
    return name;
}

bool has_place(const std::string& option) {
    return !option.starts_with('-');
}

std::string placeholder_of(const Parameter& parameter) {
    if (!parameter.placeholder.empty()) return std::string(parameter.placeholder);
    if (is_entity(parameter.type) || parameter.is_name) return "NAME";
    if (parameter.type == ArgumentType::integer) return "N";
    if (parameter.type == ArgumentType::number) return "X";
    return parameter.type == ArgumentType::texts ? "LIST" : "WORD";
}

// "20", "document".
std::string usual_in_words(const Parameter& parameter) {
    const Json usual = Json::parse(parameter.usual);
    return usual.is_string() ? usual.get<std::string>() : usual.dump();
}

// What CLI11 refuses before a database is opened; completing the arguments refuses the same.
void add_check(CLI::Option& option, const Parameter& parameter) {
    const bool is_bounded = parameter.least != parameter.most;
    if (parameter.type == ArgumentType::integer && is_bounded) {
        option.check(CLI::Range(static_cast<std::int64_t>(parameter.least), static_cast<std::int64_t>(parameter.most))
                         .description(""));
    } else if (parameter.type == ArgumentType::number && is_bounded) {
        option.check(number_between(parameter.least, parameter.most));
    } else if (parameter.type == ArgumentType::text && !parameter.choices.empty()) {
        option.check(one_of(parameter.choices));
    }
}

// "max_hops INTEGER" -> "Max hops"
std::string title_of(std::string_view column) {
    std::string title(column.substr(0, column.find(' ')));
    std::ranges::replace(title, '_', ' ');
    return with_capital(title);
}

std::string in_words(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* share = std::get_if<double>(&value)) return two_digits(*share);
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : std::string();
}

}  // namespace

std::string help_of(const Parameter& parameter) {
    const std::string help = with_capital(std::string(parameter.meaning));
    const bool may_be_repeated = (parameter.type == ArgumentType::entities || parameter.is_name) &&
                                 parameter.values == 0 && !has_place(option_of(parameter));
    return may_be_repeated ? help + "; may be repeated" : help;
}

void QuestionOptions::declare(CLI::App& app, const std::vector<Parameter>& parameters) {
    add_database_option(app, database_);
    for (const Parameter& parameter : parameters) declare(app, parameter);
}

void QuestionOptions::make_database_optional(CLI::App& app, const std::string& meaning) {
    database_.clear();
    app.get_option("--db")->description(meaning)->default_str("");
}

void QuestionOptions::declare_format(CLI::App& app, const std::vector<std::string>& formats) {
    add_format_option(app, format_, formats);
}

void QuestionOptions::declare(CLI::App& app, const Parameter& parameter) {
    const std::string option = option_of(parameter);
    const std::shared_ptr<Given> given = given_.emplace_back(std::make_shared<Given>(Given{parameter, option}));
    if (const std::size_t comma = option.find(','); comma != option.npos) given->label = option.substr(comma + 1);
    if (parameter.type == ArgumentType::flag || !parameter.flag_for.empty()) {
        app.add_flag(option, given->is_set, help_of(parameter));
        return;
    }
    CLI::Option* added = app.add_option(option, given->values, help_of(parameter))
                             ->required(parameter.required)
                             ->type_name(placeholder_of(parameter));
    if (parameter.values > 0) {
        added->expected(parameter.values);
    } else if (!holds_several(parameter.type)) {
        added->expected(1)->allow_extra_args(false);
    } else if (!has_place(option)) {
        added->allow_extra_args(false);
        if (parameter.type == ArgumentType::texts && !parameter.is_name) added->delimiter(',');
    }
    if (!parameter.usual.empty()) added->default_str(usual_in_words(parameter));
    add_check(*added, parameter);
}

Arguments QuestionOptions::arguments() const {
    Arguments arguments;
    for (const std::shared_ptr<Given>& given : given_) {
        const Parameter& parameter = given->parameter;
        arguments.call(parameter.name, given->label);
        if (given->is_set) arguments.set(parameter.name, parameter.flag_for.empty() ? "true" : parameter.flag_for);
        for (const std::string& value : given->values) arguments.set(parameter.name, value);
    }
    return arguments;
}

void print_json(Json answer, const Notes& notes, Console& console) {
    if (!notes.empty()) answer["notes"] = notes;
    console.out << indented(answer) << '\n';
}

void print_rows(const Columns& columns, const Rows& rows, Console& console) {
    if (rows.empty()) return;
    std::vector<std::string> titles;
    for (const std::string_view column : columns) titles.push_back(title_of(column));
    Table table(titles);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].ends_with(" TEXT")) table.align_right(i);
    }
    for (const Row& row : rows) {
        std::vector<std::string> cells;
        for (const Value& value : row) cells.push_back(in_words(value));
        table.add(std::move(cells));
    }
    table.print(console);
}

Run ask_for_rows(CLI::App& app, const Question& question) {
    auto options = std::make_shared<QuestionOptions>();
    options->declare(app, question.parameters);
    options->declare_format(app, {"table", "json"});
    return [options, &question](Console& console) {
        const Store store = open_store(options->database(), console);
        const Arguments arguments = options->arguments().completed(question.parameters);
        Notes notes;
        if (options->wants("json")) {
            print_json(question.json(store, arguments, notes), notes, console);
        } else {
            print_rows(question.columns, question.rows(store, arguments, notes), console);
        }
        print_notes(notes, console);
        return exit_good;
    };
}

}  // namespace kith::cli
