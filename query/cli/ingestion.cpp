#include "query/cli/ingestion.hpp"

#include <algorithm>
#include <iomanip>
#include <thread>

#include "query/cli/options.hpp"
#include "query/cli/progress.hpp"
#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

constexpr std::size_t usual_notes = 20;
constexpr std::int64_t fewest_to_sum_up = 5;

}  // namespace

void AnalysisWords::declare(CLI::App& app) {
    app.add_option("--model", model, "What reads articles: english, english-fast, or the file of another model")
        ->type_name("MODEL");
    app.add_flag("--recall", recall, "More claims, among them more that are wrong");
}

text::AnalysisOptions AnalysisWords::options() const {
    return {model, recall};
}

void TableWords::declare(CLI::App& app) {
    app.add_option("--columns", columns, "What columns of tables are: COLUMN=ROLE,... (roles are listed below)")
        ->type_name("COLUMNS");
    app.add_option("--relation", relation, "What ties subject and object in all rows of tables")->type_name("RELATION");
    app.add_option("--map", map, "What columns of tables are: a file (docs/tables.md), or a mapping listed below")
        ->type_name("FILE");
    app.add_option("--dates", dates, "How tables write 12/05/2023: day-first, month-first")
        ->check(one_of({"day-first", "month-first"}))
        ->type_name("ORDER");
    std::string footer = app.get_footer() +
                         "\n\nRoles of columns (names of columns are compared without case, blanks and "
                         "underscores;\na column that is called so needs no --columns):\n";
    for (const ColumnRole& role : column_roles()) {
        const std::size_t width = std::max<std::size_t>(role.name.size() + 2, 28);
        footer += "  " + std::string(role.name) + std::string(width - role.name.size(), ' ') +
                  std::string(role.meaning) + "\n";
    }
    footer += "\nMappings that come with kith, chosen by themselves where a table fits:\n ";
    for (const std::string_view name : mapping_names()) footer += " " + std::string(name);
    app.footer(footer + "\n");
}

TableOptions TableWords::options() const {
    TableOptions options;
    options.map = map;
    options.columns = columns;
    options.relation = relation;
    if (!dates.empty()) options.dates = dates == "day-first" ? DateOrder::day_first : DateOrder::month_first;
    return options;
}

void ReadingOptions::declare(CLI::App& app, const std::string& format_option) {
    app.add_option("PATH", paths, "Files, folders, or - for standard input")->required()->type_name("PATH");
    std::vector<std::string> formats;
    for (const InputFormat each : all_input_formats()) formats.emplace_back(to_string(each));
    std::string listed;
    for (const std::string& each : formats) listed += (listed.empty() ? "" : ", ") + each;
    app.add_option(format_option, format, "What the files are: " + listed)
        ->check(one_of(formats))
        ->type_name("FORMAT")
        ->capture_default_str();
    app.add_option("--publisher", publisher, "Publisher of articles that name none")->type_name("NAME");
    app.add_flag("--publisher-from-folder", publisher_from_folder,
                 "The same, from the name of the folder in which a file lies");
    app.add_option("--date", date, "Publication date of articles that carry none: 2023, 2023-11, 2023-11-21")
        ->type_name("DATE");
    tables.declare(app);
    analysis.declare(app);
    app.add_option(
           "--gazetteer", gazetteers,
           "Names that you know: a table with name, kind, aliases, state, identifiers; may be given more than once")
        ->allow_extra_args(false)
        ->type_name("FILE");
    add_relations_option(app, relations);
    add_jobs_option(app, jobs);
    app.add_flag("--strict", strict, "Stop at the first thing that cannot be read, and leave nothing behind");
    app.add_flag("--all-notes", all_notes, "Tell of everything that was passed over, not only the first 20");
}

void add_snapshot_option(CLI::App& app, bool& snapshot) {
    app.add_flag("--snapshot", snapshot,
                 "Lists are whole: what a list's earlier editions have and this one has no more is former");
}

void add_relations_option(CLI::App& app, std::string& path) {
    app.add_option("--relations", path, "Further relations: a file with the columns of `kith relations --format tsv`")
        ->type_name("FILE");
}

Ontology read_relations(const std::string& path) {
    return path.empty() ? Ontology(std::vector<Relation>()) : Ontology::read(path);
}

void add_jobs_option(CLI::App& app, int& jobs) {
    app.add_option("--jobs", jobs, "Threads that analyse articles; 0: as many as there are cores")
        ->check(CLI::Range(0, 256).description(""))
        ->type_name("N")
        ->capture_default_str();
}

int thread_count(int jobs) {
    return jobs > 0 ? jobs : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

IngestReport read_into(ClaimSink& sink, const ReadingOptions& options, Console& console, std::size_t rows) {
    IngestOptions how;
    how.format = parse_input_format(options.format).value_or(InputFormat::automatic);
    how.publisher = options.publisher;
    how.publisher_from_folder = options.publisher_from_folder;
    how.date = options.date;
    how.strict = options.strict;
    how.snapshot = options.snapshot;
    how.where = options.where;
    how.jobs = thread_count(options.jobs);
    how.analysis = options.analysis.options();
    how.gazetteers = options.gazetteers;
    how.tables = options.tables.options();
    how.tables.rows = rows;
    Progress progress(console);
    return ingest_paths(options.paths, how, sink, [&](const IngestProgress& at) {
        progress.show(std::to_string(at.inputs_done) + "/" + std::to_string(at.inputs_total) + " files, " +
                      std::to_string(at.claims) + " claims: " + at.current);
    });
}

void print_notes(const IngestReport& report, bool all, Console& console) {
    const auto print = [&](const auto& told, std::int64_t count, const auto& line_of) {
        const std::size_t listed = all ? told.size() : std::min(told.size(), usual_notes);
        for (std::size_t i = 0; i < listed; ++i) console.err << "kith: " << line_of(told[i]) << '\n';
        const std::int64_t rest = count - static_cast<std::int64_t>(listed);
        if (rest > 0) {
            console.err << "kith: and " << rest << " more like these"
                        << (listed < told.size() ? "; --all-notes tells of them\n" : "\n");
        }
    };
    print(report.notes, report.note_count,
          [](const Note& each) { return single_line(to_string(each.position)) + ": note: " + single_line(each.text); });
    print(report.skipped, report.skipped_count,
          [](const Skipped& each) { return single_line(to_string(each.position)) + ": " + single_line(each.reason); });
    if (report.skipped_count < fewest_to_sum_up) return;
    console.err << "kith: passed over, by reason:\n";
    for (const SkippedFor& each : report.reasons)
        console.err << std::setw(9) << each.count << "  " << single_line(each.reason) << '\n';
}

}  // namespace kith::cli
