#include "query/cli/command.hpp"

#include <map>

#include "query/ask/questions.hpp"
#include "query/cli/question_command.hpp"

namespace kith::cli {
namespace {

// Questions whose answers have a table of their own.
const std::map<std::string_view, Run (*)(CLI::App&)> own_tables = {
    {"who", declare_who},
    {"path", declare_path},
    {"claims", declare_claims},
    {"show", declare_show},
    {"timeline", declare_timeline},
    {"contradictions", declare_contradictions},
    {"neighbours", declare_neighbours},
    {"common", declare_common},
    {"owners", declare_owners},
    {"fragility", declare_fragility},
    {"rank", declare_rank},
    {"communities", declare_communities},
    {"components", declare_components},
    {"search", declare_search},
    {"entities", declare_entities},
    {"mentions", declare_mentions},
    {"evidence", declare_evidence},
    {"document", declare_document},
    {"relations", declare_relations},
    {"stats", declare_stats},
    {"review", declare_review},
};

Command command_of(const Question& question) {
    const auto own = own_tables.find(question.command);
    Command command{question.command, question.title, question.example, {}, true};
    if (own != own_tables.end()) {
        command.declare = own->second;
    } else {
        command.declare = [&question](CLI::App& app) { return ask_for_rows(app, question); };
    }
    return command;
}

std::vector<Command> make_commands() {
    std::vector<Command> commands = {
        {"ingest", "Read articles and tables of claims into a database",
         "kith ingest articles/ --date 2023-11-21 --db war.db", declare_ingest},
        {"index", "Make questions about paths start at once, also in a large database", "kith index --db war.db",
         declare_index, true},
    };
    for (const Question* question : all_questions()) {
        if (!question->command.empty()) commands.push_back(command_of(*question));
    }
    const std::vector<Command> others = {
        {"report", "How two entities are tied, as a text to print: paths, evidence, sources, what was not found",
         "kith report Wagner Hezbollah -o wagner-hezbollah.html", declare_report, true},
        {"export", "The graph, or a part of it, as data or as a picture",
         "kith export --around Wagner --depth 2 --output wagner.svg", declare_export, true},
        {"diff", "What one database claims and another does not", "kith diff june.db july.db --status actual",
         declare_diff, true},
        {"extract", "Claims of texts as JSON Lines, without a database",
         "kith extract article.txt --date 2023-11-21 > claims.jsonl", declare_extract},
        {"evaluate", "How well kith reads articles that annotators have read",
         "kith evaluate dev.jsonl --names names.jsonl --misses 20", declare_evaluate},
        {"duplicates", "Entities that may be one, surest first", "kith duplicates --review --by ana",
         declare_duplicates, true},
        {"merge", "Judge two entities to be the same one", "kith merge \"Wagner Group\" \"PMC Wagner\"", declare_merge},
        {"split", "Undo a merge, or tell two of one name apart", "kith split \"Wagner Group\" \"PMC Wagner\"",
         declare_split},
        {"judgements", "Who judged which entities to be one or two", "kith judgements --people", declare_judgements},
        {"unmerge", "Take a judgement back", "kith unmerge 17", declare_unmerge},
        {"forget", "Remove a document and what only it said", "kith forget articles/retracted.txt", declare_forget},
        {"serve", "Explore the graph in a browser", "kith serve --open --db war.db", declare_serve},
        {"mcp", "Answer an assistant's questions (Model Context Protocol)", "kith mcp --db war.db", declare_mcp},
    };
    commands.insert(commands.end(), others.begin(), others.end());
    return commands;
}

}  // namespace

std::span<const Command> all_commands() {
    static const std::vector<Command> commands = make_commands();
    return commands;
}

}  // namespace kith::cli
