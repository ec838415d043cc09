#include "ingest/text/references/antecedents.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/reference_words.hpp"

namespace kith::text {
namespace {

// What is as likely somebody else stands for nobody: a claim about the wrong one is worse than none. Anything from 0.4 to
// 0.6 gives the same F1 of claims on annotated articles, with fewer wrong ones the higher it is.
constexpr double least_share = 0.5;
constexpr int of_title = 3;         // what "Ms." weighs, where "she" weighs one
constexpr int of_given_name = 2;    // ... and "Anna"
constexpr int times_the_other = 2;  // as often he as she, and more: he is meant by no "she"

// Whether each of the article's actors is he or she, by given names, and by titles and pronouns that the article has for them.
class Genders {
public:
    explicit Genders(const Document& document) : document_(document) {
        for (const Mention& mention : document.mentions) {
            if (mention.actor == none) continue;
            if (mention.kind.empty())
                count(mention.actor, gender_of_reference(document, mention), 1);
            else
                count(mention.actor, gender_of_title(document, mention), of_title);
        }
        for (const ActorIndex actor : document.actors.indices()) {
            if (document.actors[actor].kind == EntityKind::person)
                count(actor, gender_of_name(document.actors[actor].name), of_given_name);
        }
    }

    bool may_be(ActorIndex actor, const Mention& reference) const {
        const Gender gender = gender_of_reference(document_, reference);
        const auto found = counts_.find(actor);
        if (gender == Gender::untold || found == counts_.end()) return true;
        const auto [male, female] = found->second;
        return gender == Gender::male ? female < times_the_other * male : male < times_the_other * female;
    }

private:
    struct Counts {
        int male = 0, female = 0;
    };

    void count(ActorIndex actor, Gender gender, int weight) {
        if (gender == Gender::male) counts_[actor].male += weight;
        if (gender == Gender::female) counts_[actor].female += weight;
    }

    const Document& document_;
    std::map<ActorIndex, Counts> counts_;
};

// The states that stand before a noun, by the token where they do: "the Lebanese group", "the U.S. president".
class HomeStates {
public:
    explicit HomeStates(const Document& document) : document_(document) {
        for (const Mention& mention : document.mentions) {
            if (mention.actor == none || !(mention.kind == "nationality" || is_short_state(mention))) continue;
            const bool is_half = mention.tokens.end < document.tokens.size() &&
                                 !document.tokens[mention.tokens.end].space_before;  // "the Iranian-backed group"
            if (!is_half) states_.emplace(mention.tokens.begin, document.actors[mention.actor].name);
        }
    }

    // Whether the states before the phrase's noun agree with where the actor is at home: "the Lebanese group" is none of Palestine's.
    bool may_be(const Actor& actor, const Mention& reference) const {
        const std::string& home = actor.kind == EntityKind::state ? actor.name : actor.state;
        const auto begin = states_.lower_bound(reference.tokens.begin),
                   end = states_.lower_bound(noun_of(document_, reference.tokens));
        if (home.empty() || begin == end || !has_known_noun(document_, reference)) return true;
        return std::any_of(begin, end, [&](const auto& named) { return named.second == home; });
    }

private:
    // "U.S.", "UK", where an adjective is seldom; "the Vietnam veteran" is no Vietnamese.
    bool is_short_state(const Mention& mention) const {
        const Token& token = document_.tokens[mention.tokens.begin];
        return mention.kind == "state" && mention.tokens.size() == 1 &&
               (token.all_caps || token.lower.find('.') != std::string::npos);
    }

    const Document& document_;
    std::map<std::size_t, std::string_view> states_;
};

// The bodies that persons are named with: "Lib Dem spokesman Ed Davey", "Charles Kennedy, the Lib Dem leader".
class Affiliations {
public:
    explicit Affiliations(const Document& document) : document_(document) {
        for (const Mention& mention : document.mentions) {
            if (mention.actor != none && !mention.kind.empty() &&
                document.actors[mention.actor].kind == EntityKind::party)
                parties_.emplace(mention.tokens.begin, &mention);
        }
        if (parties_.empty()) return;
        for (const Mention& mention : document.mentions) {
            if (mention.kind != "person" || mention.actor == none) continue;
            persons_.emplace(mention.tokens.begin, &mention);
            const std::size_t first = mention.tokens.begin - std::min(mention.tokens.begin, reach);
            const auto begin = parties_.lower_bound(first), end = parties_.lower_bound(mention.tokens.end + reach);
            for (auto party = begin; party != end; ++party) {
                const Range& other = party->second->tokens;
                const bool beside = other.end <= mention.tokens.begin ? is_phrase({other.end, mention.tokens.begin})
                                                                      : is_phrase({mention.tokens.end, other.begin});
                if (!beside) continue;
                members_[party->second->actor].insert(mention.actor);
                parties_of_[mention.actor].insert(party->second->actor);
            }
        }
    }

    // Where the article names persons with the party that the phrase names, it means one of them: "the Lib Dem spokesman"
    // is no minister.
    bool may_be(ActorIndex actor, const Mention& reference) const {
        if (is_party_of_owner(document_, reference)) return is_of_last_person(actor, reference);
        if (document_.actors[actor].kind != EntityKind::person) return true;
        const auto party = parties_.lower_bound(reference.tokens.begin);
        if (party == parties_.end() || !reference.tokens.contains(party->first)) return true;
        const auto members = members_.find(party->second->actor);
        return members == members_.end() || members->second.contains(actor);
    }

private:
    static constexpr std::size_t reach = 5;  // tokens: "the Lib Dem Treasury spokesman, Vince Cable"

    // "SNP leader Alex Salmond said his party"
    bool is_of_last_person(ActorIndex party, const Mention& reference) const {
        const auto behind = persons_.lower_bound(reference.tokens.begin);
        if (behind == persons_.begin()) return true;
        const auto parties = parties_of_.find(std::prev(behind)->second->actor);
        return parties == parties_of_.end() || parties->second.contains(party);
    }

    // Nothing happens between: a title, a comma, an article.
    bool is_phrase(Range between) const {
        for (std::size_t i = between.begin; i < between.end; ++i) {
            const Token& token = document_.tokens[i];
            if (token.tag == Tag::verb || token.tag == Tag::modal || token.tag == Tag::be || token.tag == Tag::have ||
                token.tag == Tag::conjunction || token.lower == "." || token.lower == ";")
                return false;
        }
        return true;
    }

    const Document& document_;
    std::map<std::size_t, const Mention*> parties_;  // by the token where they begin
    std::map<std::size_t, const Mention*> persons_;  // likewise
    std::map<ActorIndex, std::set<ActorIndex>> members_, parties_of_;
};

// The leader whose government a phrase names: "the Assad regime" is he, or his state, whichever the net takes it for.
class Leaders {
public:
    explicit Leaders(const Document& document) : document_(document) {
        for (const Mention& mention : document.mentions) {
            if (mention.kind == "person" && mention.actor != none) by_end_.emplace(mention.tokens.end, mention.actor);
        }
    }

    bool may_be(ActorIndex index, const Mention& reference) const {
        const ActorIndex leader = leader_of(reference);
        if (leader == none || leader == index) return true;
        const Actor& actor = document_.actors[index];
        const std::string& state = document_.actors[leader].state;
        return actor.kind != EntityKind::person &&
               (actor.kind != EntityKind::state || state.empty() || actor.name == state);
    }

    // Whose government it is; none: the phrase names no leader.
    ActorIndex leader_of(const Mention& reference) const {
        const std::size_t noun = noun_of_government(document_, reference.tokens);
        const auto found = noun == none ? by_end_.end() : by_end_.find(noun);
        return found == by_end_.end() ? ActorIndex{} : found->second;
    }

private:
    const Document& document_;
    std::map<std::size_t, ActorIndex> by_end_;
};

// Who is named where: "a spokesman" is nobody whom the text has named before, unless the sentence has just done so.
class Introductions {
public:
    explicit Introductions(const Document& document) : document_(document) {
        for (const Mention& mention : document.mentions) {
            if (mention.kind.empty() || mention.actor == none) continue;
            places_[mention.actor].push_back(mention.tokens);
        }
    }

    bool may_be(ActorIndex actor, const Mention& reference) const {
        if (!has_new_article(document_, reference.tokens)) return true;
        const SentenceIndex sentence = sentence_of(document_, reference.tokens.begin);
        const auto places = places_.find(actor);
        if (places == places_.end() || sentence_of(document_, places->second.front().begin) > sentence) return true;
        switch (place_in(sentence, places->second, reference.tokens)) {
            case Place::before:
                return true;
            case Place::behind:  // whatever the noun; but "a regime desperate to prove it ... Iran" may well be that
                return document_.actors[actor].kind == EntityKind::state && has_known_noun(document_, reference);
            case Place::elsewhere:
                return !introduces_somebody(document_, reference.tokens);
        }
        return true;
    }

private:
    static constexpr std::size_t reach = 3;  // tokens: "a lawyer, one Bo Ott"
    enum class Place : std::uint8_t { before, behind, elsewhere };

    // Where the sentence names somebody: in touch counts as before.
    Place place_in(SentenceIndex sentence, const std::vector<Range>& places, Range phrase) const {
        if (sentence == none) return Place::elsewhere;
        const Range tokens = document_.sentences[sentence].tokens;
        const auto name = std::ranges::lower_bound(places, tokens.begin, {}, &Range::begin);
        if (name == places.end() || name->begin >= tokens.end) return Place::elsewhere;
        return name->begin < phrase.end + reach ? Place::before : Place::behind;
    }

    const Document& document_;
    std::map<ActorIndex, std::vector<Range>> places_;  // in order
};

// Names that say what somebody is: where the article has a High Court, "the court" is no company, and "the prince" nobody
// else where it has a Prince Harry.
class Institutions {
public:
    explicit Institutions(const Document& document) : document_(document) {
        for (const Mention& mention : document.mentions) {
            if (mention.kind.empty() || mention.actor == none) continue;
            const bool is_person = mention.kind == "person";
            const std::size_t begin = mention.tokens.begin, behind_first = begin + (mention.tokens.size() > 1 ? 1 : 0);
            const std::size_t first = is_person && begin > 0 ? begin - 1 : begin;
            // A title stands before a person's name: Martin Luther King is no king.
            for (std::size_t i = first; i < (is_person ? behind_first : mention.tokens.end); ++i) {
                const std::string_view noun = institution(document, {i, i + 1});
                if (!noun.empty() && is_title(noun) == is_person) called_[noun].insert(mention.actor);
            }
        }
    }

    bool may_be(ActorIndex actor, const Mention& reference) const {
        const auto called = called_.find(institution(document_, reference.tokens));
        return called == called_.end() || called->second.contains(actor);
    }

private:
    const Document& document_;
    std::map<std::string_view, std::set<ActorIndex>> called_;
};

// Whose somebody is: "his" of "his host", or of whom the sentence has spoken before the phrase, and where it begins with it the
// one before.
class Owners {
public:
    explicit Owners(const Document& document) : document_(document) {
        for (const Mention& mention : document.mentions) {
            if (mention.actor != none) by_begin_.emplace(mention.tokens.begin, &mention);
        }
    }

    bool may_be(ActorIndex actor, const Mention& reference) const {
        if (!is_of_owner(document_, reference)) return true;
        const auto begin = by_begin_.lower_bound(reference.tokens.begin);
        for (auto owner = begin; owner != by_begin_.end() && owner->first == reference.tokens.begin; ++owner) {
            if (owner->second->actor == actor && owner->second->tokens.end < reference.tokens.end) return false;
        }
        return !is_of_pronoun(document_, reference) || !is_spoken_of_before(begin, actor, reference);
    }

private:
    using Mentions = std::multimap<std::size_t, const Mention*>;

    // In the sentence of the mention before this one, as somebody who may be the owner: not "Bo Ott, his lawyer".
    bool is_spoken_of_before(Mentions::const_iterator mention, ActorIndex actor, const Mention& reference) const {
        if (mention == by_begin_.begin()) return false;
        const SentenceIndex sentence = sentence_of(document_, std::prev(mention)->first);
        if (are_two_genders(gender_of_owner(document_, reference), gender_of_name(document_.actors[actor].name)))
            return false;
        while (mention != by_begin_.begin() && sentence_of(document_, (--mention)->first) == sentence) {
            if (mention->second->actor == actor && !is_apposition(*mention->second, reference)) return true;
        }
        return false;
    }

    bool is_apposition(const Mention& name, const Mention& reference) const {
        const Token& between = document_.tokens[name.tokens.end];  // there is one: the reference stands behind
        return name.tokens.end + 1 == reference.tokens.begin && (between.lower == "," || is_dash(between));
    }

    const Document& document_;
    Mentions by_begin_;
};

// Who is somebody's: "our ally Japan" is not "we", nor is who says "his Iranian counterpart" an Iranian.
class Possessed {
public:
    explicit Possessed(const Document& document) : document_(document) {
        for (const Mention& mention : document.mentions) {
            if (mention.actor != none && !mention.kind.empty()) by_begin_.emplace(mention.tokens.begin, &mention);
        }
    }

    bool may_be(ActorIndex actor, const Mention& reference) const {
        if (!is_possessive(document_, reference)) return true;
        const Mention* const owned = name_behind(reference.tokens.end);
        if (owned == nullptr) return true;
        if (owned->form == MentionForm::name) return owned->actor != actor;
        if (!is_of_another_behind(owned->tokens.end)) return true;
        const Actor &other = document_.actors[owned->actor], &owner = document_.actors[actor];
        return owned->actor != actor && (owner.state.empty() || owner.state != other.name);
    }

private:
    static constexpr std::size_t most_between = 4;  // tokens: "our long-standing American friends"
    static constexpr std::size_t most_behind = 2;   // "Iranian nuclear counterpart"

    // The name in the phrase that begins with the pronoun; null: none stands there.
    const Mention* name_behind(std::size_t begin) const {
        const auto found = by_begin_.lower_bound(begin);
        if (found == by_begin_.end() || found->first > begin + most_between) return nullptr;
        for (std::size_t i = begin; i < found->first; ++i) {
            const Token& token = document_.tokens[i];
            const bool in_phrase =
                token.tag == Tag::adjective || token.tag == Tag::noun || token.tag == Tag::adverb || token.lower == "-";
            if (!in_phrase || token.line_before) return nullptr;
        }
        return found->second;
    }

    bool is_of_another_behind(std::size_t begin) const {
        const std::size_t end = std::min(document_.tokens.size(), begin + most_behind);
        for (std::size_t i = begin; i < end; ++i) {
            if (is_of_another(document_.tokens[i].lower)) return true;
        }
        return false;
    }

    const Document& document_;
    std::map<std::size_t, const Mention*> by_begin_;
};

// Whom the reference most likely stands for, of those who pass.
template <typename MayBe>
ActorIndex likeliest(const Document& document, const Reference& reference, const MayBe& may_be) {
    std::map<ActorIndex, double> shares;
    ActorIndex best;
    double most = std::max(reference.nobody, least_share);
    for (const Antecedent& name : reference.names) {
        const ActorIndex actor = document.mentions[name.mention].actor;
        if (actor == none || !may_be(actor)) continue;
        const double share = shares[actor] += name.probability;
        if (share > most) {
            most = share;
            best = actor;
        }
    }
    return best;
}

}  // namespace

void Antecedents::apply(Document& document) const {
    const HomeStates homes(document);
    const Affiliations affiliations(document);
    const Institutions institutions(document);
    const Leaders leaders(document);
    const Introductions introductions(document);
    const auto can_stand = [&](const Mention& mention, ActorIndex index) {
        const Actor& actor = document.actors[index];
        return may_stand_for(document, mention, actor.kind) && homes.may_be(actor, mention) &&
               affiliations.may_be(index, mention) && institutions.may_be(index, mention) &&
               leaders.may_be(index, mention) && introductions.may_be(index, mention);
    };
    for (const Reference& reference : document.references) {
        Mention& mention = document.mentions[reference.mention];
        mention.actor = likeliest(document, reference, [&](ActorIndex actor) { return can_stand(mention, actor); });
        if (mention.actor == none) mention.actor = leaders.leader_of(mention);
    }
    // What the article calls its actors, and whose somebody is, other references tell.
    const Genders genders(document);
    const Owners owners(document);
    const Possessed possessed(document);
    for (const Reference& reference : document.references) {
        Mention& mention = document.mentions[reference.mention];
        const auto agrees = [&](ActorIndex actor) {
            return genders.may_be(actor, mention) && owners.may_be(actor, mention) && possessed.may_be(actor, mention);
        };
        if (mention.actor == none || agrees(mention.actor)) continue;
        mention.actor = likeliest(document, reference,
                                  [&](ActorIndex actor) { return can_stand(mention, actor) && agrees(actor); });
    }
}

}  // namespace kith::text
