// kith evaluate GOLD...: how much of what annotators found in articles kith finds, and how much of that is right.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/evaluation_json.hpp"
#include "query/cli/evaluation_tables.hpp"
#include "query/cli/ingestion.hpp"
#include "query/cli/options.hpp"
#include "query/cli/progress.hpp"

namespace kith::cli {
namespace {

struct Options {
    evaluation::EvaluationQuestion question;
    std::string format;
    AnalysisWords analysis;
    std::string relations;
    bool calibration = false;
};

int run(const Options& options, Console& console) {
    evaluation::EvaluationQuestion question = options.question;
    question.jobs = thread_count(question.jobs);
    question.analysis = options.analysis.options();
    question.ontology = Ontology::builtin().with(read_relations(options.relations));
    if (!question.found_names.empty() && question.gold_names.empty()) {
        throw UsageError("--predicted-names needs --names", "Name the file of annotated names to compare them with.");
    }
    evaluation::Evaluation result;
    {
        Progress progress(console);
        result = evaluate(question, [&](std::size_t done, std::size_t all) {
            progress.show(std::to_string(done) + "/" + std::to_string(all) + " articles");
        });
    }
    print_notes(result.notes, console);
    if (options.format == "json") {
        console.out << indented(json_of(result)) << '\n';
        return exit_good;
    }
    print_scores(result, console);
    if (options.calibration) print_calibration(result.calibration, console);
    print_examples(result.examples, console);
    return exit_good;
}

}  // namespace

Run declare_evaluate(CLI::App& app) {
    auto options = std::make_shared<Options>();
    evaluation::EvaluationQuestion& question = options->question;
    question.jobs = 0;
    app.add_option("GOLD", question.gold, "Annotated articles: JSON Lines with id, text and claims")
        ->required()
        ->type_name("FILE");
    app.add_option("--names", question.gold_names, "Annotated names of the articles, to score names as well")
        ->type_name("FILE");
    app.add_option("--predicted", question.found_claims, "Score these claims, as kith extract writes them, not kith's")
        ->type_name("FILE");
    app.add_option("--predicted-names", question.found_names, "Score these names, written as --names, not kith's")
        ->type_name("FILE");
    add_number_option(app, "--min-confidence", question.min_confidence, 0.0, 1.0,
                      "Only claims at least this sure, 0 to 1")
        ->type_name("X");
    app.add_option("--misses", question.most_examples, "Show the first N mistakes")
        ->check(CLI::Range(0, 1000000).description(""))
        ->type_name("N");
    app.add_flag("--calibration", options->calibration, "Show how often claims of each confidence are right");
    options->analysis.declare(app);
    add_relations_option(app, options->relations);
    add_jobs_option(app, question.jobs);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
