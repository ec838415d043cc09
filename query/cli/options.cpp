#include "query/cli/options.hpp"

#include "query/ask/arguments.hpp"
#include "query/corrections.hpp"
#include "query/export/decimal.hpp"
#include "query/export/text_layout.hpp"
#include "query/words.hpp"

namespace kith::cli {
namespace {

std::optional<double> number_of(std::string_view word, double least, double most) {
    const std::optional<double> number = parse_number<double>(word);
    return number && *number >= least && *number <= most ? number : std::nullopt;
}

}  // namespace

CLI::Validator one_of(const std::vector<std::string>& words) {
    return CLI::IsMember(words).description("").name(joined(words, " "));
}

CLI::Validator number_between(double least, double most) {
    const auto complaint = [=](const std::string& word) {
        if (number_of(word, least, most)) return std::string();
        return word + " is no number from " + decimal(least) + " to " + decimal(most);
    };
    return {complaint, ""};
}

CLI::Option* add_number_option(CLI::App& app, const std::string& name, double& value, double least, double most,
                               const std::string& meaning) {
    const auto take = [=, &value](const std::string& word) { value = number_of(word, least, most).value(); };
    return app.add_option_function<std::string>(name, take, meaning)->check(number_between(least, most));
}

void add_database_option(CLI::App& app, std::string& path) {
    path = "kith.db";
    app.add_option("--db", path, "The database")->type_name("FILE")->capture_default_str();
}

Store open_store(const std::string& path, const Console& console) {
    Store store(path);
    store.stop_when(console.stop);
    return store;
}

void add_judge_option(CLI::App& app, std::string& judge) {
    judge = user_judge;
    app.add_option("--by", judge, "Who judges so")->type_name("NAME")->capture_default_str();
}

void add_timeout_option(CLI::App& app, double& seconds) {
    add_number_option(app, "--timeout", seconds, 0.001, 1e6, "Give up after so many seconds")->type_name("SECONDS");
}

CLI::Option* add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& formats) {
    format = formats.front();
    return app.add_option("--format", format, "How to write the answer: " + joined(formats, ", "))
        ->check(one_of(formats))
        ->type_name("FORMAT");
}

void print_notes(const std::vector<std::string>& notes, Console& console) {
    for (const std::string& note : notes) console.err << single_line(note) << '\n';
}

}  // namespace kith::cli
