#include "ingest/text/title_rules.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/coordination.hpp"
#include "ingest/text/gazetteer.hpp"
#include "ingest/text/phrase_rules.hpp"
#include "ingest/text/titles.hpp"

namespace kith::text {
namespace {

class Matcher : private PhraseRules {
public:
    explicit Matcher(Document& document) : PhraseRules(document) {}

    void run() {
        for_each_noun_phrase([&](std::size_t p) {
            inside(p);
            beside(p);
        });
        for (std::size_t c = 0; c < document_.clauses.size(); ++c) copula(c);
    }

private:
    // A person's post is told by a relation; "Mr." tells none.
    const Title* post_ending_at(Range range) const {
        const Title* title = Titles::builtin().ending_at(document_, range);
        return title && !title->relation.empty() ? title : nullptr;
    }

    void inside(std::size_t p) {
        const Phrase& noun = phrase(p);
        const std::vector<std::size_t> names = names_in(noun.tokens);
        if (noun.mention != none && mention(noun.mention).form == MentionForm::nominal) nominal(noun, names);
        if (names.size() < 2 || mention(names.back()).tokens.end != noun.tokens.end) return;
        if (mention(names.back()).form != MentionForm::name || kind_of(names.back()) != EntityKind::person) return;
        title_before(names, {noun.tokens.begin, mention(names.back()).tokens.begin});
    }

    // "the Turkish leader", known to be Erdogan
    void nominal(const Phrase& noun, const std::vector<std::size_t>& names) {
        if (kind_of(noun.mention) != EntityKind::person) return;
        const Title* title = post_ending_at({noun.tokens.begin, noun.head + 1});
        if (!title) return;
        for (const std::size_t owner : names) {
            if (mention(owner).tokens.end > noun.head) continue;
            post(noun.mention, owner, title->relation, {mention(owner).tokens.end, noun.head + 1}, "nominal", 0.45);
        }
    }

    // "Israeli foreign minister Eli Cohen": the last name is the holder's, those before it own the post.
    void title_before(const std::vector<std::size_t>& names, Range before) {
        const Title* title = Titles::builtin().ending_at(document_, before);
        while (title && title->relation.empty()) {  // "leader Sayyed Hassan Nasrallah"
            before.end -= title->tokens;
            title = Titles::builtin().ending_at(document_, before);
        }
        const std::size_t person = names.back();
        const std::size_t owner = names[names.size() - 2];
        if (!title) return untitled(person, owner, before);
        const Range role{mention(owner).tokens.end, before.end};
        // "Lebanon's Hezbollah leader" leads the group that is at home there, not the state.
        const bool only_nearest = title->relation == "leads" && is_body(kind_of(owner)) &&
                                  kind_of(owner) != EntityKind::government_body &&
                                  kind_of(owner) != EntityKind::military_unit;
        for (std::size_t i = only_nearest ? names.size() - 2 : 0; i + 1 < names.size(); ++i)
            post(person, names[i], title->relation, role, "title", 0.85);
    }

    // "Russia's Vladimir Putin", "Russian businessman Yevgeny Prigozhin", "Republican Mitt Romney"
    void untitled(std::size_t person, std::size_t owner, Range before) {
        const Range cue{mention(owner).tokens.begin, before.end};
        if (kind_of(owner) == EntityKind::party) {
            add(person, "member_of", owner, "party person", mention(owner).tokens, 0.7);
        } else if (kind_of(owner) == EntityKind::state && mention(owner).tokens.end < before.end) {
            const bool possessive = token(before.end - 1).tag == Tag::possessive;
            add(person, possessive ? "leads" : "citizen_of", owner, possessive ? "possessive leader" : "nationality",
                cue, 0.6);
        }
    }

    void beside(std::size_t p) {
        const std::size_t m = phrase(p).mention;
        const std::size_t next = p + 1;
        if (kind(next) == PhraseKind::comma && kind(next + 1) == PhraseKind::noun) {
            if (m != none && mention(m).form != MentionForm::adjective) describe(m, next + 1, "apposition");
            if (m != none) party_letter(m, next + 1);
            reversed_apposition(p, next + 1);
        }
        if (is(next, "(") && kind(next + 1) == PhraseKind::noun && m != none) party_letter(m, next + 1);
        if (kind(next) == PhraseKind::preposition && kind(next + 1) == PhraseKind::noun) title_and_of(p, next);
    }

    // "Gov. Chris Christie of New Jersey"
    void title_and_of(std::size_t p, std::size_t preposition) {
        const std::size_t person = phrase(p).mention;
        const std::size_t owner = phrase(preposition + 1).mention;
        if (person == none || owner == none || mention(person).form != MentionForm::name) return;
        if (!is(preposition, "of") && !is(preposition, "from")) return;
        const Range before{phrase(p).tokens.begin, mention(person).tokens.begin};
        const Title* title = before.empty() ? nullptr : post_ending_at(before);
        if (title) post(person, owner, title->relation, before, "title of", 0.6);
    }

    // "Rep. Adam Smith, D-Wash.": party and constituency as the American press writes them.
    void party_letter(std::size_t m, std::size_t q) {
        const Range tokens = phrase(q).tokens;
        if (kind_of(m) != EntityKind::person || tokens.size() < 3 || token(tokens.begin + 1).lower != "-") return;
        const std::string& letter = token(tokens.begin).lower;
        if (letter != "r" && letter != "d") return;
        const GazetteerEntry* party =
            Gazetteer::builtin().find(letter == "r" ? "Republican Party" : "Democratic Party");
        if (!party) return;
        ties_.add_nested(m, "member_of", {tokens.begin, tokens.begin + 1}, *party, sentence_, "party letter", 0.9);
        for (const std::size_t owner : names_in(tokens)) {
            add(m, "works_for", owner, "party letter place", mention(owner).tokens, 0.6);
        }
    }

    // "Iran's foreign minister, Javad Zarif", "the head of Hezbollah, Hassan Nasrallah"
    void reversed_apposition(std::size_t p, std::size_t q) {
        const std::size_t person = phrase(q).mention;
        if (person == none || mention(person).form != MentionForm::name) return;
        if (phrase(q).tokens.size() != mention(person).tokens.size()) return;
        const std::size_t before = phrase(p).mention;
        if (before != none && before != person && mention(before).form == MentionForm::name &&
            kind_of(before) == EntityKind::person) {
            return;
        }
        const bool of = p >= range_.begin + 2 && is(p - 1, "of") && kind(p - 2) == PhraseKind::noun;
        describe(person, of ? p - 2 : p, "reversed");
    }

    void copula(std::size_t c) {
        const Clause& clause = document_.clauses[c];
        const std::size_t predicate = predicate_of(clause);
        if (predicate == none) return;
        enter(clause.sentence);
        const std::size_t m = phrase(clause.subject.phrases.front()).mention;
        if (m == none) return;
        const std::size_t first = document_.ties.size();
        describe(m, predicate, "copula");
        for (std::size_t t = first; t < document_.ties.size(); ++t) document_.ties[t].clause = c;
    }

    // The post that the noun phrase at q gives to a person: its owners stand behind it or inside it.
    void describe(std::size_t person, std::size_t q, const std::string& rule) {
        if (kind_of(person) != EntityKind::person) return;
        const Phrase& noun = phrase(q);
        const Title* title = post_ending_at({noun.tokens.begin, noun.head + 1});
        if (!title) return;
        const bool found = owners_behind(person, q, *title, rule + " of");
        for (const std::size_t owner : mentions_in(noun.tokens)) {
            const bool named =
                mention(owner).form == MentionForm::name || mention(owner).form == MentionForm::adjective;
            if (!named && (mention(owner).tokens.end > noun.head || kind_of(owner) == EntityKind::person)) continue;
            if (mention(owner).tokens.end > noun.head || (found && kind_of(owner) != EntityKind::state)) continue;
            post(person, owner, title->relation, {mention(owner).tokens.end, noun.head + 1}, rule, 0.75);
        }
    }

    // "a spokesman for X and Y", "the chief of the general staff of the Russian armed forces"
    bool owners_behind(std::size_t person, std::size_t q, const Title& title, const std::string& rule) {
        if (kind(q + 1) != PhraseKind::preposition || kind(q + 2) != PhraseKind::noun) return false;
        const std::string& preposition = token(phrase(q + 1).head).lower;
        if (preposition != "of" && preposition != "for" && preposition != "at" && preposition != "to" &&
            preposition != "with" && preposition != "in") {
            return false;
        }
        bool found = false;
        std::size_t end = 0;
        const Argument owners = coordination(document_, q + 2, range_.end, end);
        for (std::size_t owner : owners.phrases) {
            while (phrase(owner).through == none && is(owner + 1, "of") && kind(owner + 2) == PhraseKind::noun) {
                owner += 2;
            }
            const std::size_t who = phrase(owner).mention != none ? phrase(owner).mention : phrase(owner).through;
            if (who == none) continue;
            found = true;
            post(person, who, title.relation, {phrase(q).tokens.begin, phrase(q).head + 1}, rule, 0.75);
        }
        return found;
    }

    // The kind of the owner turns the title's relation: one works for a ministry but is a member of a party.
    void post(std::size_t person, std::size_t owner, std::string_view relation, Range role, std::string_view rule,
              double confidence) {
        const EntityKind owner_kind = kind_of(owner);
        if (kind_of(person) != EntityKind::person || owner_kind == EntityKind::population_group) return;
        if (owner_kind == EntityKind::party && relation == "works_for") relation = "member_of";
        while (!role.empty() && opens_phrase(token(role.begin).tag)) ++role.begin;
        Tie* tie = add(person, relation, owner, std::string(rule) + " " + std::string(relation), role, confidence);
        if (!tie) return;
        tie->role = std::string(document_.text(role));
        if (is_former(role)) tie->status = Status::former;
        tie->stated = true;
    }

    static bool opens_phrase(Tag tag) {
        return tag == Tag::possessive || tag == Tag::determiner || tag == Tag::punctuation;
    }

    // "former president", "then-Wagner boss"
    bool is_former(Range role) const {
        for (std::size_t i = role.begin > 1 ? role.begin - 2 : 0; i < role.end; ++i) {
            const std::string& word = token(i).lower;
            if (word == "former" || word == "ex" || word == "then" || word == "late") return true;
        }
        return false;
    }
};

}  // namespace

void TitleRules::apply(Document& document) const {
    Matcher(document).run();
}

}  // namespace kith::text
