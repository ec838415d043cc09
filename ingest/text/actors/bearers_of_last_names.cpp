#include "ingest/text/actors/bearers_of_last_names.hpp"

#include <algorithm>
#include <utility>

#include "graph/names/name_words.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t most_namesakes = 32;  // persons with one word in common: articles may be hostile

bool is_known(const Surface& surface) {
    return surface.entry && surface.entry->kind == EntityKind::person;
}

}  // namespace

BearersOfLastNames::BearersOfLastNames(Document& document, const std::vector<Surface>& surfaces, Offices& offices,
                                       std::function<ActorIndex(const GazetteerEntry&)> actor_of)
    : document_(document),
      surfaces_(surfaces),
      offices_(offices),
      actor_of_(std::move(actor_of)),
      speakers_(document, surfaces),
      spouses_(document, surfaces) {
    const auto has_rank = [&](MentionIndex mention) {
        return GenericWords::builtin().rank.contains(offices_.word_before(mention));
    };
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        const Surface& surface = surfaces[i];
        if (!surface.person) continue;
        if (surface.entry) of_entry_[surface.entry->number].push_back(i);
        if (surface.words.size() < 2) continue;
        if (std::ranges::any_of(surface.mentions, has_rank)) soldiers_.insert(surface.actor.value());
        for (const std::string& word : surface.words) {
            std::vector<std::size_t>& namesakes = by_word_[word];
            if (namesakes.size() < most_namesakes) namesakes.push_back(i);
        }
    }
}

void BearersOfLastNames::assign() {
    for (const Surface& surface : surfaces_) {
        if (!surface.person || surface.words.size() != 1) continue;
        Titles titles{is_known(surface) ? only_junior(surface) : ActorIndex{}};
        for (const MentionIndex mention : surface.mentions) {
            const Gender gender = gender_of_title(document_, document_.mentions[mention]);
            titles.has_man = titles.has_man || gender == Gender::male;
            titles.has_woman = titles.has_woman || gender == Gender::female;
        }
        for (const MentionIndex mention : surface.mentions)
            document_.mentions[mention].actor = bearer(surface, mention, titles);
    }
}

ActorIndex BearersOfLastNames::bearer(const Surface& surface, MentionIndex mention, const Titles& titles) {
    const bool is_wished = offices_.word_before(mention) == "a";  // "in a Clinton administration"
    if (!is_wished && offices_.holds_office(mention)) {           // "the Clinton administration" is not Hillary's
        if (const auto leader = offices_.leader_of(surface.text)) return actor_of_(*leader);
    }
    const bool may_be_several = !surface.entry && surface.same == none;
    const ActorIndex before = may_be_several ? speakers_.named_before(surface, mention) : ActorIndex{};
    const ActorIndex likeliest = before == none ? surface.actor : before;
    const Gender usual = gender_of_name(document_.actors[likeliest].name);
    if (offices_.is_called_president(mention)) {
        const auto president = offices_.president_of(surface);
        const GazetteerEntry* const entry = president ? &*president : is_known(surface) ? &*surface.entry : nullptr;
        if (entry != nullptr && are_two_genders(usual, gender_of_name(entry->name))) return actor_of_(*entry);
    }
    const Gender gender = gender_of_title(document_, document_.mentions[mention]);
    if (gender != Gender::untold && titles.junior != none) return titles.junior;
    if (gender == Gender::male && soldiers_.contains(likeliest.value())) {
        const ActorIndex other = civilian(surface.words[0]);
        if (other != none) return other;
    }
    if (!are_two_genders(usual, gender)) return likeliest;
    if (is_known(surface) && gender_of_name(surface.entry->name) == gender) return actor_of_(*surface.entry);
    if (const ActorIndex other = of_gender(surface.words[0], gender); other != none) return other;
    if (const ActorIndex spouse = spouses_.of(likeliest, gender); spouse != none) return spouse;
    const bool is_titled_otherwise = gender == Gender::male ? titles.has_woman : titles.has_man;
    return is_titled_otherwise ? named_by_title(mention) : surface.actor;
}

ActorIndex BearersOfLastNames::of_gender(const std::string& last_name, Gender gender) const {
    for (const std::size_t i : named_in_full(last_name)) {
        const Surface& other = surfaces_[i];
        if (other.words.back() == last_name && gender_of_name(other.text) == gender) return other.actor;
    }
    return {};
}

// The one man whom the text names in full by this last name, and without a rank.
ActorIndex BearersOfLastNames::civilian(const std::string& last_name) const {
    ActorIndex found{};
    for (const std::size_t i : named_in_full(last_name)) {
        const Surface& other = surfaces_[i];
        if (other.words.back() != last_name || gender_of_name(other.text) != Gender::male ||
            soldiers_.contains(other.actor.value()) || other.actor == found)
            continue;
        if (found != none) return {};
        found = other.actor;
    }
    return found;
}

// "Mrs Krumm", of a text that has "Mr Krumm", too, and nothing else of her.
ActorIndex BearersOfLastNames::named_by_title(MentionIndex mention) {
    const Range name = document_.mentions[mention].tokens;
    const std::size_t title = name.begin - (document_.tokens[name.begin - 1].lower == "." ? 2 : 1);
    const std::string titled = without_dots(std::string(document_.text(document_.tokens[title].span))) + ' ' +
                               std::string(document_.text(name));
    const auto [bearer, is_new] = titled_.try_emplace(titled, document_.actors.next());
    if (is_new) {
        Actor actor;
        actor.name = titled;
        actor.kind = EntityKind::person;
        document_.actors.push_back(std::move(actor));
    }
    return bearer->second;
}

// "Mr. Krumm", of a text that has Abe Krumm Jr. in full, and the better known Krumm nowhere else: not in full, as the
// president, with his government or before the son. The son.
ActorIndex BearersOfLastNames::only_junior(const Surface& surface) const {
    const auto is_junior = [&](std::size_t i) {
        const std::vector<std::string>& words = surfaces_[i].words;
        return words.size() > 2 && tells_generation(words.back()) && words[words.size() - 2] == surface.words[0];
    };
    const std::vector<std::size_t>& namesakes = named_in_full(surface.words[0]);
    const auto junior = std::ranges::find_if(namesakes, is_junior);
    if (junior == namesakes.end() || offices_.holds_office(surface) ||
        comes_before(document_, surface, surfaces_[*junior]))
        return {};
    const auto is_named = [&](std::size_t i) {
        return surfaces_[i].words.size() > 1 || std::ranges::any_of(surfaces_[i].mentions, [&](MentionIndex each) {
                   return offices_.is_called_president(each);
               });
    };
    const bool is_elsewhere = std::ranges::any_of(of_entry_.at(surface.entry->number), is_named);
    return is_elsewhere ? ActorIndex{} : surfaces_[*junior].actor;
}

const std::vector<std::size_t>& BearersOfLastNames::named_in_full(const std::string& word) const {
    static const std::vector<std::size_t> nobody;
    const auto found = by_word_.find(word);
    return found == by_word_.end() ? nobody : found->second;
}

}  // namespace kith::text
