#include "ingest/text/place_rules.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "ingest/text/noun_classes.hpp"
#include "ingest/text/phrase_rules.hpp"

namespace kith::text {
namespace {

bool is_locative(std::string_view preposition) {
    return preposition == "in" || preposition == "near" || preposition == "inside" || preposition == "across" ||
           preposition == "throughout";
}

class Matcher : private PhraseRules {
public:
    explicit Matcher(Document& document) : PhraseRules(document) {}

    void run() {
        for_each_noun_phrase([&](std::size_t p) { noun_phrase(p); });
        for (std::size_t c = 0; c < document_.clauses.size(); ++c) {
            enter(document_.clauses[c].sentence);
            acts_in(c);
        }
    }

private:
    bool is_place(std::size_t m) const { return m != none && kind_of(m) == EntityKind::place; }
    bool is_state(std::size_t m) const { return m != none && kind_of(m) == EntityKind::state; }

    void noun_phrase(std::size_t p) {
        const std::vector<std::size_t> names = names_in(phrase(p).tokens);
        for (std::size_t i = 0; i + 1 < names.size(); ++i) owned_place(names[i], names[i + 1]);
        const std::size_t m = phrase(p).mention;
        if (kind(p + 2) != PhraseKind::noun) return;
        if (is_place(m) && kind(p + 1) == PhraseKind::comma) place_comma(m, p + 2);
        if (is_place(m) && is(p + 1, "(") && is(p + 3, ")") && is_state(phrase(p + 2).mention)) {
            add(m, "located_in", phrase(p + 2).mention, "place bracket", {}, 0.5);
        }
        if (kind(p + 1) != PhraseKind::preposition) return;
        if (is(p + 1, "of")) place_of(p, p + 2);
        if (is(p + 1, "in") || is(p + 1, "near") || is(p + 1, "inside")) stands_in(p, p + 2);
    }

    // "Syria's Idlib province"
    void owned_place(std::size_t state, std::size_t place) {
        if (!is_state(state) || !is_place(place)) return;
        const Range between{mention(state).tokens.end, mention(place).tokens.begin};
        for (std::size_t i = between.begin; i < between.end; ++i) {
            if (token(i).lower == "-" || token(i).tag == Tag::conjunction) return;
        }
        add(place, "located_in", state, "own place", between, 0.75);
    }

    // "Beirut, Lebanon", "Raqqa, northern Syria", but not "Beirut, Lebanon and Syria"
    void place_comma(std::size_t m, std::size_t q) {
        const std::size_t other = phrase(q).mention;
        if (other == none || mention(other).form != MentionForm::name || (!is_place(other) && !is_state(other))) return;
        for (std::size_t i = phrase(q).tokens.begin; i < mention(other).tokens.begin; ++i) {
            if (token(i).tag != Tag::adjective && token(i).lower != "-") return;
        }
        const std::size_t behind = kind(q + 1) == PhraseKind::comma ? q + 2 : q + 1;
        if (is(behind, "and") || is(behind, "or") || actor_of(other).capital) return;
        Tie* tie = add(m, "located_in", other, "place comma", {}, 0.9);
        if (tie) tie->stated = true;
    }

    // "the Syrian city of Aleppo"
    void place_of(std::size_t p, std::size_t q) {
        const Phrase& noun = phrase(p);
        const std::size_t place = phrase(q).mention;
        if (!is_place(place) || !is_state(noun.through) || mention(noun.through).tokens.end > noun.head) return;
        const auto& kinds = NounClasses::builtin().group_kinds(token(noun.head).lemma);
        if (std::find(kinds.begin(), kinds.end(), EntityKind::place) == kinds.end()) return;
        add(place, "located_in", noun.through, "own place of", {noun.head, noun.head + 1}, 0.9);
    }

    // "Aleppo in Syria", "US troops in Iraq"
    void stands_in(std::size_t p, std::size_t q) {
        const std::size_t who = phrase(p).mention;
        const std::size_t where = phrase(q).mention;
        if (who == none || (!is_place(where) && !is_state(where)) || kind_of(who) == EntityKind::person) return;
        const Range cue{phrase(p).head, phrase(p + 1).tokens.end};
        if (!is_place(who)) {
            add(who, "operates_in", where, "actor in", cue, 0.6);
        } else if (is(p + 1, "in")) {
            add(who, "located_in", where, "place in", cue, 0.8);
        }
    }

    // "Wagner forces operated in Mali"
    void acts_in(std::size_t c) {
        const Clause clause = document_.clauses[c];
        const Phrase& verb = phrase(clause.verb);
        if (verb.passive || token(verb.head).tag == Tag::be) return;
        for (const Argument& complement : clause.complements) {
            if (!is_locative(complement.preposition)) continue;
            for (const std::size_t where : complement.phrases) {
                const std::size_t place = phrase(where).mention;
                if (!is_place(place) && !is_state(place)) continue;
                for (const std::size_t who : clause.subject.phrases) {
                    if (!acts_as_force(who)) continue;
                    Tie* tie =
                        add(phrase(who).mention, "operates_in", place, "locative", {verb.head, verb.head + 1}, 0.4);
                    if (tie) tie->clause = c;
                }
            }
        }
    }

    // A state by its mere name acts in too many ways, and persons travel; "US troops" and "Boko Haram" do operate.
    bool acts_as_force(std::size_t p) const {
        const std::size_t m = phrase(p).mention;
        if (m == none || is_place(m) || kind_of(m) == EntityKind::person) return false;
        const bool bare = mention(m).tokens.end == phrase(p).tokens.end;
        return !bare || (!is_state(m) && kind_of(m) != EntityKind::population_group);
    }
};

}  // namespace

void PlaceRules::apply(Document& document) const {
    Matcher(document).run();
}

}  // namespace kith::text
