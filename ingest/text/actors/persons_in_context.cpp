#include "ingest/text/actors/persons_in_context.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"
#include "ingest/text/actors/known_by_name.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"

KITH_EMBEDDED(last_names_tsv)

namespace kith::text {
namespace {

struct KnownBearer {
    std::string_view name;
    std::optional<int> until;  // the last year in which the last name was this one's
};

using KnownBearers = std::unordered_map<std::string_view, std::vector<KnownBearer>>;

const KnownBearers& known_bearers() {
    static const KnownBearers built_in = [] {
        KnownBearers read;
        for (const TsvRow& row : tsv_rows(last_names_tsv(), "ingest/text/data/last_names.tsv", 2, 3)) {
            read[row[0]].push_back({row[1], year_in(row, 2)});
        }
        return read;
    }();
    return built_in;
}

bool is_named_state_of_families(std::string_view state, std::size_t count) {
    constexpr std::size_t fewest = 3;  // mentions of the state, its towns and bodies
    return count >= fewest && has_family_names_first(state);
}

// Whether nothing but ",", "-", "and" or "or" stands between two names in a row.
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
        if (!entry) entry = usual_bearer(surface);
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
                             return stands_in_row_of_leaders(mention, president->state);
                         });
    return is_told ? president : std::nullopt;
}

// All others of the row led the state, and they are three or more, or told as what they were; else "Hours after he met Trump,
// Johnson left".
bool PersonsInContext::stands_in_row_of_leaders(MentionIndex mention, std::string_view state) const {
    constexpr std::size_t most_steps = 4, fewest = 3;
    const auto tokens_of = [&](std::size_t i) { return document_.mentions[MentionIndex(i)].tokens; };
    const std::size_t at = mention.value(), end = document_.mentions.size();
    std::size_t first = at, last = at;
    while (first > 0 && at - first < most_steps && are_in_row(document_, tokens_of(first - 1), tokens_of(first)))
        --first;
    while (last + 1 < end && last - at < most_steps && are_in_row(document_, tokens_of(last), tokens_of(last + 1)))
        ++last;
    bool is_hyphened = false, has_leader = false;
    for (std::size_t i = first; i <= last; ++i) {
        if (i > first) is_hyphened = is_hyphened || document_.tokens[tokens_of(i - 1).end].lower == "-";
        if (i == at) continue;
        const std::string_view text = document_.text(tokens_of(i));
        const bool is_led_by = led(tokens_of(i), state);
        if (!is_led_by && !document_.gazetteer->match_exactly("President " + std::string(text))) return false;
        has_leader = has_leader || is_led_by;
    }
    const bool is_told = offices_.word_before(MentionIndex(first)) == "presidents" ||
                         (last > first && offices_.are_governments(MentionIndex(last)));
    return has_leader && (is_hyphened || is_told || last - first + 1 >= fewest);
}

bool PersonsInContext::led(Range name, std::string_view state) const {
    const auto match = match_all(document_, name);
    if (!match || match->entry.kind != EntityKind::person || match->entry.state != state) return false;
    const std::string_view last_name = match->entry.name.substr(match->entry.name.rfind(' ') + 1);
    const auto leader = document_.gazetteer->leader_of(state, last_name, std::nullopt);
    return leader && leader->number == match->entry.number;
}

// "Bush", of a text of that year (data/last_names.tsv): who is a woman where "Mrs." stands before it, and whose state the text
// names, if any, unless he led it; with another office before the name, as "Gov. Bush", somebody else.
std::optional<GazetteerEntry> PersonsInContext::usual_bearer(const Surface& surface) const {
    const auto bearers = known_bearers().find(surface.text);
    if (bearers == known_bearers().end()) return std::nullopt;
    Gender told = Gender::untold;
    for (const MentionIndex mention : surface.mentions) {
        if (has_other_office(mention)) return std::nullopt;
        if (told == Gender::untold) told = gender_of_title(document_, document_.mentions[mention]);
    }
    const auto year = publication_year(document_);
    for (const KnownBearer& bearer : bearers->second) {
        const auto match = document_.gazetteer->match_exactly(bearer.name);
        const bool is_in_time = !bearer.until || (year && *year <= *bearer.until);
        if (!match || !is_in_time || are_two_genders(told, gender_of_name(bearer.name))) continue;
        const auto leader = document_.gazetteer->leader_of(match->entry.state, surface.text, year);
        const bool led_it = leader && leader->number == match->entry.number;
        const bool may_be_told = main_state_.all().empty() || main_state_.count(match->entry.state) > 0;
        return led_it || may_be_told ? std::optional(match->entry) : std::nullopt;
    }
    return std::nullopt;
}

// "Gov. Bush", "Capt. Mueller"; but "President Bush", "Secretary Clinton"
bool PersonsInContext::has_other_office(MentionIndex mention) const {
    const std::string_view word = offices_.word_before(mention);
    const GenericWords& words = GenericWords::builtin();
    return words.rank.contains(word) ||
           (words.title.contains(word) && word != "president" && word != "secretary" && word != "ret.");
}

// "George Bush", of a text that has no "George H. W. Bush", has no need of an office.
std::optional<GazetteerEntry> PersonsInContext::leader_of_given_name(const Surface& surface) {
    const std::size_t blank = surface.text.rfind(' ');
    if (blank == std::string::npos) return std::nullopt;
    const auto& leader = offices_.leader_of(surface.text.substr(blank + 1));
    const bool is_given_name = leader && leader->name.starts_with(surface.text.substr(0, blank + 1));
    return is_given_name && !has_name_between(surface) ? leader : std::nullopt;
}

bool PersonsInContext::has_name_between(const Surface& surface) const {
    return std::ranges::any_of(surfaces_, [&](const Surface& other) {
        return other.person && other.words.size() > 2 && other.words.front() == surface.words.front() &&
               other.words.back() == surface.words.back();
    });
}

}  // namespace kith::text
