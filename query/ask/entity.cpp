#include "query/ask/entity.hpp"

#include "query/ask/filters.hpp"
#include "query/result_builder.hpp"
#include "query/result_json.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

// A row a tie, by relation.
Rows rows_of(const Profile& profile) {
    Rows rows;
    for (const TieGroup& group : profile.groups) {
        for (const TieView& tie : group.ties) {
            Row& row = rows.emplace_back();
            row = {in_words(*group.relation, group.inverse), tie.strength};
            append_tie(row, tie);
            append_best_evidence(row, tie);
        }
    }
    return rows;
}

}  // namespace

Profile answer_entity(const Store& store, const Arguments& arguments, Notes& notes) {
    const EntityId entity = find_entity(store, arguments.text("entity"), notes);
    ResultBuilder builder(store);
    Profile profile = builder.profile(entity, claim_filter(store, arguments, notes));
    if (arguments.flag("history")) profile.history = builder.history(entity);
    const std::size_t most = arguments.count("most");
    if (most == 0) return profile;
    profile.history_left_out = shorten(profile.history, most);
    profile.said_left_out = shorten(profile.said, most);
    profile.timeline_left_out = shorten(profile.timeline, most);
    for (TieGroup& group : profile.groups) group.left_out = shorten(group.ties, most);
    return profile;
}

const Question& entity_question() {
    static const Question question{
        .name = "entity",
        .command = "show",
        .title = "Who an entity is: names, ties, what it says, timeline",
        .summary = "Kinds, names, ties by relation, what it says, and its timeline.",
        .example = "kith show Hezbollah",
        .parameters = std::vector<Parameter>{entity_parameter(),
                                             {.name = "most",
                                              .type = ArgumentType::integer,
                                              .meaning = "how many of each list to give; 0: all",
                                              .most = 1e6,
                                              .usual = "20",
                                              .option = "--limit",
                                              .counts_rows = true},
                                             {.name = "history",
                                              .type = ArgumentType::flag,
                                              .meaning = "also what earlier editions of lists said of it",
                                              .usual = "false"}} +
                      filter_parameters(),
        .json = as_json<answer_entity>,
        .columns = Columns{"words TEXT", "strength REAL"} + tie_columns() + evidence_columns(),
        .rows = as_rows<answer_entity, rows_of>,
    };
    return question;
}

}  // namespace kith
