#include "query/cli/command.hpp"

#include <array>

namespace kith::cli {

std::span<const Command> all_commands() {
    static constexpr std::array commands = {
        Command{"ingest", "Read articles and tables of claims into a database",
                "kith ingest articles/ --date 2023-11-21 --db war.db", declare_ingest},
        Command{"index", "Make questions about paths start at once, also in a large database", "kith index --db war.db",
                declare_index, true},
        Command{"path", "How two entities are tied, hop by hop, with the words that say so",
                "kith path Wagner Iran -k 3 --status actual,planned", declare_path, true},
        Command{"show", "Who an entity is: names, ties, what it says, timeline", "kith show Hezbollah", declare_show,
                true},
        Command{"claims", "What sources say, tie by tie, with quotes", "kith claims --between Wagner Hezbollah",
                declare_claims, true},
        Command{"timeline", "What texts date of an entity, earliest first", "kith timeline Wagner --since 2022",
                declare_timeline, true},
        Command{"contradictions", "What some source holds and another denies", "kith contradictions --about Wagner",
                declare_contradictions, true},
        Command{"neighbours", "The entities around one or several", "kith neighbours Hezbollah Iran --depth 2",
                declare_neighbours, true},
        Command{"common", "The entities that are tied to both of two", "kith common Wagner Iran", declare_common, true},
        Command{"fragility", "The fewest sources whose loss would cut every path between two entities",
                "kith fragility Wagner Iran --by publisher", declare_fragility, true},
        Command{"rank", "Who matters most", "kith rank --by betweenness --most 10", declare_rank, true},
        Command{"communities", "The groups that the graph falls into", "kith communities --status actual",
                declare_communities, true},
        Command{"components", "What hangs together, and which single ties and entities hold it",
                "kith components --min-sources 2", declare_components, true},
        Command{"export", "The graph, or a part of it, as data or as a picture",
                "kith export --around Wagner --depth 2 --output wagner.svg", declare_export, true},
        Command{"extract", "Claims of texts as JSON Lines, without a database",
                "kith extract article.txt --date 2023-11-21 > claims.jsonl", declare_extract},
        Command{"evaluate", "How well kith reads articles that annotators have read",
                "kith evaluate dev.jsonl --names names.jsonl --misses 20", declare_evaluate},
        Command{"relations", "The relations that tie entities, and what they mean", "kith relations support",
                declare_relations},
        Command{"stats", "How much a database holds", "kith stats --documents", declare_stats, true},
        Command{"merge", "Judge two entities to be the same one", "kith merge \"Wagner Group\" \"PMC Wagner\"",
                declare_merge},
        Command{"split", "Undo a merge", "kith split \"Wagner Group\" \"PMC Wagner\"", declare_split},
        Command{"forget", "Remove a document and what only it said", "kith forget articles/retracted.txt",
                declare_forget},
        Command{"mcp", "Answer an assistant's questions (Model Context Protocol)", "kith mcp --db war.db", declare_mcp},
    };
    return commands;
}

}  // namespace kith::cli
