// kith stats: how much a database holds; with --documents, what was read.
#include <array>
#include <memory>

#include "query/ask/holdings.hpp"
#include "query/cli/question_command.hpp"
#include "query/cli/table.hpp"
#include "query/result_json.hpp"

namespace kith::cli {
namespace {

void print_documents(const Store& store, const QuestionOptions& options, Console& console) {
    const std::vector<Document> documents = store.documents();
    if (options.wants("json")) {
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

void print_numbers(const Statistics& numbers, const QuestionOptions& options, Console& console) {
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
    if (options.wants("json")) {
        console.out << indented(json_of(numbers)) << '\n';
        return;
    }
    Table table;
    table.align_right(1);
    for (const Line& line : lines) table.add({line.name, std::to_string(line.count), line.meaning});
    table.print(console);
}

}  // namespace

Run declare_stats(CLI::App& app) {
    auto options = std::make_shared<QuestionOptions>();
    auto documents = std::make_shared<bool>(false);
    options->declare(app, statistics_question().parameters);
    app.add_flag("--documents", *documents, "List the documents instead");
    options->declare_format(app, {"table", "json"});
    return [options, documents](Console& console) {
        const Store store = open_store(options->database(), console);
        Notes notes;
        if (*documents) {
            print_documents(store, *options, console);
        } else {
            print_numbers(answer_statistics(store, {}, notes), *options, console);
        }
        return exit_good;
    };
}

}  // namespace kith::cli
