// kith report A B: how two are tied, as a text to print or to send, with every claim and every source.
#include <algorithm>
#include <filesystem>
#include <memory>

#include "query/ask/fragility.hpp"
#include "query/ask/paths.hpp"
#include "query/cli/output.hpp"
#include "query/cli/question_command.hpp"
#include "query/path_report.hpp"
#include "query/words.hpp"

namespace kith::cli {
namespace {

struct Options {
    QuestionOptions question{};
    std::string output{};
    std::size_t most_evidence = PathReport().most_evidence;
};

bool has_parameter(const Question& question, std::string_view name) {
    return std::ranges::find(question.parameters, name, &Parameter::name) != question.parameters.end();
}

// What the question leaves out.
std::vector<std::string> restrictions_of(const Arguments& given) {
    std::vector<std::string> restrictions;
    for (const Parameter& each : paths_question().parameters) {
        if (each.name == "from" || each.name == "to" || each.name == "count" || !given.has(each.name)) continue;
        std::string words(each.name);
        std::ranges::replace(words, '_', ' ');
        restrictions.push_back(words + ": " + joined(given.texts(each.name), ", "));
    }
    return restrictions;
}

// Among the ways that are as long as the paths told, under the same filter.
FragilityAnswer fragility_of(const Store& store, Arguments given, const PathAnswer& paths) {
    std::size_t longest = 1;
    for (const PathView& path : paths.paths) longest = std::max(longest, path.hops.size());
    for (const Parameter& each : paths_question().parameters) {
        if (each.name == "max_hops" || !has_parameter(fragility_question(), each.name)) given.erase(each.name);
    }
    given.set("max_hops", std::to_string(longest));
    Notes told_already;
    return answer_fragility(store, given.completed(fragility_question().parameters), told_already);
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.question.database(), console);
    const Arguments given = options.question.arguments();
    Arguments asked = given;
    if (!asked.has("count")) asked.set("count", "3");
    Notes notes;
    PathReport report{.database = std::filesystem::path(options.question.database()).filename().string(),
                      .restrictions = restrictions_of(given),
                      .paths = answer_paths(store, asked.completed(paths_question().parameters), notes),
                      .most_evidence = options.most_evidence};
    print_notes(notes, console);
    if (!report.paths.paths.empty()) report.fragility = fragility_of(store, given, report.paths);
    const bool is_html = options.question.wants("html") || options.output.ends_with(".html");
    const ReportFormat format = is_html ? ReportFormat::html : ReportFormat::markdown;
    if (options.output.empty()) {
        write_report(report, format, console.out);
    } else {
        Output file(options.output);
        write_report(report, format, file.stream());
        file.finish();
    }
    return exit_good;
}

}  // namespace

Run declare_report(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->question.declare(app, paths_question().parameters);
    app.get_option("--count")->description("How many paths, each by way of other entities")->default_str("3");
    app.add_option("--most-evidence", options->most_evidence, "How many quotes of each hop to print; 0: all")
        ->type_name("N")
        ->capture_default_str();
    options->question.declare_format(app, {"md", "html"});
    app.add_option("-o,--output", options->output, "Write to this file, not to standard output; .html makes it a page")
        ->type_name("FILE");
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
