// kith ingest PATH...: reads articles and tables of claims into a database, all of a run or nothing of it.
#include <filesystem>
#include <memory>

#include "graph/resolution/duplicates.hpp"
#include "graph/rows/path_index.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/report_json.hpp"
#include "query/cli/command.hpp"
#include "query/cli/ingestion.hpp"
#include "query/cli/options.hpp"
#include "query/cli/progress.hpp"
#include "query/cli/report.hpp"
#include "query/cli/table.hpp"
#include "query/cli/trial.hpp"
#include "query/export/claim_printer.hpp"
#include "query/export/json.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string database, summary;
    ReadingOptions reading;
    bool no_join = false;
    bool dry_run = false;
};

std::string in_words(const StoreWriter::Counts& counts) {
    const auto number = [](std::int64_t count) { return static_cast<std::size_t>(count); };
    return counted(number(counts.documents), "document") + ", " + counted(number(counts.claims), "claim") + " (" +
           counted(number(counts.evidence), "piece of evidence", "pieces of evidence") + "), " +
           counted(number(counts.entities), "entity", "entities");
}

// `database` is empty where none was made.
void print_table(const std::string& database, const StoreWriter::Counts& counts, const Joined& joined,
                 const IngestReport& report, Console& console) {
    Table table;
    table.add({"new", in_words(counts)});
    table.add({"known already", counted(static_cast<std::size_t>(report.known_documents), "document")});
    if (joined.made > 0) {
        table.add({"joined", counted(joined.made, "entity", "entities") +
                                 " with others of another name (kith duplicates --joined tells why)"});
    }
    if (report.skipped_count > 0) {
        table.add(
            {"skipped", counted(static_cast<std::size_t>(report.skipped_count), "file or record", "files and records") +
                            " (see the notes)"});
    }
    for (const StoreWriter::ListChange& each : counts.lists) {
        const auto records = [&](std::int64_t count) { return counted(static_cast<std::size_t>(count), "record"); };
        if (each.replaced > 0)
            table.add({"replaced", "what " + records(each.replaced) + " of " + single_line(each.list) +
                                       " said before (kith show --history tells it)"});
        if (each.dropped > 0)
            table.add({"former", records(each.dropped) + " of " + single_line(each.list) +
                                     (each.dropped == 1 ? " is no longer on it: its claims are former now"
                                                        : " are no longer on it: their claims are former now")});
    }
    table.add({"database", database.empty() ? "none made, since nothing was read" : database});
    table.print(console);
}

// Reads the first rows of tables, and tells what they would become.
int try_out(const Options& options, Console& console) {
    const Ontology ontology = Ontology::builtin().with(read_relations(options.reading.relations));
    IngestReport report;
    if (options.summary == "json") {
        ClaimPrinter printer(console.out, ontology);
        report = read_into(printer, options.reading, console, rows_of_trial);
    } else {
        Trial trial(ontology);
        report = read_into(trial, options.reading, console, rows_of_trial);
        trial.print(console);
    }
    print_notes(report, options.reading.all_notes, console);
    return report.skipped_count > 0 ? exit_data : exit_good;
}

Joined join(StoreWriter& writer, Console& console) {
    Progress progress(console);
    progress.show("looking for names of one actor");
    return join_duplicates(writer, [&](std::size_t done, std::size_t all) {
        progress.show("comparing names, " + std::to_string(done * 100 / all) + " %");
    });
}

int run(const Options& options, Console& console) {
    if (options.dry_run) return try_out(options, console);
    const bool was_there = std::filesystem::exists(options.database);
    StoreWriter writer(options.database);
    const std::size_t relations = writer.add_relations(read_relations(options.reading.relations));
    const IngestReport report = read_into(writer, options.reading, console);
    StoreWriter::Counts counts = writer.counts();
    // A run that brought nothing leaves the database, and its generation, as they were.
    const bool brought_something =
        counts.documents + counts.evidence + counts.entities > 0 || relations > 0 || options.reading.snapshot;
    Joined joined;
    if (brought_something) {
        if (!options.no_join) joined = join(writer, console);
        writer.commit();
        counts = writer.counts();  // a bulk load joins claims that say the same only now
    }
    const std::string database = brought_something || was_there ? options.database : "";
    print_notes(report, options.reading.all_notes, console);
    if (brought_something && has_outdated_path_index(writer.store())) {
        const std::string name = single_line(options.database);
        print_notes({"kith: note: the index of " + name + " is of the database as it was: `kith index --db " + name +
                     "` makes it anew; until then questions do without it"},
                    console);
    }
    if (options.summary == "json") {
        console.out << indented(json_of(database, counts, joined.made, report)) << '\n';
    } else {
        print_table(database, counts, joined, report, console);
    }
    return report.skipped_count > 0 ? exit_data : exit_good;
}

}  // namespace

Run declare_ingest(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->summary = "table";
    options->reading.declare(app, "--format");
    add_database_option(app, options->database);
    add_snapshot_option(app, options->reading.snapshot);
    app.add_option("--where", options->reading.where,
                   "Of a database (postgresql://HOST/NAME) only claims for which this condition in SQL holds, on the "
                   "columns of its view claim_text")
        ->type_name("CONDITION");
    app.add_flag("--no-join", options->no_join,
                 "Leave entities apart whose names differ, however sure it is that they are one");
    app.add_flag(
        "--dry-run", options->dry_run,
        "Show what the first " + std::to_string(rows_of_trial) + " rows of tables would become; write nothing");
    app.add_option("--summary", options->summary, "How to write the summary: table, json")
        ->check(one_of({"table", "json"}))
        ->type_name("FORMAT")
        ->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
