#include "ingest/text/coreference.hpp"

#include <algorithm>
#include <deque>
#include <numeric>
#include <string>
#include <vector>

#include "ingest/text/noun_classes.hpp"
#include "ingest/text/phrases.hpp"
#include "ingest/text/posts.hpp"
#include "ingest/text/titles.hpp"

namespace kith::text {
namespace {

constexpr std::size_t max_distance_sentences = 3;
constexpr std::size_t max_candidates = 40;

// An actor at a place where it may be taken up again.
struct Candidate {
    std::size_t actor = none;
    std::size_t sentence = 0;
    std::size_t token = 0;
    bool subject = false;
};

class Resolver {
public:
    explicit Resolver(Document& document) : document_(document), posts_(document), names_(document.mentions.size()) {}

    void run() {
        for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
            sentence_ = s;
            if (document_.sentences[s].heading) continue;
            const Range range = document_.sentence_phrases[s];
            for (std::size_t p = range.begin; p < range.end; ++p) {
                if (document_.phrases[p].kind == PhraseKind::noun) visit(p, range);
            }
        }
        sort_mentions(document_);
    }

private:
    const Token& token(std::size_t i) const { return document_.tokens[i]; }
    const Actor& actor(std::size_t a) const { return document_.actors[a]; }

    std::vector<Mention> mentions_in(Range range) const {
        auto first = std::lower_bound(document_.mentions.cbegin(), last_name(), range.begin,
                                      [](const Mention& mention, std::size_t at) { return mention.tokens.begin < at; });
        std::vector<Mention> result;
        for (; first != last_name() && first->tokens.begin < range.end; ++first) result.push_back(*first);
        return result;
    }

    // Behind the names, which are in text order, stand the mentions added here.
    std::vector<Mention>::const_iterator last_name() const {
        return document_.mentions.cbegin() + static_cast<std::ptrdiff_t>(names_);
    }

    std::string state_of(std::size_t a) const {
        return actor(a).kind == EntityKind::state ? actor(a).name : actor(a).state;
    }

    void visit(std::size_t p, Range range) {
        Phrase& phrase = document_.phrases[p];
        resolve_possessive(p, range);
        if (resolve_apposition(p, range) || resolve_post_before_name(p, range)) {
            // stands for the name beside the comma
        } else if (phrase.tokens.size() == 1 && token(phrase.head).tag == Tag::pronoun) {
            resolve_pronoun(phrase);
        } else {
            resolve_nominal(phrase);
        }
        if (p >= range.begin + 2 && is_word(document_, document_.phrases[p - 1], "of")) {
            Phrase& holder = document_.phrases[p - 2];
            if (holder.kind == PhraseKind::noun && holder.mention == none &&
                NounClasses::builtin().leads_through(token(holder.head).lemma)) {
                holder.mention = document_.phrases[p].mention;
            }
        }
        remember(p, range);
    }

    void remember(std::size_t p, Range range) {
        const Phrase& phrase = document_.phrases[p];
        std::size_t next = p + 1;
        while (next < range.end &&
               (document_.phrases[next].kind == PhraseKind::adverb || document_.phrases[next].kind == PhraseKind::time))
            ++next;
        const bool governed = p > range.begin && document_.phrases[p - 1].kind == PhraseKind::preposition;
        const bool opens = p == range.begin && next < range.end && document_.phrases[next].kind == PhraseKind::comma;
        const bool subject =
            !governed && next < range.end &&
            (opens || (document_.phrases[next].kind == PhraseKind::verb && !document_.phrases[next].infinitive));
        for (const Mention& mention : mentions_in(phrase.tokens)) {
            const bool whole = phrase.mention != none && mention.actor == document_.mentions[phrase.mention].actor;
            push({mention.actor, sentence_, mention.tokens.begin, subject && whole});
        }
        if (phrase.mention != none && !phrase.tokens.contains(document_.mentions[phrase.mention].tokens)) {
            push({document_.mentions[phrase.mention].actor, sentence_, phrase.tokens.begin, subject});
        }
    }

    void push(Candidate candidate) {
        candidates_.push_back(candidate);
        if (candidates_.size() > max_candidates) candidates_.pop_front();
    }

    template <typename Fits>
    std::size_t best(std::size_t at, Fits fits, bool prefers_subject) const {
        std::size_t winner = none;
        int highest = 0;
        for (const Candidate& candidate : candidates_) {
            if (candidate.sentence + max_distance_sentences < sentence_ || candidate.token >= at) continue;
            if (!fits(candidate.actor)) continue;
            int score = 100 - 20 * static_cast<int>(sentence_ - candidate.sentence) +
                        (prefers_subject && candidate.subject ? 25 : 0);
            score *= 4;
            if (score >= highest) {
                highest = score;
                winner = candidate.actor;
            }
        }
        return winner;
    }

    std::size_t referent_of_pronoun(const std::string& word, std::size_t at) const {
        if (word == "he" || word == "him" || word == "his" || word == "himself") return person(Gender::male, at);
        if (word == "she" || word == "her" || word == "herself") return person(Gender::female, at);
        const auto acts = [&](std::size_t a) {
            const EntityKind kind = actor(a).kind;
            return kind != EntityKind::person && kind != EntityKind::place && kind != EntityKind::weapon &&
                   kind != EntityKind::event && kind != EntityKind::agreement && kind != EntityKind::media;
        };
        if (word == "it" || word == "its" || word == "itself") return best(at, acts, true);
        if (word == "they" || word == "them" || word == "their" || word == "themselves") return best(at, acts, true);
        return none;
    }

    std::size_t person(Gender gender, std::size_t at) const {
        return best(
            at,
            [&](std::size_t a) {
                return actor(a).kind == EntityKind::person &&
                       (actor(a).gender == gender || actor(a).gender == Gender::unknown);
            },
            true);
    }

    // "Hezbollah, a militant group backed by Iran": the group is Hezbollah.
    bool resolve_apposition(std::size_t p, Range range) {
        Phrase& phrase = document_.phrases[p];
        if (p < range.begin + 2 || document_.phrases[p - 1].kind != PhraseKind::comma) return false;
        const Phrase& before = document_.phrases[p - 2];
        if (before.kind != PhraseKind::noun || before.mention == none || phrase.tokens.size() < 2) return false;
        if (phrase.mention != none && ends_in_name(phrase)) return false;
        const Token& first = token(phrase.tokens.begin);
        if (first.lower != "a" && first.lower != "an" && first.lower != "the") return false;
        const std::size_t referent = document_.mentions[before.mention].actor;
        const auto& kinds = NounClasses::builtin().group_kinds(token(phrase.head).lemma);
        const bool same_kind = std::find(kinds.begin(), kinds.end(), actor(referent).kind) != kinds.end();
        const Title* title = Titles::builtin().ending_at(document_, {phrase.tokens.begin, phrase.head + 1});
        const bool post = actor(referent).kind == EntityKind::person && title && !title->relation.empty();
        if (!same_kind && !post) return false;
        phrase.mention = add({phrase.tokens, MentionForm::nominal, referent});
        return true;
    }

    // "Mali's foreign minister, Abdoulaye Diop, said": the minister is Diop.
    bool resolve_post_before_name(std::size_t p, Range range) {
        Phrase& phrase = document_.phrases[p];
        if (p + 3 >= range.end || document_.phrases[p + 1].kind != PhraseKind::comma) return false;
        const Phrase& name = document_.phrases[p + 2];
        if (document_.phrases[p + 3].kind != PhraseKind::comma || name.kind != PhraseKind::noun ||
            name.mention == none || name.tokens != document_.mentions[name.mention].tokens ||
            actor(document_.mentions[name.mention].actor).kind != EntityKind::person) {
            return false;
        }
        if (phrase.mention != none && ends_in_name(phrase)) return false;
        const Title* title = Titles::builtin().ending_at(document_, {phrase.tokens.begin, phrase.head + 1});
        if (!title || title->relation.empty()) return false;
        phrase.mention = name.mention;
        return true;
    }

    // "Iran or their proxies", "condemned Hamas for its attack": the possessor stands right before.
    std::size_t adjacent_possessor(std::size_t p, Range range) const {
        if (p < range.begin + 2) return none;
        const Phrase& link = document_.phrases[p - 1];
        const Phrase& before = document_.phrases[p - 2];
        if (before.kind != PhraseKind::noun || before.mention == none) return none;
        const bool joined = link.kind == PhraseKind::conjunction || is_word(document_, link, "for");
        const std::size_t referent = document_.mentions[before.mention].actor;
        return joined && actor(referent).kind != EntityKind::place ? referent : none;
    }

    void resolve_possessive(std::size_t p, Range range) {
        Phrase& phrase = document_.phrases[p];
        const Token& first = token(phrase.tokens.begin);
        if (phrase.tokens.size() < 2 || first.tag != Tag::determiner) return;
        if (first.lower != "his" && first.lower != "her" && first.lower != "its" && first.lower != "their") return;
        std::size_t referent = none;
        if (first.lower == "its" || first.lower == "their") referent = adjacent_possessor(p, range);
        if (referent == none) referent = referent_of_pronoun(first.lower, phrase.tokens.begin);
        if (referent == none) return;
        const std::size_t mention =
            add({{phrase.tokens.begin, phrase.tokens.begin + 1}, MentionForm::pronoun, referent});
        if (phrase.through == none) phrase.through = mention;
        if (phrase.mention == none && NounClasses::builtin().stands_in(token(phrase.head).lemma) &&
            actor(referent).kind != EntityKind::person) {
            phrase.mention = mention;
        }
    }

    void resolve_pronoun(Phrase& phrase) {
        const std::size_t referent = referent_of_pronoun(token(phrase.head).lower, phrase.tokens.begin);
        if (referent != none) phrase.mention = phrase.through = add({phrase.tokens, MentionForm::pronoun, referent});
    }

    void resolve_nominal(Phrase& phrase) {
        const Token& first = token(phrase.tokens.begin);
        if (first.lower != "the" && first.lower != "this" && first.lower != "that") return;
        const bool by_modifier = phrase.mention != none && !ends_in_name(phrase);
        if (phrase.mention != none && !by_modifier) return;
        const std::string state =
            phrase.through == none ? std::string() : state_of(document_.mentions[phrase.through].actor);
        std::size_t referent = none;
        if (const Title* title = Titles::builtin().ending_at(document_, {phrase.tokens.begin + 1, phrase.head + 1});
            title && !title->relation.empty() && token(phrase.head).lemma == token(phrase.head).lower) {
            referent = holder(phrase, state, *title);
        } else if (token(phrase.head).lemma == token(phrase.head).lower) {
            referent = group(phrase, state);
        }
        if (referent == none) return;
        phrase.mention = add({phrase.tokens, MentionForm::nominal, referent});
    }

    bool ends_in_name(const Phrase& phrase) const {
        return document_.mentions[phrase.mention].tokens.end == phrase.tokens.end;
    }

    // "the Syrian dictator", "the minister"
    std::size_t holder(const Phrase& phrase, const std::string& state, const Title& title) const {
        if (title.relation == "member_of" || title.relation == "citizen_of" || title.relation == "relative_of" ||
            title.relation == "allied_with")
            return none;
        const std::string& post = token(phrase.head).lemma;
        if (post == "official" || post == "officer" || post == "soldier" || post == "agent" || post == "expert")
            return none;
        const auto nearest = [&](auto fits) {
            return best(
                phrase.tokens.begin, [&](std::size_t a) { return actor(a).kind == EntityKind::person && fits(a); },
                false);
        };
        std::size_t found =
            nearest([&](std::size_t a) { return posts_.has(a, post) && posts_.of_state(a, state, false); });
        if (found == none && !state.empty())
            found =
                nearest([&](std::size_t a) { return posts_.may_have(a, post) && posts_.of_state(a, state, false); });
        if (found == none)
            found = nearest([&](std::size_t a) { return posts_.may_have(a, post) && posts_.of_state(a, state, true); });
        return found;
    }

    // "the group", "the Lebanese militant group"
    std::size_t group(const Phrase& phrase, const std::string& state) const {
        const auto& kinds = NounClasses::builtin().group_kinds(token(phrase.head).lemma);
        if (kinds.empty()) return none;
        for (const EntityKind kind : kinds) {
            if (kind == EntityKind::state && !state.empty()) continue;
            const std::size_t found = best(
                phrase.tokens.begin,
                [&](std::size_t a) {
                    if (actor(a).kind != kind &&
                        !(kind == EntityKind::armed_group && actor(a).kind == EntityKind::organisation))
                        return false;
                    return state.empty() || state_of(a) == state;
                },
                true);
            if (found != none) return found;
        }
        return none;
    }

    std::size_t add(Mention mention) {
        document_.mentions.push_back(mention);
        return document_.mentions.size() - 1;
    }

    Document& document_;
    Posts posts_;
    std::size_t names_;
    std::size_t sentence_ = 0;
    std::deque<Candidate> candidates_;
};

}  // namespace

void sort_mentions(Document& document) {
    std::vector<std::size_t> order(document.mentions.size()), place(document.mentions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return document.mentions[a].tokens.begin < document.mentions[b].tokens.begin;
    });
    std::vector<Mention> sorted;
    sorted.reserve(order.size());
    for (const std::size_t index : order) {
        place[index] = sorted.size();
        sorted.push_back(document.mentions[index]);
    }
    document.mentions = std::move(sorted);
    for (Phrase& phrase : document.phrases) {
        if (phrase.mention != none) phrase.mention = place[phrase.mention];
        if (phrase.through != none) phrase.through = place[phrase.through];
    }
}

void Coreference::apply(Document& document) const {
    Resolver(document).run();
}

}  // namespace kith::text
