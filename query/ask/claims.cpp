#include "query/ask/claims.hpp"

#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/sentences.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

constexpr std::int64_t most_claims_of_all = 200'000;

std::vector<Claim> find_claims(const Store& store, const std::vector<EntityId>& about, const ClaimFilter& filter) {
    if (about.size() == 1) return store.claims_about(about[0], filter);
    if (about.size() == 2) return store.claims_between(about[0], about[1], filter);
    if (store.statistics().claims > most_claims_of_all) {
        throw Error("the database holds too many claims to look at all of them",
                    "Ask about an entity, or between two.");
    }
    return store.claims(filter);
}

// A row a piece of evidence.
Rows rows_of(const ClaimsAnswer& answer) {
    Rows rows;
    for (const TieView& tie : answer.ties) {
        for (const ClaimView& claim : tie.claims) {
            const auto add = [&](const QuoteView* quote) {
                Row& row = rows.emplace_back();
                append_tie(row, tie);
                row.insert(row.end(), {tie.strength, claim.alternative_of ? integer(*claim.alternative_of) : Value()});
                append_evidence(row, claim, quote);
            };
            for (const QuoteView& quote : claim.quotes) add(&quote);
            if (claim.quotes.empty()) add(nullptr);
        }
    }
    return rows;
}

}  // namespace

ClaimsAnswer answer_claims(const Store& store, const Arguments& arguments, Notes& notes) {
    const std::vector<std::string> between = arguments.texts("between");
    const std::vector<std::string> among = arguments.texts("among");
    if (arguments.has("about") + !between.empty() + !among.empty() > 1) {
        throw UnknownWord("about, between and among are different questions", "Leave all but one of them out.");
    }
    if (!between.empty() && between.size() != 2) {
        throw UnknownWord(arguments.label("between") + ": it takes two entities", "Name both.");
    }
    std::vector<EntityId> about;
    if (arguments.has("about")) about.push_back(find_entity(store, arguments.text("about"), notes));
    for (const std::string& name : between) about.push_back(find_entity(store, name, notes));
    for (const std::string& name : among) about.push_back(find_entity(store, name, notes));
    const ClaimFilter filter = claim_filter(store, arguments, notes);

    ResultBuilder builder(store);
    ClaimsAnswer answer;
    for (const EntityId entity : about) answer.about.push_back(builder.entity(entity));
    const std::vector<Claim> claims =
        among.empty() ? find_claims(store, about, filter) : store.claims_among(about, filter);
    answer.ties = builder.strongest_ties(claims, arguments.count("most"), answer.left_out);
    if (between.size() == 2 && answer.ties.empty()) answer.together = joint_mentions(store, about[0], about[1]);
    return answer;
}

const Question& claims_question() {
    static const Question question{
        .name = "claims",
        .command = "claims",
        .title = "What sources say, tie by tie, with quotes",
        .summary =
            "Claims about an entity, between two, or all, as ties with every claim, speaker and quoted sentence. "
            "Where there is none between two, `together` tells where texts name both all the same.",
        .example = "kith claims --between Wagner Hezbollah",
        .parameters =
            std::vector<Parameter>{
                {.name = "about", .type = ArgumentType::entity, .meaning = "claims of this entity"},
                {.name = "between",
                 .type = ArgumentType::entities,
                 .meaning = "claims that tie these two entities, in either direction",
                 .values = 2},
                {.name = "among",
                 .type = ArgumentType::entities,
                 .meaning = "claims that tie any two of these entities"},
                most_parameter("50", "how many ties to give, strongest first"),
            } +
            filter_parameters(),
        .json = as_json<answer_claims>,
        .columns = tie_columns() + Columns{"strength REAL", "alternative_of INTEGER"} + evidence_columns(),
        .rows = as_rows<answer_claims, rows_of>,
    };
    return question;
}

}  // namespace kith
