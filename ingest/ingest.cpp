#include "ingest/ingest.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/partial_date.hpp"
#include "ingest/article_queue.hpp"
#include "ingest/documents/input.hpp"
#include "ingest/gazetteer_file.hpp"
#include "ingest/input_reader.hpp"
#include "ingest/reporter.hpp"

namespace kith {
namespace {

std::vector<GazetteerFile> read_files(const std::vector<std::string>& paths, Reporter& reporter) {
    std::vector<GazetteerFile> files;
    for (const std::string& path : paths)
        files.push_back(read_gazetteer_file(path, [&](const Note& note) { reporter.note(note); }));
    return files;
}

Gazetteer with_names_of(const std::vector<GazetteerFile>& files) {
    std::vector<GazetteerRecord> records;
    for (const GazetteerFile& file : files) records.insert(records.end(), file.records.begin(), file.records.end());
    return Gazetteer::builtin().with(records);
}

// The parts of a run, tied together.
struct Run {
    Run(const IngestOptions& options, ClaimSink& target, const ProgressCallback& progress)
        : reporter(options.strict, progress),
          sink(target, reporter.report()),
          files(read_files(options.gazetteers, reporter)),
          gazetteer(with_names_of(files)),
          standard(options.pipeline ? std::nullopt : std::optional(text::Pipeline::standard(options.analysis))),
          queue(options.pipeline ? *options.pipeline : *standard, gazetteer,
                static_cast<std::size_t>(std::max(options.jobs, 1)), sink, reporter),
          reader(options, gazetteer, queue, sink, reporter) {}

    Reporter reporter;
    CountingSink sink;
    const std::vector<GazetteerFile> files;
    const Gazetteer gazetteer;
    const std::optional<text::Pipeline> standard;
    ArticleQueue queue;
    InputReader reader;
};

// What a user knows is a source like any other: the sink keeps it for those who ask, and for later runs.
void push_gazetteers(Run& run) {
    for (const GazetteerFile& file : run.files) {
        run.sink.begin({.location = file.path});
        ++run.reporter.report().documents;
        for (std::size_t i = 0; i < file.records.size(); ++i) {
            const GazetteerRecord& record = file.records[i];
            EntityReference entity{.name = record.name, .kind = record.kind, .mention = record.name};
            entity.aliases = record.aliases;
            entity.known_identifiers = record.identifiers;  // a name leads to one entity here, so they tell none apart
            try {
                run.sink.add_entity(entity, file.rows[i]);
            } catch (const RejectedRecord& rejected) {
                run.reporter.skip(Skipped{InputPosition{file.path}, rejected.what()});
            }
        }
    }
}

void check_date(const std::string& date) {
    if (parse_partial_date(date)) return;
    throw Error("\"" + date + "\" is not a date", "Write it as 2023, 2023-11 or 2023-11-21.");
}

void check(const IngestOptions& options) {
    if (!options.date.empty()) check_date(options.date);
    for (const OwnFormat& format : options.own_formats) {
        if (format.ending.empty() || !format.read) throw Error("a format of one's own needs an ending and a reader");
    }
}

}  // namespace

IngestReport ingest_paths(const std::vector<std::string>& paths, const IngestOptions& options, ClaimSink& sink,
                          const ProgressCallback& progress) {
    check(options);
    Run run(options, sink, progress);
    std::vector<Skipped> unreadable;
    const std::vector<std::string> inputs = list_inputs(paths, unreadable);
    for (const Skipped& skipped : unreadable) run.reporter.skip(skipped);
    push_gazetteers(run);
    run.reporter.begin_inputs(inputs.size());
    for (const std::string& path : inputs) {
        run.reporter.begin_input(path);
        run.reader.read(path);
        run.reporter.end_input();
    }
    run.queue.flush();
    run.reader.finish();
    run.reporter.tell_progress();
    run.reporter.sum_up();
    return std::move(run.reporter.report());
}

IngestReport ingest_text(text::Article article, const IngestOptions& options, ClaimSink& sink) {
    check(options);
    if (!article.published.empty()) check_date(article.published);
    if (article.location.empty()) throw Error("the text has no location", "Give it a name, an address or a number.");
    const auto formats = {InputFormat::automatic, InputFormat::text, InputFormat::html};
    if (std::ranges::find(formats, options.format) == formats.end()) {
        throw Error("one article cannot be " + std::string(to_string(options.format)),
                    "Give it as text or html, or files with ingest_paths.");
    }
    const ProgressCallback untold;
    Run run(options, sink, untold);
    push_gazetteers(run);
    run.reader.read(std::move(article));
    run.queue.flush();
    run.reporter.sum_up();
    return std::move(run.reporter.report());
}

}  // namespace kith
