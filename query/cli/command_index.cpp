// kith index: makes the file beside the database that lets questions about paths start at once; --check reads it whole.
#include <chrono>
#include <memory>

#include "graph/rows/path_index.hpp"
#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/progress.hpp"
#include "query/cli/report.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string database, format;
    bool check = false;
};

std::string size_in_words(std::size_t bytes) {
    return bytes < 1'000'000 ? std::to_string((bytes + 999) / 1000) + " kB"
                             : std::to_string((bytes + 500'000) / 1'000'000) + " MB";
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    const auto begin = std::chrono::steady_clock::now();
    Progress progress(console);
    progress.show(options.check ? "reading the index" : "reading the database");
    const auto show = [&](std::size_t done, std::size_t all) {
        progress.show(counted(done, "claim") + " of " + std::to_string(all));
    };
    const PathIndex index = options.check ? check_path_index(store) : make_path_index(store, show);
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    if (options.format == "json") {
        console.out << indented({{"path", index.path},
                                 {"entities", index.entities},
                                 {"claims", index.claims},
                                 {"bytes", index.bytes},
                                 {"seconds", rounded(time.count())}})
                    << '\n';
    } else {
        console.out << single_line(index.path) << ": " << counted(index.entities, "entity", "entities") << ", "
                    << counted(index.claims, "claim") << ", " << size_in_words(index.bytes) << ", "
                    << (options.check ? "intact" : "made in " + two_digits(time.count()) + " seconds") << '\n';
    }
    return exit_good;
}

}  // namespace

Run declare_index(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->database);
    app.add_flag("--check", options->check, "Read the index that is there: does it fit, and is it undamaged?");
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
