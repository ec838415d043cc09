// What `ingest`, `extract` and `evaluate` share: the options that say how to read, progress, and the notes on what was
// skipped.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "graph/relation.hpp"
#include "ingest/ingest.hpp"
#include "query/cli/console.hpp"

namespace kith::cli {

// --model and --recall: how articles are analysed.
struct AnalysisWords {
    std::string model;
    bool recall = false;

    void declare(CLI::App& app);
    text::AnalysisOptions options() const;
};

// --map, --columns, --relation, --dates: what the columns of tables are.
struct TableWords {
    std::string map, columns, relation, dates;

    void declare(CLI::App& app);
    TableOptions options() const;
};

struct ReadingOptions {
    std::vector<std::string> paths;
    std::string format = "auto";
    std::string publisher, date;
    bool publisher_from_folder = false;
    bool strict = false;
    bool snapshot = false;  // lists are whole
    std::string where{};    // ... and where they are databases
    bool all_notes = false;
    std::string relations;                // file of further relations
    std::vector<std::string> gazetteers;  // files of names
    int jobs = 0;                         // threads; 0: as many as there are cores
    AnalysisWords analysis;
    TableWords tables;

    // `format` is what the command calls the format of its input.
    void declare(CLI::App& app, const std::string& format_option);
};

// --snapshot: lists are whole.
void add_snapshot_option(CLI::App& app, bool& snapshot);

// --relations: a file of further relations, in the form of graph/relations.tsv.
void add_relations_option(CLI::App& app, std::string& path);
// The relations of the file; none where no path is given. Throws Error with file, line and column.
Ontology read_relations(const std::string& path);

// --jobs: threads that analyse articles; 0 stands for as many as there are cores, in thread_count, too.
void add_jobs_option(CLI::App& app, int& jobs);
int thread_count(int jobs);

// Reads the paths into the sink, with progress on a terminal; of tables so many rows, 0 being all, and then tables alone.
IngestReport read_into(ClaimSink& sink, const ReadingOptions& options, Console& console, std::size_t rows = 0);

// "articles/empty.txt: no text in it", a line each, on console.err, and likewise what else is to be known, after
// "note:"; the first few of both, or `all` that the report keeps. Then how often each reason was.
void print_notes(const IngestReport& report, bool all, Console& console);

}  // namespace kith::cli
