#include "ingest/text/relation_rules.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/text/coordination.hpp"
#include "ingest/text/frames.hpp"
#include "ingest/text/noun_classes.hpp"
#include "ingest/text/phrases.hpp"
#include "ingest/text/tie_builder.hpp"

namespace kith::text {
namespace {

constexpr std::size_t max_ties = 64;  // of one frame at one place: a list of hostile length makes no more

// What fills a place of a frame: mentions, and whether they exclude one another.
struct Filling {
    std::vector<std::size_t> mentions;
    bool exclusive = false;
    bool weak = false;  // only mentioned inside: "attacked Israeli positions"
    bool near = false;  // no place of the frame, but the nearest name
};

class Matcher {
public:
    explicit Matcher(Document& document) : document_(document), ties_(document) {
        for (std::size_t c = 0; c < document.clauses.size(); ++c) {
            const Clause& clause = document.clauses[c];
            for (const std::size_t p : clause.object.phrases) governor_.try_emplace(p, c);
            for (const std::size_t p : clause.indirect.phrases) governor_.try_emplace(p, c);
            for (const Argument& complement : clause.complements) {
                for (const std::size_t p : complement.phrases) governor_.try_emplace(p, c);
            }
        }
    }

    void run() {
        for (std::size_t c = 0; c < document_.clauses.size(); ++c) match_verb(c);
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            const Range range = document_.sentence_phrases[s];
            for (std::size_t p = range.begin; p < range.end; ++p) {
                if (phrase(p).kind == PhraseKind::noun) match_noun(p, s, range);
            }
        }
    }

private:
    const Phrase& phrase(std::size_t p) const { return document_.phrases[p]; }
    const Token& token(std::size_t i) const { return document_.tokens[i]; }

    Filling fill(const Argument& argument, bool weak_too) const {
        Filling filling;
        for (const std::size_t p : argument.phrases) {
            if (phrase(p).mention != none) filling.mentions.push_back(phrase(p).mention);
        }
        if (filling.mentions.empty() && weak_too) {
            for (const std::size_t p : argument.phrases) {
                if (phrase(p).through != none) filling.mentions.push_back(phrase(p).through);
            }
            filling.weak = true;
        }
        filling.exclusive = argument.exclusive && filling.mentions.size() > 1;
        return filling;
    }

    const Argument* complement(const Clause& clause, std::string_view preposition) const {
        for (const Argument& argument : clause.complements) {
            if (argument.preposition == preposition) return &argument;
        }
        return nullptr;
    }

    // The argument in a place of a verb's frame; null: empty. "obj&to": the object if an infinitive follows.
    const Argument* argument_at(const Clause& clause, std::string_view place) const {
        const bool passive = phrase(clause.verb).passive;
        if (place == "obj&to") {
            if (!governs_infinitive(clause)) return nullptr;
            place = "obj";
        }
        if (place == "subj") {
            return passive ? complement(clause, "by") : &clause.subject;
        }
        if (place == "obj") return passive ? &clause.subject : &clause.object;
        if (place == "iobj") return &clause.indirect;
        return complement(clause, place);
    }

    bool governs_infinitive(const Clause& clause) const {
        const Range range = document_.sentence_phrases[clause.sentence];
        for (std::size_t p = clause.verb + 1; p < range.end && p < clause.verb + 10; ++p) {
            if (phrase(p).kind == PhraseKind::verb) return phrase(p).infinitive;
        }
        return false;
    }

    Filling fill_first(const Clause& clause, const std::vector<std::string_view>& places, bool weak_too) const {
        for (const std::string_view place : places) {
            const Argument* argument = argument_at(clause, place);
            if (!argument) continue;
            Filling filling = fill(*argument, weak_too && place != "subj");
            if (!filling.mentions.empty()) return filling;
        }
        return {};
    }

    void match_verb(std::size_t c) {
        const Clause clause = document_.clauses[c];
        const std::string& lemma = token(phrase(clause.verb).head).lemma;
        for (const Frame& frame : Frames::builtin().of_verb(lemma)) {
            if (frame.subject.front() == "each") {
                if (admits_object(clause, frame) && !has_partner(clause)) pairs(c, clause.subject, frame);
                continue;
            }
            if (frame.object.front() == "between") {
                const Argument* parties = between(clause);
                const Filling subject = fill_first(clause, frame.subject, false);
                if (parties) join(subject, fill(*parties, true), frame, c, clause.sentence, cue_of(clause));
                continue;
            }
            if (!admits_item(clause, frame)) continue;
            Filling subject = fill_first(clause, frame.subject, false);
            Filling object = fill_first(clause, frame.object, true);
            if (frame.near_confidence > 0.0) {
                if (subject.mentions.empty() && !object.mentions.empty()) {
                    subject = nearest_left(clause.verb, clause.sentence);
                } else if (object.mentions.empty() && !subject.mentions.empty()) {
                    object = nearest_right(clause.verb, clause.sentence);
                }
            }
            join(subject, object, frame, c, clause.sentence, cue_of(clause), item_of(clause, frame));
        }
    }

    // The nearest actor before or behind a phrase, for places that the clause leaves open.
    Filling nearest_left(std::size_t p, std::size_t sentence) const {
        Filling filling;
        filling.near = true;
        const Range range = document_.sentence_phrases[sentence];
        for (int steps = 0; p > range.begin && steps < 10; ++steps) {
            --p;
            if (phrase(p).kind == PhraseKind::noun && phrase(p).mention != none) {
                filling.mentions = {phrase(p).mention};
                break;
            }
        }
        return filling;
    }

    Filling nearest_right(std::size_t p, std::size_t sentence) const {
        Filling filling;
        filling.near = true;
        const Range range = document_.sentence_phrases[sentence];
        for (int steps = 0; ++p < range.end && steps < 8; ++steps) {
            if (phrase(p).kind == PhraseKind::stop) break;
            if (phrase(p).kind == PhraseKind::noun && phrase(p).through != none && !is_venue(p)) {
                filling.mentions = {phrase(p).mention != none ? phrase(p).mention : phrase(p).through};
                break;
            }
        }
        return filling;
    }

    // "a news conference at the White House": where it happens, not with whom.
    bool is_venue(std::size_t p) const {
        return p > 0 && (is_word(document_, phrase(p - 1), "at") || is_word(document_, phrase(p - 1), "outside"));
    }

    // The object of a frame with "each" is one of the nouns it lists ("signed a deal"), or there is none ("met").
    bool admits_object(const Clause& clause, const Frame& frame) const {
        if (clause.object.phrases.empty()) return frame.object.front() == "each";
        const std::string& noun = token(phrase(clause.object.phrases.front()).head).lemma;
        return std::find(frame.object.begin(), frame.object.end(), noun) != frame.object.end();
    }

    // "A and B fought alongside C": what they do, they do with or against another.
    bool has_partner(const Clause& clause) const {
        return complement(clause, "alongside") || complement(clause, "against") || complement(clause, "with");
    }

    // What is supplied or fired must be goods, where it is named.
    bool admits_item(const Clause& clause, const Frame& frame) const {
        if (frame.item != "obj" || (frame.relation != "supplies" && frame.relation != "attacks")) return true;
        const Argument* item = argument_at(clause, frame.item);
        if (!item || item->phrases.empty()) return frame.relation == "supplies";
        return NounClasses::builtin().is_goods(token(phrase(item->phrases.front()).head).lemma);
    }

    // "brokered a deal between A and B": the parties may follow the verb's object.
    const Argument* between(const Clause& clause) const { return complement(clause, "between"); }

    Range cue_of(const Clause& clause) const { return {phrase(clause.verb).head, phrase(clause.verb).head + 1}; }

    std::string item_of(const Clause& clause, const Frame& frame) const {
        if (frame.item.empty()) return {};
        const Argument* argument = argument_at(clause, frame.item);
        if (!argument || argument->phrases.empty()) return {};
        return item_text(argument->phrases.front());
    }

    std::string item_text(std::size_t p) const {
        Range range = phrase(p).tokens;
        while (!range.empty() && (token(range.begin).tag == Tag::determiner)) ++range.begin;
        return std::string(document_.text(range));
    }

    void pairs(std::size_t c, const Argument& argument, const Frame& frame) {
        const Filling filling = fill(argument, false);
        if (filling.mentions.size() * filling.mentions.size() > max_ties) return;
        for (std::size_t i = 0; i < filling.mentions.size(); ++i) {
            for (std::size_t j = i + 1; j < filling.mentions.size(); ++j) {
                Tie* tie = ties_.add(filling.mentions[i], frame.relation, filling.mentions[j],
                                     document_.clauses[c].sentence, frame.rule + " each", frame.confidence);
                if (!tie) continue;
                tie->clause = c;
                tie->cue = cue_of(document_.clauses[c]);
            }
        }
    }

    void join(const Filling& subject, const Filling& object, const Frame& frame, std::size_t c, std::size_t sentence,
              Range cue, const std::string& item = {}) {
        if (subject.mentions.size() * object.mentions.size() > max_ties) return;
        const int alternative = subject.exclusive || object.exclusive ? ties_.next_alternative() : 0;
        for (const std::size_t s : subject.mentions) {
            for (const std::size_t o : object.mentions) {
                Tie* tie = ties_.add(
                    s, frame.relation, o, sentence,
                    frame.rule + (object.weak ? "~" : "") + (subject.near ? "<" : "") + (object.near ? ">" : ""),
                    (subject.near || object.near ? frame.near_confidence : frame.confidence) *
                        (object.weak ? 0.8 : 1.0));
                if (!tie) continue;
                tie->clause = c;
                tie->cue = cue;
                tie->item = item;
                tie->alternative = alternative;
            }
        }
    }

    // Nouns: "Hamas's attack on Israel", "the supply of missiles to Russia by Iran".
    void match_noun(std::size_t p, std::size_t sentence, Range range) {
        const Phrase& noun = phrase(p);
        if (noun.mention != none) return;
        const std::vector<Frame>& frames = frames_of(noun);
        if (frames.empty()) return;
        const std::vector<Argument> complements = complements_of(p, range);
        const auto governed = governor_.find(p);
        const std::size_t c = governed == governor_.end() ? none : governed->second;
        const Range cue{noun.head, noun.head + 1};
        for (const Frame& frame : frames) {
            bool done = false;
            for (const Argument& argument : complements) {
                if (argument.preposition != "between") continue;
                for (const std::string_view place : frame.object) {
                    if (place != "between" || done) continue;
                    between_pairs(argument, frame, c, sentence, cue);
                    done = true;
                }
            }
            if (done) continue;
            Filling object = noun_place(p, complements, c, frame.object);
            Filling subject = noun_place(p, complements, c, frame.subject);
            if (frame.near_confidence > 0.0) {
                if (subject.mentions.empty() && !object.mentions.empty()) {
                    subject = nearest_left(p, sentence);
                } else if (object.mentions.empty() && !subject.mentions.empty()) {
                    object = nearest_right(p, sentence);
                }
            }
            if (object.mentions.empty()) continue;
            join(subject, object, frame, c, sentence, cue);
        }
    }

    // The frames of the head; of "sanctions authorities", "peace talks package" those of the noun before.
    const std::vector<Frame>& frames_of(const Phrase& noun) const {
        const std::vector<Frame>& own = Frames::builtin().of_noun(token(noun.head).lemma);
        if (!own.empty() || noun.head == noun.tokens.begin || !is_means(token(noun.head).lemma)) return own;
        return Frames::builtin().of_noun(token(noun.head - 1).lemma);
    }

    static bool is_means(std::string_view lemma) {
        return lemma == "authority" || lemma == "power" || lemma == "measure" || lemma == "package" ||
               lemma == "regime" || lemma == "tool";
    }

    void between_pairs(const Argument& argument, const Frame& frame, std::size_t c, std::size_t sentence, Range cue) {
        const Filling filling = fill(argument, true);
        if (filling.mentions.size() * filling.mentions.size() > max_ties) return;
        for (std::size_t i = 0; i < filling.mentions.size(); ++i) {
            for (std::size_t j = i + 1; j < filling.mentions.size(); ++j) {
                Tie* tie = ties_.add(filling.mentions[i], frame.relation, filling.mentions[j], sentence,
                                     frame.rule + " between", frame.confidence);
                if (!tie) continue;
                tie->clause = c;
                tie->cue = cue;
            }
        }
    }

    std::vector<Argument> complements_of(std::size_t p, Range range) const {
        std::vector<Argument> result;
        std::size_t next = p + 1;
        while (next + 1 < range.end && phrase(next).kind == PhraseKind::preposition &&
               phrase(next + 1).kind == PhraseKind::noun) {
            const std::size_t preposition = next;
            Argument argument = coordination(document_, next + 1, range.end, next);
            argument.preposition = token(phrase(preposition).head).lower;
            result.push_back(std::move(argument));
        }
        return result;
    }

    Filling noun_place(std::size_t p, const std::vector<Argument>& complements, std::size_t c,
                       const std::vector<std::string_view>& places) const {
        for (const std::string_view place : places) {
            Filling filling;
            if (place == "own") {
                if (phrase(p).through != none) filling.mentions.push_back(phrase(p).through);
            } else if (place == "doer") {
                const std::size_t governor = c != none ? c : clause_behind(p);
                if (governor != none) {
                    const Argument* doer = argument_at(document_.clauses[governor], "subj");
                    if (doer) filling = fill(*doer, false);
                }
            } else {
                for (const Argument& argument : complements) {
                    if (argument.preposition == place) filling = fill(argument, true);
                    if (!filling.mentions.empty()) break;
                }
            }
            if (!filling.mentions.empty()) return filling;
        }
        return {};
    }

    // Of an adjunct before its verb: "Wagner, at the direction of Russia, was preparing".
    std::size_t clause_behind(std::size_t p) const {
        if (p == 0 || phrase(p - 1).kind != PhraseKind::preposition) return none;
        const auto found = std::upper_bound(document_.clauses.begin(), document_.clauses.end(), p,
                                            [](std::size_t at, const Clause& clause) { return at < clause.verb; });
        if (found == document_.clauses.end() || phrase(found->verb).passive) return none;
        const Range range = document_.sentence_phrases[found->sentence];
        return range.contains(p) ? static_cast<std::size_t>(found - document_.clauses.begin()) : none;
    }

    Document& document_;
    TieBuilder ties_;
    std::unordered_map<std::size_t, std::size_t> governor_;  // phrase -> the clause it is an argument of
};

}  // namespace

void RelationRules::apply(Document& document) const {
    Matcher(document).run();
}

}  // namespace kith::text
