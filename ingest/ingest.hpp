// The door: reads files, folders and standard input, and pushes what they say into a sink.
//
//     StoreWriter writer("war.db");
//     IngestReport report = ingest_paths({"articles/", "ties.csv"}, {.date = "2023-11-21"}, writer);
//     writer.commit();
//
// One bad input among others is told in the report and passed over; a strict run throws instead.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "graph/claim_sink.hpp"
#include "graph/error.hpp"
#include "ingest/format.hpp"
#include "ingest/own_format.hpp"
#include "ingest/records/table_options.hpp"
#include "ingest/text/pipeline.hpp"

namespace [[gnu::visibility("default")]] kith {

struct IngestOptions {
    InputFormat format = InputFormat::automatic;
    std::string publisher{};  // of documents that name none themselves
    bool publisher_from_folder =
        false;              // that is the folder in which they lie; of those at the top of an archive its name
    std::string date{};     // publication date of documents that carry none themselves; a partial date
    bool snapshot = false;  // lists are whole: a record that stands in an earlier edition alone is on them no longer
    std::string where{};    // of databases: only claims for which this condition in SQL holds
    bool strict = false;    // stop at the first input or record that cannot be used
    int jobs = 1;           // threads that analyse articles; the result does not depend on it

    // Files of names that the user knows (ingest/gazetteer_file), which go before those that kith knows; of two files
    // the first one's. Their entities go into the sink as well.
    std::vector<std::string> gazetteers{};

    TableOptions tables{};                     // what columns of tables are, where nothing tells it
    std::vector<OwnFormat> own_formats{};      // tried before kith's, where `format` is automatic
    text::AnalysisOptions analysis{};          // how articles are analysed
    const text::Pipeline* pipeline = nullptr;  // outlives the call; null: Pipeline::standard(analysis)
};

// How often something was passed over for one reason.
struct SkippedFor {
    std::string reason;  // without what differs from record to record
    std::int64_t count = 0;
};

struct IngestReport {
    std::int64_t inputs = 0;           // files read, standard input included
    std::int64_t documents = 0;        // articles new to the sink, and sources of records, new or not
    std::int64_t known_documents = 0;  // the sink had them already
    std::int64_t claims = 0;           // added to the sink
    std::int64_t skipped_count = 0;    // inputs and records passed over
    std::vector<Skipped> skipped;      // the first thousand of them
    std::vector<SkippedFor> reasons;   // all of them, by reason, the most frequent first; a hundred at most
    std::int64_t note_count = 0;       // what is worth knowing of inputs that were read: a date that cannot be, ...
    std::vector<Note> notes;           // the first thousand
};

// How far a run is: called after each input, and now and then within a long one.
struct IngestProgress {
    std::size_t inputs_done = 0;
    std::size_t inputs_total = 0;
    std::string current;  // the input at work
    std::int64_t documents = 0;
    std::int64_t claims = 0;
};
using ProgressCallback = std::function<void(const IngestProgress&)>;

// Reads `paths` in order: files, folders (their files in order of their paths, hidden ones left out) and "-" for
// standard input. Throws Error for a date or a path that does not exist or a mistake in a gazetteer, before anything is
// read; where options.strict
// is set, for the first input or record that is unusable; and whatever the sink throws. Otherwise inputs that cannot
// be read and records that are wrong are noted in the report.
IngestReport ingest_paths(const std::vector<std::string>& paths, const IngestOptions& options, ClaimSink& sink,
                          const ProgressCallback& progress = {});

// Reads one article that is at hand as bytes: `article.text` is a text or a web page as it came, and what else the
// article tells counts more than what the text says of itself. Its location is what evidence will name. Throws like
// ingest_paths; bytes that are no article are noted in the report.
IngestReport ingest_text(text::Article article, const IngestOptions& options, ClaimSink& sink);

}  // namespace kith
