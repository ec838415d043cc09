#include "ingest/text/actors/namesakes.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/ascii.hpp"
#include "graph/embedded.hpp"
#include "graph/tsv.hpp"
#include "ingest/text/actors/known_by_name.hpp"
#include "ingest/text/words/generic_words.hpp"

KITH_EMBEDDED(namesakes_tsv)

namespace kith::text {
namespace {

struct Namesake {
    std::string_view name;
    std::vector<std::string_view> usual_cues, cues;  // for the usual meaning, and for this one
    std::optional<int> until;                        // the last year in which it was this one
};

const std::unordered_multimap<std::string_view, Namesake>& namesakes() {
    static const auto built_in = [] {
        std::unordered_multimap<std::string_view, Namesake> read;
        for (const TsvRow& row : tsv_rows(namesakes_tsv(), "ingest/text/data/namesakes.tsv", 3, 5)) {
            const auto cues = row.size() > 3 ? split(row[3], '|') : std::vector<std::string_view>();
            read.emplace(row[0], Namesake{row[1], split(row[2], '|'), cues, year_in(row, 4)});
        }
        return read;
    }();
    return built_in;
}

std::string_view state_of(const GazetteerEntry& entry) {
    return entry.kind == EntityKind::state ? entry.name : entry.state;
}

// Whether it speaks for an entry: it is one of the cues, or of a state that is one or the entry's own.
bool speaks_for(const GazetteerEntry& each, const GazetteerEntry& entry, const std::vector<std::string_view>& cues) {
    const std::string_view state = state_of(each);
    return std::ranges::count(cues, each.name) > 0 ||
           (!state.empty() && (std::ranges::count(cues, state) > 0 || state == state_of(entry)));
}

bool is_known_place(const Surface& surface) {
    return surface.entry && !surface.entry->by_user && is_place(surface.entry->kind);
}

class Namesakes {
public:
    Namesakes(const Document& document, std::vector<Surface>& surfaces) : document_(document), surfaces_(surfaces) {
        for (std::size_t i = 0; i < surfaces.size(); ++i) {
            for (const MentionIndex mention : surfaces[i].mentions)
                by_begin_.emplace(document.mentions[mention].tokens.begin, i);
            if (!surfaces[i].person) by_text_.emplace(surfaces[i].text, i);
            note_group_of_state(i);
            const std::size_t comma = surfaces[i].text.find(',');
            if (comma != std::string::npos && usual_kind(surfaces[i]) == EntityKind::place)
                before_comma_.emplace(ascii::lower_case(surfaces[i].text.substr(0, comma)), i);
        }
    }

    void run() {
        for (Surface& surface : surfaces_) {
            if (is_known_place(surface) && has_namesake_in_state(surface)) {
                surface.entry.reset();
            } else if (const Surface* const bare = known_before_comma(surface)) {
                take(*bare->entry, surface);
            } else if (const Surface* const group = is_known_place(surface) ? group_of_name(surface) : nullptr) {
                take(*group->entry, surface);
                surface.kinds = {{usual_reading(*group), surface.mentions.size()}};
            } else if (const Surface* const around = is_known_place(surface) ? stands_in(surface) : nullptr) {
                elsewhere_.emplace(ascii::lower_case(surface.text), around->text);
                put_in(around->text, surface);
            } else if (const Surface* const elsewhere = group_of_other_state(surface)) {
                take(*elsewhere->entry, surface);
            } else if (surface.entry ? !surface.entry->by_user : is_bare_medium(surface)) {
                ask_others(surface);
            }
        }
        for (Surface& surface : surfaces_) {
            const auto around =
                is_known_place(surface) ? elsewhere_.find(ascii::lower_case(surface.text)) : elsewhere_.end();
            if (around != elsewhere_.end()) put_in(around->second, surface);
        }
    }

private:
    static void put_in(const std::string& around, Surface& town) {
        town.text += ", " + around;
        town.entry.reset();
    }

    // "Manchester", of a text that has "Manchester, N.H.", which is not the known one; but "Aleppo, Syria" is.
    bool has_namesake_in_state(const Surface& surface) const {
        const auto [begin, end] = before_comma_.equal_range(ascii::lower_case(surface.text));
        return std::any_of(begin, end, [&](const auto& found) {
            const std::string_view text = surfaces_[found.second].text;
            const std::size_t behind = text.find_first_not_of(" ", surface.text.size() + 1);
            const auto around =
                behind == text.npos ? std::nullopt : document_.gazetteer->match_exactly(text.substr(behind));
            return around && is_place(around->entry.kind) && around->entry.number != surface.entry->number &&
                   state_of(around->entry) != state_of(*surface.entry);
        });
    }

    // "Newtown", which is known, of "Newtown, Conn.", of a text that has both.
    const Surface* known_before_comma(const Surface& surface) const {
        const std::size_t comma = surface.text.find(',');
        if (surface.entry || comma == std::string::npos || usual_kind(surface) != EntityKind::place) return nullptr;
        const std::string_view town = std::string_view(surface.text).substr(0, comma);
        const auto found = by_text_.find(std::string(town));
        if (found == by_text_.end()) return nullptr;
        const Surface& bare = surfaces_[found->second];
        return is_known_place(bare) && bare.text == town && !has_namesake_in_state(bare) ? &bare : nullptr;
    }

    // "The strike on Khorasan", "Khorasan fighters", of a text that names the Khorasan Group, "the Atlantic's report", of one that
    // names it as a magazine; but "across Khorasan" is the place.
    const Surface* group_of_name(const Surface& surface) const {
        const auto is_group = [&](const Surface& other) {
            return other.entry && other.entry->kind == EntityKind::armed_group && other.words.size() == 2 &&
                   other.words[0] == surface.words[0] && GenericWords::builtin().body.contains(other.words[1]);
        };
        const auto is_medium = [&](const Surface& other) {
            return other.entry && other.entry->kind == EntityKind::media && other.text == "The " + surface.text;
        };
        const auto is_group_there = [&](MentionIndex mention) {
            const std::vector<Token>& tokens = document_.tokens;
            const Range name = document_.mentions[mention].tokens;
            if (name.end < tokens.size() && GenericWords::builtin().member.contains(tokens[name.end].lower))
                return true;
            if (name.begin == 0 || (name.end < tokens.size() && is_told_place(name.end))) return false;
            const std::string& before = tokens[name.begin - 1].lower;
            return before == "on" || before == "against" || before == "with";
        };
        if (surface.words.size() != 1) return nullptr;
        const bool as_group = std::ranges::all_of(surface.mentions, is_group_there);
        const bool as_owner = std::ranges::all_of(surface.mentions, [&](MentionIndex each) { return is_owner(each); });
        const auto found = as_group   ? std::ranges::find_if(surfaces_, is_group)
                           : as_owner ? std::ranges::find_if(surfaces_, is_medium)
                                      : surfaces_.end();
        return found == surfaces_.end() ? nullptr : &*found;
    }

    // "The Taliban", of a text that has named the Pakistani Taliban before, and Pakistan more often than where the better known
    // ones are, whom it nowhere names as such.
    const Surface* group_of_other_state(const Surface& surface) const {
        if (!surface.entry || surface.entry->by_user || surface.entry->kind != EntityKind::armed_group) return nullptr;
        const Surface* found = nullptr;
        const auto [begin, end] = groups_of_states_.equal_range(surface.text);
        for (auto each = begin; each != end; ++each) {
            const Surface& other = surfaces_[each->second];
            if (!other.entry) continue;
            if (other.entry->number == surface.entry->number) return nullptr;  // "the Afghan Taliban"
            if (other.mentions.front() < surface.mentions.front()) found = &other;
        }
        return found != nullptr && times_named(found->entry->state) > times_named(surface.entry->state) ? found
                                                                                                        : nullptr;
    }

    // "Pakistani Taliban" by "Taliban".
    void note_group_of_state(std::size_t index) {
        const Surface& surface = surfaces_[index];
        const std::size_t blank = surface.text.rfind(' ');
        if (blank == std::string::npos || !surface.entry || surface.entry->kind != EntityKind::armed_group) return;
        const auto state = document_.gazetteer->match_exactly(std::string_view(surface.text).substr(0, blank));
        if (state && state->adjective) groups_of_states_.emplace(surface.text.substr(blank + 1), index);
    }

    std::size_t times_named(std::string_view state) const {
        std::size_t times = 0;
        for (const Surface& each : surfaces_) {
            if (each.entry && each.entry->kind == EntityKind::state && each.entry->name == state)
                times += each.mentions.size();
        }
        return times;
    }

    // "Khorasan province", "Juarez, a town", "Sinaloa police"
    bool is_told_place(std::size_t behind) const {
        const std::vector<Token>& tokens = document_.tokens;
        const bool is_apposition = tokens[behind].lower == "," && behind + 1 < tokens.size() &&
                                   (tokens[behind + 1].capital || tokens[behind + 1].lower == "a");
        return is_apposition || tokens[behind].tag == Tag::noun;
    }

    // "The Atlantic's"
    bool is_owner(MentionIndex mention) const {
        const std::size_t end = document_.mentions[mention].tokens.end;
        return end < document_.tokens.size() && document_.tokens[end].tag == Tag::possessive;
    }

    // The place of another state that most mentions name behind a comma as where it lies: "Paris, Texas". Not so in lists:
    // "Moscow, Crimea and Donbas".
    const Surface* stands_in(const Surface& surface) const {
        const std::vector<Token>& tokens = document_.tokens;
        std::unordered_map<std::size_t, std::size_t> times;
        for (const MentionIndex mention : surface.mentions) {
            const std::size_t comma = document_.mentions[mention].tokens.end;
            if (comma + 1 >= tokens.size() || tokens[comma].lower != ",") continue;
            const auto found = by_begin_.find(comma + 1);
            if (found == by_begin_.end()) continue;
            const Surface& other = surfaces_[found->second];
            if (!is_known_place(other) || other.entry->kind == EntityKind::state || other.entry->capital ||
                other.demonym)
                continue;
            if (other.entry->state.empty() || other.entry->state == state_of(*surface.entry)) continue;
            const std::size_t behind = comma + 1 + other.words.size();
            if (!goes_on(behind, *other.entry) && ++times[found->second] * 2 >= surface.mentions.size()) return &other;
        }
        return nullptr;
    }

    // A list behind a place of it: "[Japan, West Germany], France", "[Moscow, Crimea] and Donbas"; not "[Lebanon,
    // Pennsylvania], United States". Nor lies anything in "[Capitol Hill, Arizona] Sen. Krumm", "[Cyprus, Akrotiri]'s".
    bool goes_on(std::size_t behind, const GazetteerEntry& place) const {
        const std::vector<Token>& tokens = document_.tokens;
        const auto is_and = [&](std::size_t i) {
            return i < tokens.size() && (tokens[i].lower == "and" || tokens[i].lower == "or");
        };
        if (behind >= tokens.size()) return false;
        const GenericWords& words = GenericWords::builtin();
        const std::string& word = tokens[behind].lower;
        const bool is_of_somebody =
            tokens[behind].capital && (words.title.contains(word) || words.american_office.contains(word));
        if (is_and(behind) || is_of_somebody || tokens[behind].tag == Tag::possessive) return true;
        if (word != ",") return false;
        const auto next = by_begin_.find(behind + 1);
        const Surface* const after = next == by_begin_.end() ? nullptr : &surfaces_[next->second];
        if (is_american_state(place.name))  // "Georgia, Ohio, Iowa", but "Cambridge, Massachusetts, and New York"
            return after != nullptr && after->entry && is_american_state(after->entry->name);
        if (is_and(behind + 1)) return true;
        if (after == nullptr || !is_place(usual_kind(*after))) return false;
        const bool is_its_state =
            after->entry && after->entry->kind == EntityKind::state && after->entry->name == place.state;
        return !is_its_state;
    }

    // Known places that stand beside the surface in a list, before it those of one word: "Armenia and Georgia".
    std::vector<std::size_t> listed_with(const Surface& surface) const {
        const std::vector<Token>& tokens = document_.tokens;
        std::vector<std::size_t> listed;
        const auto add = [&](std::size_t between, std::size_t other) {
            const auto beside = by_begin_.find(other);
            const bool joins =
                between < tokens.size() && (tokens[between].lower == "," || tokens[between].lower == "and");
            if (joins && beside != by_begin_.end() && is_known_place(surfaces_[beside->second]))
                listed.push_back(beside->second);
        };
        for (const MentionIndex mention : surface.mentions) {
            const Range name = document_.mentions[mention].tokens;
            add(name.end, name.end + 1);
            if (name.begin < 3) continue;
            const bool two = tokens[name.begin - 1].lower == "and" && tokens[name.begin - 2].lower == ",";  // ", and"
            add(name.begin - 1, name.begin - (two ? 3 : 2));
        }
        return listed;
    }

    // "EC", of 1987
    bool is_in_time(const Namesake& namesake) const {
        const auto year = namesake.until ? publication_year(document_) : std::nullopt;
        return year && *year <= *namesake.until;
    }

    // "The Times", of a text that names no other of that last word, nor is an article of one.
    bool is_bare_medium(const Surface& surface) const {
        return namesakes().contains(surface.text) && !surface.person && surface.words.size() == 1 &&
               usual_kind(surface) == EntityKind::media && !document_.article.publisher.ends_with(surface.text) &&
               std::ranges::none_of(surfaces_, [&](const Surface& other) {
                   return other.words.size() > 1 && other.words.back() == surface.words[0];
               });
    }

    // The namesake for which most of the other names speak, if more do than for the usual meaning; else that: "The Times".
    void ask_others(Surface& surface) const {
        const auto [begin, end] = namesakes().equal_range(surface.text);
        if (begin == end) return;
        for (auto found = begin; found != end; ++found) {
            const auto match =
                is_in_time(found->second) ? document_.gazetteer->match_exactly(found->second.name) : std::nullopt;
            if (match) return take(match->entry, surface);
        }
        if (!surface.entry) {
            if (const auto usual = document_.gazetteer->match_exactly("The " + surface.text))
                take(usual->entry, surface);
        }
        if (!surface.entry || is_named_otherwise(surface)) return;
        const std::vector<std::size_t> listed = listed_with(surface);
        std::optional<GazetteerEntry> likeliest;
        std::size_t most = 0;
        for (auto found = begin; found != end; ++found) {
            const Namesake& namesake = found->second;
            const auto match = document_.gazetteer->match_exactly(namesake.name);
            if (!match) continue;
            const auto is_usual = [&](std::size_t i) {
                return std::ranges::count(namesake.usual_cues, surfaces_[i].entry->name) > 0;
            };
            if (std::ranges::any_of(listed, is_usual)) return;
            std::size_t usual = 0, other = 0;
            for (const Surface& each : surfaces_) {
                if (!each.entry || &each == &surface) continue;
                if (speaks_for(*each.entry, *surface.entry, namesake.usual_cues)) usual += each.mentions.size();
                if (speaks_for(*each.entry, match->entry, namesake.cues)) other += each.mentions.size();
            }
            if (other <= usual || other <= most) continue;
            most = other;
            likeliest = match->entry;
        }
        if (likeliest) take(*likeliest, surface);
    }

    // An entry that several have the name of is called by its own.
    static void take(const GazetteerEntry& entry, Surface& surface) {
        surface.entry = entry;
        surface.indirect = true;
    }

    // "The Times of London"
    bool is_named_otherwise(const Surface& surface) const {
        return std::ranges::any_of(surfaces_, [&](const Surface& other) {
            return other.entry && other.entry->number == surface.entry->number && !other.demonym &&
                   other.words.size() > surface.words.size();
        });
    }

    const Document& document_;
    std::vector<Surface>& surfaces_;
    std::unordered_map<std::string, std::size_t> by_text_;                // those that are no persons
    std::unordered_multimap<std::string, std::size_t> groups_of_states_;  // by their names without the state's
    std::unordered_map<std::size_t, std::size_t> by_begin_;  // surfaces, by the first tokens of their mentions
    std::unordered_multimap<std::string, std::size_t>
        before_comma_;  // ... by what stands before their comma: "Paris, Texas"
    // Where places lie that the text does not mean as the known ones, by their names in small letters: "GEORGETOWN, Ky."
    std::unordered_map<std::string, std::string> elsewhere_;
};

}  // namespace

void tell_namesakes_apart(const Document& document, std::vector<Surface>& surfaces) {
    Namesakes(document, surfaces).run();
}

}  // namespace kith::text
