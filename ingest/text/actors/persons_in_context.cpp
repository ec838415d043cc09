#include "ingest/text/actors/persons_in_context.hpp"

#include <algorithm>
#include <string>

#include "ingest/gazetteer/compiled/name_letters.hpp"
#include "ingest/text/actors/known_by_name.hpp"
#include "ingest/text/actors/last_names.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

bool is_named_state_of_families(std::string_view state, std::size_t count) {
    constexpr std::size_t fewest = 3;  // mentions of the state, its towns and bodies
    return count >= fewest && has_family_names_first(state);
}

// Whether nothing but "," and "and" stands between two names in a row: "Kennedy-Nixon", too.
bool are_in_row(const Document& document, Range first, Range second) {
    constexpr std::size_t most = 2;  // ", and"
    if (second.begin <= first.end || second.begin - first.end > most) return false;
    for (std::size_t i = first.end; i < second.begin; ++i) {
        const std::string& word = document.tokens[i].lower;
        if (word != "," && word != "-" && word != "and" && word != "or") return false;
    }
    return true;
}

}  // namespace

PersonsInContext::PersonsInContext(const Document& document, const std::vector<Surface>& surfaces,
                                   const MainState& main_state, Offices& offices)
    : document_(document), surfaces_(surfaces), main_state_(main_state), offices_(offices) {
    for (const Surface& surface : surfaces) {
        if (surface.person && surface.words.size() > 1)
            words_of_names_.insert(surface.words.begin(), surface.words.end());
    }
    names_state_of_families_ = std::ranges::any_of(
        main_state.all(), [](const auto& state) { return is_named_state_of_families(state.first, state.second); });
}

void PersonsInContext::take_entry(Surface& surface) {
    if (surface.entry || surface.same != none) return;
    std::optional<GazetteerEntry> entry;
    if (surface.words.size() == 2) entry = leader_of_given_name(surface);
    if (surface.words.size() == 1 && !words_of_names_.contains(surface.words[0])) {
        entry = titled(surface);
        if (!entry) entry = of_main_state(surface);
        if (!entry) entry = leader(surface);
        if (!entry) entry = known_by_last_name(*document_.gazetteer, surface.text, offices_.year());
        if (!entry) entry = predecessor(surface);
    }
    if (!entry) return;
    surface.entry = entry;
    surface.indirect = true;
}

// "President Clinton", "the prophet Muhammad"
std::optional<GazetteerEntry> PersonsInContext::titled(const Surface& surface) const {
    for (const MentionIndex mention : surface.mentions) {
        const auto found = offices_.is_called_president(mention) ? offices_.president_of(surface)
                                                                 : offices_.known_by_title(surface, mention);
        if (found) return found;
    }
    return std::nullopt;
}

// "Calderon", of an article on Mexico: where it comes again, has a title before it or a government behind, since a name that
// stands alone once is as easily a stranger's.
std::optional<GazetteerEntry> PersonsInContext::of_main_state(const Surface& surface) {
    const bool is_told = surface.mentions.size() > 1 || offices_.holds_office(surface) ||
                         std::ranges::any_of(surface.mentions, [&](MentionIndex each) { return has_title(each); });
    if (main_state_.name().empty() || !is_told || may_be_leader_by_family_name(surface)) return std::nullopt;
    return document_.gazetteer->person_of(main_state_.name(), surface.text);
}

// "Senator Krumm", "Senators Ott and Krumm"
bool PersonsInContext::has_title(MentionIndex mention) const {
    const WordList& titles = GenericWords::builtin().title;
    if (titles.contains(offices_.word_before(mention))) return true;
    if (mention.value() == 0 || offices_.word_before(mention) != "and") return false;
    const MentionIndex before(mention.value() - 1);
    return document_.mentions[before].tokens.end + 1 == document_.mentions[mention].tokens.begin &&
           titles.contains(offices_.word_before(before));
}

// "The Bush administration": who led one of the states that the text names, in its time.
std::optional<GazetteerEntry> PersonsInContext::leader(const Surface& surface) {
    const bool leads = offices_.holds_office(surface) || may_be_leader_by_family_name(surface) ||
                       std::ranges::any_of(surface.mentions,
                                           [&](MentionIndex mention) { return offices_.has_title_of_leader(mention); });
    return leads ? offices_.leader_of(surface.text) : std::nullopt;
}

// "Kim", of a text on North Korea that has him nowhere in full, though often: there the family name is what everybody says.
// "Li" of one on China, once or twice, is as easily a shopkeeper.
bool PersonsInContext::may_be_leader_by_family_name(const Surface& surface) {
    constexpr std::size_t often = 3;
    if (!names_state_of_families_ || surface.mentions.size() < often) return false;
    const auto& leader = offices_.leader_of(surface.text);
    return leader && is_named_state_of_families(leader->state, main_state_.count(leader->state));
}

// "Presidents Eisenhower, Kennedy and Johnson", "the Kennedy-Nixon race": in a row with somebody who led the same state.
std::optional<GazetteerEntry> PersonsInContext::predecessor(const Surface& surface) const {
    const auto president = offices_.president_of(surface);
    const bool is_told = president && std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
                             return is_named_with_leader_of(president->state, mention);
                         });
    return is_told ? president : std::nullopt;
}

bool PersonsInContext::is_named_with_leader_of(std::string_view state, MentionIndex mention) const {
    constexpr std::size_t most_steps = 4;
    const auto& mentions = document_.mentions;
    std::size_t at = mention.value();
    for (std::size_t step = 0; step < most_steps && at > 0; ++step, --at) {
        const Range before = mentions[MentionIndex(at - 1)].tokens;
        if (!are_in_row(document_, before, mentions[MentionIndex(at)].tokens)) break;
        if (led(before, state)) return true;
    }
    at = mention.value();
    for (std::size_t step = 0; step < most_steps && at + 1 < mentions.size(); ++step, ++at) {
        const Range behind = mentions[MentionIndex(at + 1)].tokens;
        if (!are_in_row(document_, mentions[MentionIndex(at)].tokens, behind)) break;
        if (led(behind, state)) return true;
    }
    return false;
}

bool PersonsInContext::led(Range name, std::string_view state) const {
    const auto match = match_all(document_, name);
    if (!match || match->entry.kind != EntityKind::person || match->entry.state != state) return false;
    const std::string_view last_name = match->entry.name.substr(match->entry.name.rfind(' ') + 1);
    const auto leader = document_.gazetteer->leader_of(state, last_name, std::nullopt);
    return leader && leader->number == match->entry.number;
}

// "George Bush", of a text that has no "George H. W. Bush", has no need of an office.
std::optional<GazetteerEntry> PersonsInContext::leader_of_given_name(const Surface& surface) {
    const std::size_t blank = surface.text.rfind(' ');
    if (blank == std::string::npos || has_name_between(surface)) return std::nullopt;
    const auto& leader = offices_.leader_of(surface.text.substr(blank + 1));
    return leader && leader->name.starts_with(surface.text.substr(0, blank + 1)) ? leader : std::nullopt;
}

bool PersonsInContext::has_name_between(const Surface& surface) const {
    return std::ranges::any_of(surfaces_, [&](const Surface& other) {
        return other.person && other.words.size() > 2 && other.words.front() == surface.words.front() &&
               other.words.back() == surface.words.back();
    });
}

}  // namespace kith::text
