#include "ingest/text/body_rules.hpp"

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "graph/embedded.hpp"
#include "ingest/text/gazetteer.hpp"
#include "ingest/text/noun_classes.hpp"
#include "ingest/text/phrase_rules.hpp"
#include "ingest/text/table.hpp"

KITH_EMBEDDED(compounds_tsv)

namespace kith::text {
namespace {

// "A-backed B": the relation from A to B, or from B to A where reversed.
struct CompoundRelation {
    std::string_view relation;
    bool reversed = false;
    double confidence = 0.0;
};

// data/compounds.tsv
class Compounds {
public:
    static const Compounds& builtin() {
        static const Compounds compounds;
        return compounds;
    }

    // "the A-B war": what the head noun says of the two; empty: nothing.
    std::string_view of_pair(std::string_view head) const {
        const auto found = pairs_.find(head);
        return found == pairs_.end() ? std::string_view{} : found->second;
    }

    // Null: the participle ties nothing.
    const CompoundRelation* of_participle(std::string_view word) const {
        const auto found = participles_.find(word);
        return found == participles_.end() ? nullptr : &found->second;
    }

private:
    Compounds() {
        for (const Row& row : rows(compounds_tsv())) {
            for (const std::string_view word : split(row[1], ' ')) {
                if (row[0] == "pair") {
                    pairs_.emplace(word, row[2]);
                } else {
                    const double confidence = std::stoi(std::string(row[3])) / 100.0;
                    participles_.emplace(word, CompoundRelation{row[2], row[0] == "reversed", confidence});
                }
            }
        }
    }

    std::map<std::string_view, std::string_view> pairs_;
    std::map<std::string_view, CompoundRelation> participles_;
};

class Matcher : private PhraseRules {
public:
    explicit Matcher(Document& document) : PhraseRules(document) {}

    void run() {
        for_each_noun_phrase([&](std::size_t p) {
            inside(p);
            const std::size_t m = phrase(p).mention;
            if (m == none || mention(m).form == MentionForm::adjective) return;
            if (kind(p + 1) == PhraseKind::comma && kind(p + 2) == PhraseKind::noun) home_told(m, p + 2, "apposition");
        });
        for (const Clause& clause : document_.clauses) {
            const std::size_t predicate = predicate_of(clause);
            if (predicate == none) continue;
            enter(clause.sentence);
            const std::size_t m = phrase(clause.subject.phrases.front()).mention;
            if (m != none) home_told(m, predicate, "copula");
        }
    }

private:
    void inside(std::size_t p) {
        const Phrase& noun = phrase(p);
        const std::vector<std::size_t> names = names_in(noun.tokens);
        for (std::size_t i = 0; i < names.size(); ++i) {
            compound(names, i, noun);
            nested(names[i]);
        }
        if (names.empty() || mention(names.back()).tokens.end != noun.tokens.end) return;
        const std::size_t last = names.back();
        if (mention(last).form != MentionForm::name) return;
        if (names.size() >= 2) home_before(last, names[names.size() - 2]);
        proxy_before(last, {noun.tokens.begin, mention(last).tokens.begin});
    }

    bool opens_compound(std::size_t m) const {
        const std::size_t next = mention(m).tokens.end;
        return next < document_.tokens.size() && token(next).lower == "-";
    }

    // "Iran-backed Houthis", "Israel-Hamas war"
    void compound(const std::vector<std::size_t>& names, std::size_t i, const Phrase& noun) {
        const std::size_t first = names[i];
        const std::size_t word = mention(first).tokens.end + 1;
        if (!opens_compound(first) || word >= noun.tokens.end) return;
        if (i + 1 < names.size() && mention(names[i + 1]).tokens.begin == word) {
            const std::string_view relation = Compounds::builtin().of_pair(token(noun.head).lemma);
            if (!relation.empty()) add(first, relation, names[i + 1], "compound pair", {noun.head, noun.head + 1}, 0.8);
            return;
        }
        const std::size_t other = noun.mention;
        const CompoundRelation* tie = Compounds::builtin().of_participle(token(word).lower);
        if (!tie || other == none || other == first) return;
        const bool person = kind_of(first) == EntityKind::person;
        const std::string_view relation = person && tie->relation == "directs" ? "leads" : tie->relation;
        const std::string rule = "compound " + token(word).lower;
        add(tie->reversed ? other : first, relation, tie->reversed ? first : other, rule, {word, word + 1},
            tie->confidence);
    }

    // "U.S. Central Command" belongs to the United States by its name, which leads the "U.S.-led coalition".
    void nested(std::size_t m) {
        const Range tokens = mention(m).tokens;
        if (tokens.size() < 2 || !is_body(kind_of(m)) || !nested_done_.insert(mention(m).actor).second) return;
        const GazetteerMatch match = Gazetteer::builtin().longest_match(document_, tokens.begin, tokens.end - 1);
        if (!match.entry) return;
        if (match.entry->kind != EntityKind::state && match.entry->kind != EntityKind::international_body) return;
        if (token(tokens.begin + match.tokens).lower == "-") {
            ties_.add_leader(*match.entry, m, sentence_, "coalition", 0.8);
        } else if (is_organ(kind_of(m)) || kind_of(m) == EntityKind::international_body) {
            Tie* tie = ties_.add_nested(m, "part_of", {tokens.begin, tokens.begin + match.tokens}, *match.entry,
                                        sentence_, "nested organ", 0.7);
            if (tie) tie->stated = true;
        }
    }

    // Whether such a body is part of a state rather than at home in it.
    static bool is_organ(EntityKind kind) {
        return kind == EntityKind::government_body || kind == EntityKind::military_unit;
    }

    // "the Russian mercenary group Wagner", "Russia's FSB"
    void home_before(std::size_t body, std::size_t home) {
        const EntityKind what = kind_of(body);
        const EntityKind where = kind_of(home);
        if (opens_compound(home) || !is_body(what) || what == EntityKind::organisation) return;
        if (where != EntityKind::state && where != EntityKind::place) return;
        const Range cue{mention(home).tokens.begin, mention(body).tokens.begin};
        add(body, is_organ(what) ? "part_of" : "based_in", home, is_organ(what) ? "own organ" : "own body", cue, 0.85);
    }

    // "Iran or their Lebanese proxy group Hezbollah"
    void proxy_before(std::size_t body, Range before) {
        for (std::size_t i = before.begin; i < before.end; ++i) {
            if (token(i).lemma != "proxy") continue;
            const std::vector<std::size_t> owners = mentions_in({before.begin, i});
            if (!owners.empty()) add(owners.front(), "backs", body, "own proxy", {i, i + 1}, 0.7);
        }
    }

    // "Hezbollah, a Lebanese militant group": what the noun phrase at q tells of the home of m.
    void home_told(std::size_t m, std::size_t q, const std::string& rule) {
        const Phrase& noun = phrase(q);
        const std::vector<std::size_t> names = names_in(noun.tokens);
        if (names.empty() || mention(names.back()).tokens.end == noun.tokens.end) return;
        if (NounClasses::builtin().group_kinds(token(noun.head).lemma).empty()) return;
        const std::size_t home = names.front();
        if (kind_of(home) != EntityKind::state || opens_compound(home)) return;
        const EntityKind what = kind_of(m);
        if (what != EntityKind::place && !is_body(what)) return;
        add(m, what == EntityKind::place ? "located_in" : "based_in", home, rule + " home",
            {noun.tokens.begin, noun.head + 1}, 0.7);
    }

    std::unordered_set<std::size_t> nested_done_;  // actors
};

}  // namespace

void BodyRules::apply(Document& document) const {
    Matcher(document).run();
}

}  // namespace kith::text
