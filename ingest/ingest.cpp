#include "ingest/ingest.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "graph/partial_date.hpp"
#include "ingest/article_queue.hpp"
#include "ingest/input.hpp"
#include "ingest/input_reader.hpp"
#include "ingest/reporter.hpp"

namespace kith {
namespace {

// The parts of a run, tied together.
struct Run {
    Run(const IngestOptions& options, ClaimSink& target, const ProgressCallback& progress)
        : reporter(options.strict, progress),
          sink(target, reporter.report()),
          standard(options.pipeline ? std::nullopt : std::optional(text::Pipeline::standard(options.analysis))),
          queue(options.pipeline ? *options.pipeline : *standard, gazetteer,
                static_cast<std::size_t>(std::max(options.jobs, 1)), sink, reporter),
          reader(options, gazetteer, queue, sink, reporter) {}

    Reporter reporter;
    CountingSink sink;
    const std::optional<text::Pipeline> standard;
    const Gazetteer& gazetteer = Gazetteer::builtin();
    ArticleQueue queue;
    InputReader reader;
};

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
    run.reporter.begin_inputs(inputs.size());
    for (const std::string& path : inputs) {
        run.reporter.begin_input(path);
        run.reader.read(path);
        run.reporter.end_input();
    }
    run.queue.flush();
    run.reporter.tell_progress();
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
    run.reader.read(std::move(article));
    run.queue.flush();
    return std::move(run.reporter.report());
}

}  // namespace kith
