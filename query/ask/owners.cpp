#include "query/ask/owners.hpp"

#include "query/ask/filters.hpp"
#include "query/ownership_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// A row an owner, with his largest chain.
Rows rows_of(const OwnershipAnswer& answer) {
    Rows rows;
    for (const OwnerView& each : answer.entities) {
        rows.push_back({integer(each.entity.id), optional_text(each.entity.name),
                        std::string(to_string(each.entity.kind)), each.share, integer(each.is_least),
                        integer(each.is_last), integer(each.hops),
                        each.chains.empty() ? Value() : Value(in_words(each.chains.front())),
                        answer.rule ? Value(std::string(to_string(answer.rule->verdict))) : Value(),
                        answer.rule ? Value(answer.rule->aggregate) : Value()});
    }
    return rows;
}

}  // namespace

std::string in_words(const std::optional<Share>& share) {
    if (!share) return "?";
    if (share->is_exact()) return share_in_words(share->least);
    const std::string least = share_in_words(share->least);
    return least.substr(0, least.find(' ')) + " to " + share_in_words(share->most);
}

std::string in_words(const OwnershipChainView& chain) {
    std::string text = chain.hops.front().owner.name;
    for (const HoldingView& hop : chain.hops) text += " —" + in_words(hop.share) + "→ " + hop.owned.name;
    return text;
}

OwnershipAnswer answer_owners(const Store& store, const Arguments& arguments, Notes& notes) {
    OwnershipQuestion question;
    question.entity = find_entity(store, arguments.text("entity"), notes);
    question.filter = claim_filter(store, arguments, notes);
    question.down = arguments.flag("down");
    question.max_hops = static_cast<int>(arguments.integer("max_hops"));
    question.chains = arguments.count("chains");
    const std::vector<std::string> blocked = arguments.texts("blocked_by");
    if (!blocked.empty() || arguments.flag("sanctioned")) {
        question.blocked_by = BlockedParties{{}, arguments.flag("sanctioned")};
        for (const std::string& name : blocked) {
            question.blocked_by->named.push_back(find_entity(store, name, notes));
        }
    }
    return ask_ownership(store, question, arguments.count("most"));
}

const Question& owners_question() {
    static const Question question{
        .name = "owners",
        .command = "owners",
        .title = "Who owns an entity in effect, through whom, and whether the 50 % rule blocks it",
        .summary =
            "Direct and indirect owners with effective shares (the product along each chain, summed over chains, "
            "loops solved) and the chains with their claims; or what an entity owns. With `blocked_by` or "
            "`sanctioned`, OFAC's 50 % rule: whether blocked persons own 50 percent or more in the aggregate, level "
            "by level, and the steps. A share that no claim tells is never guessed: `at_least` marks what it touches.",
        .example = "kith owners \"Gamma Shipping\" --sanctioned",
        .parameters =
            std::vector<Parameter>{
                entity_parameter(),
                {.name = "down",
                 .type = ArgumentType::flag,
                 .meaning = "what it owns, not who owns it",
                 .usual = "false"},
                {.name = "blocked_by",
                 .type = ArgumentType::entities,
                 .meaning = "the 50 % rule, with these as blocked persons"},
                {.name = "sanctioned",
                 .type = ArgumentType::flag,
                 .meaning = "the 50 % rule, with all whom somebody sanctions or designates",
                 .usual = "false"},
                {.name = "max_hops",
                 .type = ArgumentType::integer,
                 .meaning = "the longest chain to follow",
                 .least = 1,
                 .most = 100,
                 .usual = "20"},
                {.name = "chains",
                 .type = ArgumentType::integer,
                 .meaning = "how many chains of each to show, the largest first",
                 .least = 1,
                 .most = 100,
                 .usual = "3"},
                most_parameter("20", "how many owners to list"),
            } +
            filter_parameters(),
        .json = as_json<answer_owners>,
        .columns = {"id INTEGER", "name TEXT", "kind TEXT", "share REAL", "at_least INTEGER", "ultimate INTEGER",
                    "hops INTEGER", "chain TEXT", "verdict TEXT", "aggregate REAL"},
        .rows = as_rows<answer_owners, rows_of>,
    };
    return question;
}

}  // namespace kith
