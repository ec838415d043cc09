#include "ingest/text/clauses.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "ingest/text/coordination.hpp"
#include "ingest/text/phrases.hpp"

namespace kith::text {
namespace {

// Verbs whose object acts in the infinitive or gerund behind: "urged Russia to withdraw", "accused Iran of arming".
bool controls_object(std::string_view lemma) {
    static const std::unordered_set<std::string_view> verbs = {
        "urge",    "ask",     "call",      "order",     "tell",     "force",    "want",     "persuade",
        "allow",   "enable",  "encourage", "press",     "push",     "warn",     "invite",   "help",
        "expect",  "direct",  "instruct",  "pressure",  "require",  "request",  "convince", "accuse",
        "blame",   "condemn", "criticize", "criticise", "praise",   "thank",    "charge",   "convict",
        "suspect", "stop",    "prevent",   "ban",       "sanction", "denounce", "slam",     "fault",
        "deter",   "commend", "punish",    "jail",      "arrest",   "detain",   "sentence", "dissuade",
        "forbid",  "permit",  "advise",    "see",       "indict",   "summon",   "applaud"};
    return verbs.contains(lemma);
}

class Builder {
public:
    Builder(Document& document, std::size_t sentence)
        : document_(document), sentence_(sentence), range_(document.sentence_phrases[sentence]) {}

    void run() {
        first_clause_ = document_.clauses.size();
        for (std::size_t p = range_.begin; p < range_.end; ++p) {
            if (phrase(p).kind == PhraseKind::verb) build(p);
        }
    }

private:
    const Phrase& phrase(std::size_t p) const { return document_.phrases[p]; }
    PhraseKind kind(std::size_t p) const { return range_.contains(p) ? phrase(p).kind : PhraseKind::stop; }
    const Token& head(std::size_t p) const { return document_.tokens[phrase(p).head]; }
    bool is(std::size_t p, std::string_view lower) const {
        return range_.contains(p) && is_word(document_, phrase(p), lower);
    }

    void build(std::size_t v) {
        Clause clause;
        clause.sentence = sentence_;
        clause.verb = v;
        find_objects(clause);
        find_subject(clause);
        document_.clauses.push_back(std::move(clause));
    }

    void find_objects(Clause& clause) const {
        std::size_t p = clause.verb + 1;
        while (range_.contains(p)) {
            if (kind(p) == PhraseKind::adverb || kind(p) == PhraseKind::time || (kind(p) == PhraseKind::adjective)) {
                ++p;
            } else if (kind(p) == PhraseKind::noun && clause.complements.empty() && clause.object.phrases.empty()) {
                if (is_subject_of_next(p)) break;
                clause.object = coordination(document_, p, range_.end, p);
                if (kind(p) == PhraseKind::noun && !is_subject_of_next(p)) {
                    clause.indirect = clause.object;
                    clause.object = coordination(document_, p, range_.end, p);
                }
            } else if (kind(p) == PhraseKind::preposition && kind(p + 1) == PhraseKind::noun) {
                Argument complement = coordination(document_, p + 1, range_.end, p);
                complement.position = complement.phrases.front() - 1;
                complement.preposition = head(complement.position).lower;
                clause.complements.push_back(std::move(complement));
            } else if (kind(p) == PhraseKind::preposition && kind(p + 1) == PhraseKind::preposition) {
                ++p;
            } else {
                break;
            }
        }
    }

    // "said Wagner was preparing": the noun phrase behind the verb opens a clause of its own.
    bool is_subject_of_next(std::size_t p) const {
        std::size_t next = p + 1;
        while (kind(next) == PhraseKind::adverb) ++next;
        return kind(next) == PhraseKind::verb && !phrase(next).participle && !phrase(next).infinitive;
    }

    void find_subject(Clause& clause) {
        const std::size_t v = clause.verb;
        if (v == range_.begin) return subject_behind(clause);
        const std::size_t before = skip_adverbs(v - 1);
        if (before == none) return;
        if (phrase(v).infinitive) return governed(clause, before, "to");
        const bool gerund = phrase(v).participle && !phrase(v).passive;
        if (gerund && kind(before) == PhraseKind::preposition) return governed(clause, before, head(before).lower);
        if (gerund && kind(before) == PhraseKind::comma) return shared(clause, before, "ing");
        if (kind(before) == PhraseKind::conjunction) return shared(clause, before, "and");
        if (phrase(v).participle && kind(before) == PhraseKind::noun) {
            clause.subject.phrases = {before};
            return;
        }
        if (phrase(v).participle && kind(before) == PhraseKind::comma && before > range_.begin &&
            kind(before - 1) == PhraseKind::noun) {
            clause.subject.phrases = {leftmost_of_phrase(before - 1)};
            return;
        }
        if (kind(before) == PhraseKind::relative) {
            std::size_t p = before;
            while (p > range_.begin && (kind(p - 1) == PhraseKind::comma || kind(p - 1) == PhraseKind::preposition))
                --p;
            if (p > range_.begin && kind(p - 1) == PhraseKind::noun) clause.subject.phrases = {antecedent(p - 1)};
            clause.link = "which";
            return;
        }
        clause.subject = subject_left_of(before);
    }

    // "Backed by Iran, Hezbollah attacked ...": the participle at the front belongs to the subject behind the comma.
    void subject_behind(Clause& clause) const {
        if (!phrase(clause.verb).participle) return;
        for (std::size_t p = clause.verb + 1; range_.contains(p) && p < clause.verb + 12; ++p) {
            if (kind(p) == PhraseKind::comma && kind(p + 1) == PhraseKind::noun) {
                clause.subject.phrases = {p + 1};
                return;
            }
        }
    }

    std::size_t skip_adverbs(std::size_t p) const {
        while (kind(p) == PhraseKind::adverb || kind(p) == PhraseKind::time) {
            if (p == range_.begin) return none;
            --p;
        }
        return p;
    }

    // "members of Hezbollah, ...": of a chain of noun phrases joined by "of", the first.
    std::size_t leftmost_of_phrase(std::size_t p) const {
        while (p >= range_.begin + 2 && kind(p - 1) == PhraseKind::preposition && kind(p - 2) == PhraseKind::noun)
            p -= 2;
        return p;
    }

    // The noun phrase that a relative clause belongs to: the nearest, save that "leader of X, who" is the leader.
    std::size_t antecedent(std::size_t p) const {
        if (p >= range_.begin + 2 && is(p - 1, "of") && kind(p - 2) == PhraseKind::noun) return p - 2;
        return p;
    }

    Argument subject_left_of(std::size_t p) const {
        int steps = 0;
        while (range_.contains(p) && ++steps < 40) {
            switch (kind(p)) {
                case PhraseKind::adverb:
                case PhraseKind::time:
                case PhraseKind::adjective:
                    break;
                case PhraseKind::comma: {
                    const std::size_t opening = previous_comma(p);
                    if (opening == none) return {};
                    p = opening;
                    break;
                }
                case PhraseKind::noun: {
                    if (p > range_.begin && kind(p - 1) == PhraseKind::preposition) {
                        --p;
                        break;
                    }
                    if (p > range_.begin && kind(p - 1) == PhraseKind::verb) {
                        const std::size_t governor = p - 1;
                        if (phrase(governor).participle) {
                            p = governor;
                            break;
                        }
                        if (governor > range_.begin && kind(governor - 1) == PhraseKind::relative) {
                            p = governor - 1;
                            break;
                        }
                    }
                    return coordinated_left(p);
                }
                case PhraseKind::conjunction: {
                    if (p > range_.begin && kind(p - 1) == PhraseKind::noun) break;
                    return {};
                }
                case PhraseKind::verb:
                    if (!phrase(p).participle && !phrase(p).infinitive &&
                        !(p > range_.begin && kind(p - 1) == PhraseKind::relative)) {
                        return {};
                    }
                    break;
                case PhraseKind::relative:
                    break;
                case PhraseKind::stop: {
                    if (!is(p, ")")) return {};
                    while (p > range_.begin && !is(p, "(")) --p;
                    break;
                }
                default:
                    return {};
            }
            if (p == range_.begin) return {};
            --p;
        }
        return {};
    }

    // The comma that opens the parenthesis closed by the one at `closing`.
    std::size_t previous_comma(std::size_t closing) const {
        for (std::size_t p = closing; p > range_.begin && closing - p < 16;) {
            --p;
            if (kind(p) == PhraseKind::comma) return p;
            if (kind(p) == PhraseKind::stop && !is(p, ")") && !is(p, "(")) return none;
        }
        return none;
    }

    // "Iran, Russia and Syria" with p at Syria.
    Argument coordinated_left(std::size_t p) const {
        Argument argument;
        argument.phrases = {p};
        bool joined = false;
        while (p >= range_.begin + 2) {
            std::size_t left = p - 1;
            if (kind(left) == PhraseKind::conjunction && !is(left, "but")) {
                argument.exclusive |= is(left, "or");
                if (kind(left - 1) == PhraseKind::comma && left >= range_.begin + 2) --left;
                joined = true;
            } else if (!joined || kind(left) != PhraseKind::comma) {
                break;
            }
            if (left == range_.begin || kind(left - 1) != PhraseKind::noun) break;
            p = leftmost_of(left - 1);
            if (p > range_.begin && (kind(p - 1) == PhraseKind::preposition || kind(p - 1) == PhraseKind::verb)) break;
            argument.phrases.insert(argument.phrases.begin(), p);
        }
        return argument;
    }

    std::size_t leftmost_of(std::size_t p) const {
        while (p >= range_.begin + 2 && is(p - 1, "of") && kind(p - 2) == PhraseKind::noun) p -= 2;
        return p;
    }

    std::size_t clause_of(std::size_t verb) const {
        for (std::size_t c = document_.clauses.size(); c-- > first_clause_;) {
            if (document_.clauses[c].verb == verb) return c;
        }
        return none;
    }

    // The nearest verb to the left, not past a stop.
    std::size_t governor_left_of(std::size_t p) const {
        for (int steps = 0; steps < 24; ++steps) {
            if (kind(p) == PhraseKind::verb) return clause_of(p);
            if (kind(p) == PhraseKind::stop || p == range_.begin) return none;
            --p;
        }
        return none;
    }

    void shared(Clause& clause, std::size_t before, std::string_view link) {
        const std::size_t parent = governor_left_of(before);
        if (parent == none) return;
        clause.parent = parent;
        clause.link = link;
        clause.subject = document_.clauses[parent].subject;
        if (link == "and") {
            // "attacked and occupied Kuwait"
            Clause& other = document_.clauses[parent];
            if (other.object.phrases.empty() && other.complements.empty() && before == other.verb + 1) {
                other.object = clause.object;
                other.complements = clause.complements;
            }
            if (document_.phrases[other.verb].passive && !phrase(clause.verb).passive &&
                phrase(clause.verb).participle) {
                document_.phrases[clause.verb].passive = true;
            }
        }
    }

    void governed(Clause& clause, std::size_t before, std::string_view link) {
        const std::size_t parent = governor_left_of(before);
        clause.link = link;
        if (parent == none) {  // a noun governs: "Iran's plan to attack Israel"
            if (kind(before) == PhraseKind::noun) clause.subject.phrases = {before};
            return;
        }
        clause.parent = parent;
        const Clause& governor = document_.clauses[parent];
        const Phrase& verb = phrase(governor.verb);
        const std::string& lemma = document_.tokens[verb.head].lemma;
        const bool object_acts =
            controls_object(lemma) && !(link == "by" || link == "after" || link == "before" || link == "without");
        if (!object_acts || verb.passive) {
            clause.subject = governor.subject;
        } else if (!governor.object.phrases.empty()) {
            clause.subject = governor.object;
        } else if (!governor.complements.empty()) {
            clause.subject = governor.complements.front();
        } else {
            clause.subject = governor.subject;
        }
    }

    Document& document_;
    std::size_t sentence_;
    Range range_;
    std::size_t first_clause_ = 0;
};

}  // namespace

void Clauses::apply(Document& document) const {
    for (std::size_t s = 0; s < document.sentences.size(); ++s) Builder(document, s).run();
}

}  // namespace kith::text
