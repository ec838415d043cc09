#include "ingest/text/structure_rules.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/text/clauses.hpp"
#include "ingest/text/gazetteer.hpp"
#include "ingest/text/noun_classes.hpp"
#include "ingest/text/phrases.hpp"
#include "ingest/text/tie_builder.hpp"
#include "ingest/text/titles.hpp"

namespace kith::text {
namespace {

bool is_body(EntityKind kind) {
    switch (kind) {
        case EntityKind::government_body:
        case EntityKind::military_unit:
        case EntityKind::armed_group:
        case EntityKind::party:
        case EntityKind::international_body:
        case EntityKind::company:
        case EntityKind::ngo:
        case EntityKind::media:
        case EntityKind::organisation: return true;
        default: return false;
    }
}

class Matcher {
public:
    explicit Matcher(Document& document) : document_(document), ties_(document) {}

    void run() {
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            sentence_ = s;
            range_ = document_.sentence_phrases[s];
            for (std::size_t p = range_.begin; p < range_.end; ++p) {
                if (phrase(p).kind != PhraseKind::noun) continue;
                inside(p);
                beside(p);
            }
        }
        for (std::size_t c = 0; c < document_.clauses.size(); ++c) {
            copula(c);
            locative(c);
        }
    }

private:
    const Phrase& phrase(std::size_t p) const { return document_.phrases[p]; }
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    const Mention& mention(std::size_t m) const { return document_.mentions[m]; }
    const Actor& actor_of(std::size_t m) const { return document_.actors[mention(m).actor]; }
    bool is(std::size_t p, std::string_view lower) const { return range_.contains(p) && is_word(document_, phrase(p), lower); }
    PhraseKind kind(std::size_t p) const { return range_.contains(p) ? phrase(p).kind : PhraseKind::stop; }

    std::vector<std::size_t> mentions_in(Range range) const {
        std::vector<std::size_t> result;
        auto first = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), range.begin,
                                      [](const Mention& m, std::size_t at) { return m.tokens.begin < at; });
        for (; first != document_.mentions.end() && first->tokens.begin < range.end; ++first) {
            if (first->tokens.end <= range.end) result.push_back(static_cast<std::size_t>(first - document_.mentions.begin()));
        }
        return result;
    }

    Tie* add(std::size_t subject, std::string_view relation, std::size_t object, std::string_view rule, Range cue, double confidence) {
        Tie* tie = ties_.add(subject, relation, object, sentence_, rule, confidence);
        if (tie) tie->cue = cue;
        return tie;
    }

    // What a phrase tells of the names inside it.
    void inside(std::size_t p) {
        const Phrase& noun = phrase(p);
        const std::vector<std::size_t> inner = names_in(noun.tokens);
        for (std::size_t i = 0; i < inner.size(); ++i) compound(inner, i, noun);
        for (std::size_t i = 0; i + 1 < inner.size(); ++i) place_in_state(inner[i], inner[i + 1]);
        for (const std::size_t name : inner) nested(name);
        if (noun.mention != none && mention(noun.mention).form == MentionForm::nominal) nominal_post(noun, inner);
        if (inner.empty() || mention(inner.back()).tokens.end != noun.tokens.end) return;
        const std::size_t last = inner.back();
        if (mention(last).form != MentionForm::name) return;
        const Range before{noun.tokens.begin, mention(last).tokens.begin};
        if (actor_of(last).kind == EntityKind::person) {
            title_before(last, before, inner);
        } else if (inner.size() >= 2) {
            home_before(last, inner[inner.size() - 2], before);
        }
        proxy_before(last, before);
    }

    // "Iran or their Lebanese proxy group Hezbollah"
    void proxy_before(std::size_t body, Range before) {
        for (std::size_t i = before.begin; i < before.end; ++i) {
            if (token(i).lemma != "proxy") continue;
            const std::vector<std::size_t> owners = mentions_in({before.begin, i});
            if (!owners.empty()) add(owners.front(), "backs", body, "own proxy", {i, i + 1}, 0.7);
        }
    }

    // Names alone, without the pronouns and nominals that coreference has added.
    std::vector<std::size_t> names_in(Range range) const {
        std::vector<std::size_t> result = mentions_in(range);
        std::erase_if(result, [&](std::size_t m) { return mention(m).form != MentionForm::name && mention(m).form != MentionForm::adjective; });
        return result;
    }

    // "Syria's Idlib province"
    void place_in_state(std::size_t state, std::size_t place) {
        if (actor_of(state).kind != EntityKind::state || actor_of(place).kind != EntityKind::place) return;
        const Range between{mention(state).tokens.end, mention(place).tokens.begin};
        for (std::size_t i = between.begin; i < between.end; ++i) {
            if (token(i).lower == "-" || token(i).tag == Tag::conjunction) return;
        }
        add(place, "located_in", state, "own place", between, 0.6);
    }

    // "U.S. Central Command" belongs to the United States by its name.
    void nested(std::size_t m) {
        if (!is_body(actor_of(m).kind) || !nested_done_.insert(mention(m).actor).second) return;
        const Range tokens = mention(m).tokens;
        if (tokens.size() < 2) return;
        const GazetteerMatch match = Gazetteer::builtin().longest_match(document_, tokens.begin, tokens.end - 1);
        if (!match.entry) return;
        const EntityKind owner = match.entry->kind;
        if (owner != EntityKind::state && owner != EntityKind::international_body) return;
        const EntityKind kind = actor_of(m).kind;
        if (token(tokens.begin + match.tokens).lower == "-") {  // "U.S.-led coalition"
            ties_.add_leader(*match.entry, m, sentence_, "coalition", 0.5);
            return;
        }
        const bool organ = kind == EntityKind::government_body || kind == EntityKind::military_unit;
        if (!organ && kind != EntityKind::international_body) return;
        Tie* tie = ties_.add_nested(m, "part_of", {tokens.begin, tokens.begin + match.tokens}, *match.entry, sentence_,
                                    "nested organ", 0.6);
        if (tie) tie->stated = true;
    }

    // "the Turkish leader", known to be Erdogan
    void nominal_post(const Phrase& noun, const std::vector<std::size_t>& inner) {
        if (actor_of(noun.mention).kind != EntityKind::person) return;
        const Title* title = Titles::builtin().ending_at(document_, {noun.tokens.begin, noun.head + 1});
        if (!title || title->relation.empty()) return;
        for (const std::size_t owner : inner) {
            if (mention(owner).tokens.end > noun.head) continue;
            post(noun.mention, owner, title->relation, {mention(owner).tokens.end, noun.head + 1}, "nominal");
        }
    }

    // "Israeli foreign minister Eli Cohen"
    void title_before(std::size_t person, Range before, const std::vector<std::size_t>& inner) {
        const Title* title = Titles::builtin().ending_at(document_, before);
        while (title && title->relation.empty()) {  // "leader Sayyed Hassan Nasrallah"
            before.end -= title->tokens;
            title = Titles::builtin().ending_at(document_, before);
        }
        if (inner.size() < 2) return;
        const std::size_t owner = inner[inner.size() - 2];
        if (!title || title->relation.empty()) {
            // "Russian businessman Yevgeny Prigozhin"
            if (actor_of(owner).kind == EntityKind::state && mention(owner).tokens.end < before.end) {
                const bool possessive = token(before.end - 1).tag == Tag::possessive;
                add(person, possessive ? "leads" : "citizen_of", owner, possessive ? "possessive leader" : "nationality",
                    {mention(owner).tokens.begin, before.end}, 0.4);
            } else if (actor_of(owner).kind == EntityKind::party) {
                add(person, "member_of", owner, "party person", mention(owner).tokens, 0.7);
            }
            return;
        }
        const Range role{mention(owner).tokens.end, before.end};
        for (std::size_t i = 0; i + 1 < inner.size(); ++i) post(person, inner[i], title->relation, role, "title");
    }

    // "Gov. Chris Christie of New Jersey"
    void title_and_of(std::size_t p, std::size_t preposition) {
        const std::size_t person = phrase(p).mention;
        if (person == none || actor_of(person).kind != EntityKind::person || mention(person).form != MentionForm::name) return;
        if (!is(preposition, "of") && !is(preposition, "from")) return;
        const std::size_t owner = phrase(preposition + 1).mention;
        const Range before{phrase(p).tokens.begin, mention(person).tokens.begin};
        const Title* title = Titles::builtin().ending_at(document_, before);
        if (owner == none || !title || title->relation.empty()) return;
        post(person, owner, title->relation, role_words(before.begin, before.end), "title of");
    }

    // "Rep. Kevin McCarthy, R-Calif.": party and constituency as the American press writes them.
    void party_letter(std::size_t m, std::size_t q) {
        if (actor_of(m).kind != EntityKind::person) return;
        const Range tokens = phrase(q).tokens;
        if (tokens.size() < 3 || token(tokens.begin + 1).lower != "-") return;
        const std::string_view party = token(tokens.begin).lower == "r" ? "Republican Party" : token(tokens.begin).lower == "d" ? "Democratic Party" : "";
        if (party.empty()) return;
        if (const GazetteerEntry* entry = Gazetteer::builtin().find(party)) {
            ties_.add_nested(m, "member_of", {tokens.begin, tokens.begin + 1}, *entry, sentence_, "party letter", 0.8);
        }
        for (const std::size_t owner : names_in(tokens)) add(m, "works_for", owner, "party letter place", mention(owner).tokens, 0.6);
    }

    // A person who holds a post; the owner's kind turns the title's relation.
    void post(std::size_t person, std::size_t owner, std::string_view relation, Range role, std::string_view rule) {
        const EntityKind owner_kind = actor_of(owner).kind;
        if (actor_of(person).kind != EntityKind::person) return;
        if (owner_kind == EntityKind::party && relation == "works_for") relation = "member_of";
        if (owner_kind == EntityKind::population_group) return;
        Range words = role;
        while (!words.empty() && (token(words.begin).tag == Tag::possessive || token(words.begin).tag == Tag::determiner ||
                                  token(words.begin).tag == Tag::punctuation)) {
            ++words.begin;
        }
        const bool former = is_former(words);
        Tie* tie = add(person, relation, owner, std::string(rule) + " " + std::string(relation), words, 0.7);
        if (!tie) return;
        tie->role = std::string(document_.text(words));
        if (former) tie->status = Status::former;
        tie->stated = true;
    }

    bool is_former(Range words) const {
        for (std::size_t i = words.begin > 1 ? words.begin - 2 : 0; i < words.end; ++i) {
            if (token(i).lower == "former" || token(i).lower == "ex" || token(i).lower == "then" || token(i).lower == "late") return true;
        }
        return false;
    }

    // "the Russian mercenary group Wagner", "Russia's FSB", "US State Department"
    void home_before(std::size_t body, std::size_t home, Range before) {
        const EntityKind body_kind = actor_of(body).kind;
        const EntityKind home_kind = actor_of(home).kind;
        const Range cue{mention(home).tokens.begin, before.end};
        if (mention(home).tokens.end < before.end && token(mention(home).tokens.end).lower == "-") return;
        if (body_kind == EntityKind::place && home_kind == EntityKind::state) {
            add(body, "located_in", home, "own place", cue, 0.6);
        } else if (is_body(body_kind) && body_kind != EntityKind::organisation && (home_kind == EntityKind::state || home_kind == EntityKind::place)) {
            const bool organ = body_kind == EntityKind::government_body || body_kind == EntityKind::military_unit;
            add(body, organ ? "part_of" : "based_in", home, organ ? "own organ" : "own body", cue, 0.6);
        }
    }

    // "Iran-backed Houthis", "the Saudi-led coalition", "Israel-Hamas war"
    void compound(const std::vector<std::size_t>& inner, std::size_t i, const Phrase& noun) {
        const std::size_t hyphen = mention(inner[i]).tokens.end;
        if (hyphen + 1 >= noun.tokens.end || token(hyphen).lower != "-") return;
        const Range cue{hyphen + 1, hyphen + 2};
        const std::string& word = token(hyphen + 1).lower;
        const std::size_t other = noun.mention != none && noun.mention != inner[i] ? noun.mention : none;
        if (i + 1 < inner.size() && mention(inner[i + 1]).tokens.begin == hyphen + 1) {
            const std::string& head = token(noun.head).lemma;
            const std::string_view relation = head == "war" || head == "conflict"                       ? "fights"
                                              : head == "talk" || head == "negotiation"                  ? "negotiates_with"
                                              : head == "deal" || head == "agreement" || head == "treaty" ? "agrees_with"
                                              : head == "cooperation"                                     ? "cooperates_with"
                                              : head == "alliance"                                        ? "allied_with"
                                              : head == "summit" || head == "meeting"                     ? "meets"
                                                                                                          : "";
            if (!relation.empty()) add(inner[i], relation, inner[i + 1], "compound pair", {noun.head, noun.head + 1}, 0.6);
            return;
        }
        if (other == none) return;
        if (word == "backed" || word == "supported" || word == "sponsored" || word == "aligned" || word == "allied" || word == "funded") {
            const std::string_view relation = word == "aligned" || word == "allied" ? "allied_with" : word == "funded" ? "funds" : "backs";
            add(inner[i], relation, other, "compound backed", cue, 0.7);
        } else if (word == "led") {
            add(inner[i], actor_of(inner[i]).kind == EntityKind::person ? "leads" : "directs", other, "compound led", cue, 0.6);
        } else if (word == "based") {
            add(other, "based_in", inner[i], "compound based", cue, 0.7);
        } else if (word == "controlled" || word == "held" || word == "occupied") {
            add(inner[i], "occupies", other, "compound held", cue, 0.7);
        } else if (word == "born") {
            add(other, "born_in", inner[i], "compound born", cue, 0.7);
        }
    }

    // What the phrases to the right tell: appositions, "of", "in", ", State".
    void beside(std::size_t p) {
        const std::size_t m = phrase(p).mention;
        const std::size_t next = p + 1;
        if (kind(next) == PhraseKind::comma && kind(next + 1) == PhraseKind::noun) {
            if (m != none) {
                apposition(p, m, next + 1);
                if (actor_of(m).kind == EntityKind::place) place_in(m, next + 1);
                party_letter(m, next + 1);
            }
            reversed_apposition(p, next + 1);
        }
        if (kind(next) == PhraseKind::stop && is(next, "(") && kind(next + 1) == PhraseKind::noun && m != none) {
            bracket(m, next + 1);
            party_letter(m, next + 1);
        }
        if (kind(next) == PhraseKind::preposition && kind(next + 1) == PhraseKind::noun) {
            attached(p, next);
            title_and_of(p, next);
        }
    }

    // "Beirut, Lebanon"
    void place_in(std::size_t m, std::size_t q) {
        const std::size_t other = phrase(q).mention;
        if (other == none || mention(other).form != MentionForm::name) return;
        for (std::size_t i = phrase(q).tokens.begin; i < mention(other).tokens.begin; ++i) {
            if (token(i).tag != Tag::adjective && token(i).lower != "-") return;  // "northern Syria"
        }
        const EntityKind other_kind = actor_of(other).kind;
        if (other_kind != EntityKind::state && other_kind != EntityKind::place) return;
        if (is(q + 1, "and") || is(q + 1, "or")) return;
        if (kind(q + 1) == PhraseKind::comma && (is(q + 2, "and") || is(q + 2, "or"))) return;
        if (other_kind == EntityKind::place && actor_of(other).capital) return;
        Tie* tie = add(m, "located_in", other, "place comma", {}, 0.6);
        if (tie) tie->stated = true;
    }

    // "Kirby, a spokesman for the White House", "Hezbollah, a Lebanese militant group"
    void apposition(std::size_t p, std::size_t m, std::size_t q) {
        if (phrase(p).mention != m || mention(m).form == MentionForm::adjective) return;
        describe(m, q, "apposition");
    }

    // "Iran's foreign minister, Mohammad Javad Zarif"
    void reversed_apposition(std::size_t p, std::size_t q) {
        const std::size_t person = phrase(q).mention;
        if (person == none || mention(person).form != MentionForm::name || actor_of(person).kind != EntityKind::person) return;
        if (phrase(q).tokens.size() != mention(person).tokens.size()) return;
        if (phrase(p).mention != none && actor_of(phrase(p).mention).kind == EntityKind::person && mention(phrase(p).mention).form == MentionForm::name) return;
        // "head of X, Name": the title may stand two phrases to the left
        if (p >= range_.begin + 2 && is(p - 1, "of") && kind(p - 2) == PhraseKind::noun) {
            describe(person, p - 2, "reversed");
        } else {
            describe(person, p, "reversed");
        }
    }

    // What the noun phrase at q says of the actor: a post, a home, a kind of tie.
    void describe(std::size_t m, std::size_t q, std::string_view rule) {
        const Phrase& noun = phrase(q);
        const Range words{noun.tokens.begin, noun.head + 1};
        const std::vector<std::size_t> inner = mentions_in(noun.tokens);
        const std::string rule_name(rule);
        if (actor_of(m).kind == EntityKind::person) {
            const Title* title = Titles::builtin().ending_at(document_, words);
            if (!title || title->relation.empty()) return;
            const std::size_t head_end = noun.head + 1;
            bool found = false;
            if (kind(q + 1) == PhraseKind::preposition && kind(q + 2) == PhraseKind::noun &&
                (is(q + 1, "of") || is(q + 1, "for") || is(q + 1, "at") || is(q + 1, "to") || is(q + 1, "with") || is(q + 1, "in"))) {
                std::size_t end = 0;
                const Argument owners = coordination(document_, q + 2, range_.end, end);
                for (std::size_t owner : owners.phrases) {
                    // "the chief of the general staff of the Russian armed forces"
                    while (phrase(owner).through == none && is(owner + 1, "of") && kind(owner + 2) == PhraseKind::noun) owner += 2;
                    const std::size_t who = phrase(owner).mention != none ? phrase(owner).mention : phrase(owner).through;
                    if (who == none) continue;
                    found = true;
                    post(m, who, title->relation, role_words(noun.tokens.begin, head_end), rule_name + " of");
                }
            }
            for (const std::size_t owner : inner) {
                if (mention(owner).tokens.end <= noun.head && (!found || actor_of(owner).kind == EntityKind::state)) {
                    post(m, owner, title->relation, {mention(owner).tokens.end, head_end}, rule_name);
                }
            }
            return;
        }
        if (noun.mention != none && noun.mention == noun.through && mention(noun.mention).tokens.end == noun.tokens.end) return;
        if (inner.empty() || NounClasses::builtin().group_kinds(token(noun.head).lemma).empty()) return;
        const std::size_t home = inner.front();
        if (actor_of(home).kind == EntityKind::state && mention(home).tokens.end <= noun.head && token(mention(home).tokens.end).lower != "-") {
            const EntityKind what = actor_of(m).kind;
            if (what == EntityKind::state || what == EntityKind::population_group) return;
            const std::string_view relation = what == EntityKind::place ? "located_in" : "based_in";
            add(m, relation, home, rule_name + " home", words, 0.6);
        }
    }

    Range role_words(std::size_t begin, std::size_t end) const {
        while (begin < end && token(begin).tag == Tag::determiner) ++begin;
        return {begin, end};
    }

    // "John McCain (R-Ariz.)" is not handled; "Aleppo (Syria)"
    void bracket(std::size_t m, std::size_t q) {
        const std::size_t other = phrase(q).mention;
        if (other == none || !is(q + 1, ")")) return;
        if (actor_of(m).kind == EntityKind::place && actor_of(other).kind == EntityKind::state) {
            add(m, "located_in", other, "place bracket", {}, 0.5);
        }
    }

    // "the Syrian city of Aleppo", "Aleppo in Syria", "the leader of Hezbollah Hassan Nasrallah", "US troops in Iraq"
    void attached(std::size_t p, std::size_t preposition) {
        const Phrase& noun = phrase(p);
        const std::size_t q = preposition + 1;
        const std::size_t other = phrase(q).mention;
        if (other == none) return;
        const EntityKind other_kind = actor_of(other).kind;
        const bool placed = other_kind == EntityKind::place || other_kind == EntityKind::state;
        const Range cue{noun.head, phrase(preposition).tokens.end};
        if (is(preposition, "of") && noun.mention == other && noun.through != none && noun.through != other) {
            // the "of" phrase passes through: "the Syrian city of Aleppo"
            if (other_kind == EntityKind::place && actor_of(noun.through).kind == EntityKind::state) {
                add(other, "located_in", noun.through, "own place of", cue, 0.7);
            }
        }
        if (is(preposition, "of") && other_kind == EntityKind::place && noun.through != none && actor_of(noun.through).kind == EntityKind::state &&
            mention(noun.through).tokens.end <= noun.head) {
            const auto& kinds = NounClasses::builtin().group_kinds(token(noun.head).lemma);
            if (std::find(kinds.begin(), kinds.end(), EntityKind::place) != kinds.end()) {
                add(other, "located_in", noun.through, "own place of", cue, 0.7);
            }
        }
        if (noun.mention == none || noun.mention == other || !placed) return;
        const EntityKind what = actor_of(noun.mention).kind;
        if (is(preposition, "in") && what == EntityKind::place) {
            add(noun.mention, "located_in", other, "place in", cue, 0.5);
        } else if ((is(preposition, "in") || is(preposition, "near") || is(preposition, "inside")) && what != EntityKind::person) {
            add(noun.mention, "operates_in", other, "actor in", cue, 0.5);
        }
    }

    // "X is the leader of Y", "X, who is a spokesman for Y", "X is a Lebanese militant group"
    void copula(std::size_t c) {
        const Clause& clause = document_.clauses[c];
        const std::string& lemma = token(phrase(clause.verb).head).lower;
        const bool is_copula = token(phrase(clause.verb).head).tag == Tag::be || lemma == "became" || lemma == "become" || lemma == "remains";
        if (!is_copula || clause.object.phrases.empty() || clause.subject.phrases.empty()) return;
        sentence_ = clause.sentence;
        range_ = document_.sentence_phrases[sentence_];
        const std::size_t m = phrase(clause.subject.phrases.front()).mention;
        if (m == none) return;
        const std::size_t first = document_.ties.size();
        describe(m, clause.object.phrases.front(), "copula");
        for (std::size_t t = first; t < document_.ties.size(); ++t) document_.ties[t].clause = c;
    }

    // A state by its mere name acts in too many ways; "US troops" do not.
    bool is_bare_state(std::size_t p) const {
        const std::size_t m = phrase(p).mention;
        const EntityKind what = actor_of(m).kind;
        return (what == EntityKind::state || what == EntityKind::population_group) && mention(m).tokens.end == phrase(p).tokens.end;
    }

    // "Wagner forces operated in Syria": who acts in a place.
    void locative(std::size_t c) {
        const Clause clause = document_.clauses[c];
        sentence_ = clause.sentence;
        if (clause.subject.phrases.empty() || phrase(clause.verb).passive || token(phrase(clause.verb).head).tag == Tag::be) return;
        for (const Argument& complement : clause.complements) {
            if (complement.preposition != "in" && complement.preposition != "near" && complement.preposition != "inside" &&
                complement.preposition != "across" && complement.preposition != "throughout") {
                continue;
            }
            for (const std::size_t where : complement.phrases) {
                const std::size_t place = phrase(where).mention;
                if (place == none) continue;
                const EntityKind place_kind = actor_of(place).kind;
                if (place_kind != EntityKind::place && place_kind != EntityKind::state) continue;
                for (const std::size_t who : clause.subject.phrases) {
                    const std::size_t subject = phrase(who).mention;
                    if (subject == none || actor_of(subject).kind == EntityKind::place) continue;
                    if (actor_of(subject).kind == EntityKind::person || is_bare_state(who)) continue;
                    Tie* tie = add(subject, "operates_in", place, "locative",
                                   {phrase(clause.verb).head, phrase(clause.verb).head + 1}, 0.5);
                    if (tie) tie->clause = c;
                }
            }
        }
    }

    Document& document_;
    TieBuilder ties_;
    std::size_t sentence_ = 0;
    Range range_;
    std::unordered_set<std::size_t> nested_done_;  // actors
};

}  // namespace

void StructureRules::apply(Document& document) const { Matcher(document).run(); }

}  // namespace kith::text
