// kith merge A B: a user's judgement that two entities are one. Nothing is rewritten: `kith split` withdraws it.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/corrections.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string kept, joined, database, format, judge;
    bool force = false;
};

int run(const Options& options, Console& console) {
    std::vector<std::string> notes;
    const MergedPair pair =
        merge_entities(options.database, options.kept, options.joined, options.force, notes, options.judge);
    print_notes(notes, console);
    const auto& [kept, joined] = pair;
    if (options.format == "json") {
        console.out << indented({{"kept", json_of(kept)}, {"merged", json_of(joined)}}) << '\n';
    } else {
        console.out << single_line(joined.name + " (" + in_words(joined.kind) + ") now counts as " + kept.name + " (" +
                                   in_words(kept.kind) + ")")
                    << '\n';
    }
    return exit_good;
}

}  // namespace

Run declare_merge(CLI::App& app) {
    auto options = std::make_shared<Options>();
    app.add_option("A", options->kept, "The entity whose name stays")->required()->type_name("NAME");
    app.add_option("B", options->joined, "The entity that is the same one")->required()->type_name("NAME");
    app.add_flag("--force", options->force, "Also where their kinds can hardly be one, such as a person and a company");
    add_judge_option(app, options->judge);
    add_database_option(app, options->database);
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
