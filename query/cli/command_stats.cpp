// kith stats: how much a database holds; with --documents, what was read.
#include <array>
#include <memory>

#include "query/cli/command.hpp"
#include "query/cli/options.hpp"
#include "query/cli/table.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

struct Options {
    std::string database, format;
    bool documents = false;
};

void print_documents(const Store& store, const Options& options, Console& console) {
    const std::vector<Document> documents = store.documents();
    if (options.format == "json") {
        Json list = Json::array();
        for (const Document& document : documents) list.push_back(json_of(document));
        console.out << indented({{"documents", std::move(list)}}) << '\n';
        return;
    }
    Table table({"Number", "Published", "Publisher", "Copy of", "Location"});
    table.align_right(0);
    for (const Document& each : documents) {
        table.add({std::to_string(each.id), each.published, each.publisher,
                   each.lineage == each.id ? "" : std::to_string(each.lineage), each.location});
    }
    table.print(console);
}

void print_numbers(const Statistics& numbers, const Options& options, Console& console) {
    struct Line {
        const char* name;
        std::int64_t count;
        const char* meaning;
    };
    const std::array lines = {
        Line{"documents", numbers.documents, "articles, and sources of records"},
        Line{"lineages", numbers.lineages, "independent sources: copies count once"},
        Line{"sentences", numbers.sentences, ""},
        Line{"mentions", numbers.mentions, "places where a text names an entity"},
        Line{"entities", numbers.entities, ""},
        Line{"aliases", numbers.aliases, "names that entities go by"},
        Line{"claims", numbers.claims, "what sources say"},
        Line{"evidence", numbers.evidence, "where they say it"},
        Line{"ties", numbers.edges, "claims grouped by subject, relation, object and status"},
        Line{"judgements", numbers.judgements, "of entities that are the same or not"},
    };
    if (options.format == "json") {
        console.out << indented(json_of(numbers)) << '\n';
        return;
    }
    Table table;
    table.align_right(1);
    for (const Line& line : lines) table.add({line.name, std::to_string(line.count), line.meaning});
    table.print(console);
}

int run(const Options& options, Console& console) {
    const Store store = open_store(options.database, console);
    if (options.documents) {
        print_documents(store, options, console);
    } else {
        print_numbers(store.statistics(), options, console);
    }
    return exit_good;
}

}  // namespace

Run declare_stats(CLI::App& app) {
    auto options = std::make_shared<Options>();
    add_database_option(app, options->database);
    app.add_flag("--documents", options->documents, "List the documents instead");
    add_format_option(app, options->format, {"table", "json"})->capture_default_str();
    return [options](Console& console) { return run(*options, console); };
}

}  // namespace kith::cli
