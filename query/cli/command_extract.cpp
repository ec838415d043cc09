// kith extract FILE...: the claims of texts, one JSON object a line, without a database.
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/ingestion.hpp"
#include "query/cli/options.hpp"
#include "query/export/claim_printer.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string format;
    bool whole = false;
    ReadingOptions reading;
};

int run(const Options& options, Console& console) {
    const Ontology ontology = Ontology::builtin().with(read_relations(options.reading.relations));
    ClaimPrinter printer(console.out, ontology, options.whole ? PrintedLines::all : PrintedLines::claims);
    const IngestReport report = read_into(printer, options.reading, console);
    printer.finish();
    print_notes(report, options.reading.all_notes, console);
    return report.skipped_count > 0 ? exit_data : exit_good;
}

}  // namespace

Run declare_extract(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->reading.declare(app, "--input");
    app.add_flag("--whole", options->whole,
                 "Texts and names too: lines of which kith ingest makes what it makes of the files");
    add_snapshot_option(app, options->reading.snapshot);
    add_format_option(app, options->format, {"jsonl"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
