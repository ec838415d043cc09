#include "ingest/text/actors/variants.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "ingest/text/actors/slips.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t shortest_acronym = 3;  // letters
constexpr std::size_t shortest_member = 4;   // letters, of an armed group: "Mara cells"
constexpr std::size_t shortest_handle = 5;   // letters
constexpr std::size_t shortest_last = 4;     // ... of a last name behind an initial
constexpr std::size_t shortest_full = 8;     // ... of a given and a last name, that a handle holds among others
constexpr std::size_t most_compared = 64;    // of an article's surfaces, with one: articles may be hostile

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (ascii::is_letter(c)) letters += ascii::lower(c);
    }
    return letters;
}

// Whether a capital or a digit stands behind so many letters of the word, or nothing: "KThomas|DC".
bool ends_word(std::string_view text, std::size_t letters) {
    for (const char c : text) {
        if (letters == 0) return !ascii::is_letter(c) || ascii::is_upper(c);
        if (ascii::is_letter(c)) --letters;
    }
    return true;
}

bool is_acronym(std::string_view text) {
    return text.size() >= shortest_acronym && std::ranges::all_of(text, ascii::is_upper);
}

class Variants {
public:
    Variants(const Document& document, std::vector<Surface>& surfaces)
        : document_(document), surfaces_(surfaces), slips_(document, surfaces) {
        for (std::size_t i = 0; i < surfaces.size(); ++i) {
            const Surface& surface = surfaces[i];
            if (surface.words.empty()) continue;
            if (is_abbreviation(surface) && std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
                    return opens_line(document, mention);
                }))
                labels_.insert(surface.text);
            if (!surface.person) by_text_.emplace(surface.text, i);
            note_building(i);
            note_first_part(i);
            const std::string_view text = surface.text;
            if (const std::size_t hyphen = text.find('-');
                !surface.person && hyphen != text.npos && is_acronym(text.substr(hyphen + 1))) {
                const auto [stem, is_new] = by_stem_.emplace(text.substr(0, hyphen), i);
                if (!is_new) stem->second = none;
            }
            if (!surface.person) note_web_name(i);
            if (!surface.person) note_mission(i);
            if (!surface.person && surface.words.size() > 2) by_telling_words_.try_emplace(telling_words(surface), i);
            if (surface.person && surface.words.size() > 1 && persons_.size() < most_compared) persons_.push_back(i);
        }
    }

    void run() {
        for (Surface& surface : surfaces_) {
            if (surface.same != none || surface.words.empty()) continue;
            std::size_t same = with_suffix(surface);
            if (same == none) same = mission_of(surface);
            if (same == none && (same = whose_lines_it_opens(surface)) != none) take_reading(surfaces_[same], surface);
            if (same != none) surface.entry.reset();
            if (surface.entry) continue;
            if (same == none) same = surface.person ? bearer_of_handle(surface) : without_generic_word(surface);
            if (same == none && !surface.person) same = known_firm(surface);
            if (same == none && !surface.person) same = without_web_form(surface);
            if (same == none && (same = school_of(surface)) != none) surface.kinds = surfaces_[same].kinds;
            if (same == none && (same = building_of_saint(surface)) != none) take_reading(surfaces_[same], surface);
            if (same == none && (same = acronym_of(surface)) != none) take_reading(surfaces_[same], surface);
            if (same == none) same = with_building(surface);
            if (same == none) same = without_town(surface);
            if (same == none) same = whole_of_first_part(surface);
            if (same == none) same = committee_of_house(surface);
            if (same == none && surface.person && (same = with_small_initial(surface)) != none)
                take_reading(surfaces_[same], surface);
            if (same == none && !surface.person) same = plural_of(surface);
            if (same == none && !surface.person) same = singular_of(surface);
            if (same == none && surface.person) same = bearer_of_quoted(surface);
            if (same == none) same = with_other_small_words(surface);
            if (same == none && (same = slips_.meant_by(surface)) != none) take_reading(surfaces_[same], surface);
            if (same == none) continue;
            surface.same = same;
            surface.variant = true;
        }
    }

private:
    // Of one web name, the surface that is known or comes first.
    void note_web_name(std::size_t index) {
        const auto [found, is_new] = by_web_name_.try_emplace(web_name(surfaces_[index].text), index);
        if (!is_new && surfaces_[index].entry && !surfaces_[found->second].entry) found->second = index;
    }

    // "Institute for Fiscal Studies" of "Institute of Fiscal Studies", whichever comes first.
    std::size_t with_other_small_words(const Surface& surface) const {
        const auto found = surface.person ? by_telling_words_.end() : by_telling_words_.find(telling_words(surface));
        if (found == by_telling_words_.end() || &surfaces_[found->second] == &surface) return none;
        const Surface& other = surfaces_[found->second];
        return kind_class(usual_kind(other)) == kind_class(usual_kind(surface)) ? found->second : none;
    }

    static std::string telling_words(const Surface& surface) {
        std::string words;
        for (const std::string& word : surface.words) {
            if (!GenericWords::builtin().small.contains(word)) words.append(word) += ' ';
        }
        return words;
    }

    // "Loudoun" of "Loudoun County", "PKK" of "PKK party", "La Vega" of "La Vega landfill", where the document has both
    // and nobody knows another of the place's name.
    std::size_t without_generic_word(const Surface& surface) const {
        const bool place = usual_kind(surface) == EntityKind::place;
        const GenericWords& generic = GenericWords::builtin();
        std::size_t blank = surface.text.rfind(' ');
        const bool is_district = place && generic.district.contains(surface.words.back());
        if (blank == std::string::npos ||
            !(is_district || (place ? generic.site : generic.body).contains(surface.words.back())))
            return none;
        if (place && surface.text.substr(0, blank).ends_with(" nature")) blank = surface.text.rfind(' ', blank - 1);
        if (!is_district && std::ranges::any_of(std::string_view(surface.text).substr(blank), ascii::is_upper))
            return none;
        const std::string_view bare = std::string_view(surface.text).substr(0, blank);
        auto found = by_text_.find(bare);
        if (found == by_text_.end() && !place) found = by_text_.find(std::string(bare) + 's');  // "the Whig party"
        if (place && found != by_text_.end() && surfaces_[found->second].entry) return none;
        const bool alike = found != by_text_.end() && !surfaces_[found->second].demonym &&
                           kind_class(usual_kind(surfaces_[found->second])) == kind_class(usual_kind(surface));
        return alike ? found->second : none;
    }

    // "Whigs" of "the Whig leader", "Green Berets" of "a Green Beret", "Kurds" of "a Kurd", "Rastrojos", known as a group, of one.
    std::size_t plural_of(const Surface& surface) const {
        const EntityKind kind = usual_kind(surface);
        if (kind != EntityKind::party && kind != EntityKind::military_unit && kind != EntityKind::population_group &&
            kind != EntityKind::armed_group)
            return none;
        if (kind == EntityKind::armed_group && surface.text.size() < shortest_member) return none;
        const std::string plural = surface.text + 's';
        const auto found = by_text_.find(plural);
        if (found == by_text_.end()) return none;
        const Surface& group = surfaces_[found->second];
        const bool is_known_group = group.entry && !group.demonym && group.entry->kind == EntityKind::armed_group;
        return usual_kind(group) == kind || is_known_group ? found->second : none;
    }

    // "BACRIMs" of "BACRIM", whatever they are read as.
    std::size_t acronym_of(const Surface& surface) const {
        const std::string_view text = surface.text;
        const bool is_plural =
            text.size() > shortest_acronym && text.back() == 's' && is_acronym(text.substr(0, text.size() - 1));
        const auto found = is_plural ? by_text_.find(text.substr(0, text.size() - 1)) : by_text_.end();
        return found == by_text_.end() ? none : found->second;
    }

    // "Predator" of "Predators", "Green Beret" of "Green Berets".
    std::size_t singular_of(const Surface& surface) const {
        const EntityKind kind = usual_kind(surface);
        const bool is_thing = kind_class(kind) == kind_class(EntityKind::product);
        if (!is_thing && kind != EntityKind::military_unit && kind != EntityKind::company) return none;
        if (surface.text.size() < 2 || surface.text.back() != 's') return none;
        const auto found = by_text_.find(std::string_view(surface.text).substr(0, surface.text.size() - 1));
        if (found == by_text_.end()) return none;
        const EntityKind other = usual_kind(surfaces_[found->second]);
        return (is_thing ? kind_class(other) == kind_class(kind) : other == kind) ? found->second : none;
    }

    // "DJI" of "DJI Technology", the known company that the document names by itself, too.
    std::size_t known_firm(const Surface& surface) const {
        if (usual_kind(surface) != EntityKind::company) return none;
        const std::string_view text = without_legal_form(surface.text);
        const std::size_t blank = text.rfind(' ');
        if (blank == text.npos || !GenericWords::builtin().firm.contains(ascii::lower_case(text.substr(blank + 1))))
            return none;
        const auto found = by_text_.find(text.substr(0, blank));
        if (found == by_text_.end()) return none;
        const Surface& known = surfaces_[found->second];
        return known.entry && known.entry->kind == EntityKind::company ? found->second : none;
    }

    // "Bucknell", read as a place, of Bucknell University.
    std::size_t school_of(const Surface& surface) const {
        if (surface.person || usual_kind(surface) != EntityKind::place) return none;
        if (std::ranges::any_of(surface.mentions,
                                [&](MentionIndex mention) { return stands_as_place(document_, mention); }))
            return none;
        for (const std::string_view school : {" University", " College"}) {
            if (const auto found = by_text_.find(surface.text + std::string(school)); found != by_text_.end())
                return found->second;
        }
        return none;
    }

    // "Across from St. George", of a text that names St. George Church.
    std::size_t building_of_saint(const Surface& surface) const {
        if (!surface.text.starts_with("St. ") && !surface.text.starts_with("Saint ")) return none;
        for (const std::string_view sort : {" Church", " Cathedral", " Hospital"}) {
            if (const auto found = by_text_.find(surface.text + std::string(sort)); found != by_text_.end())
                return found->second;
        }
        return none;
    }

    // "A Radisson hotel", of a text that has "the Radisson Blu hotel" and no other Radisson with a hotel behind it.
    std::size_t with_building(const Surface& surface) const {
        const std::string_view building = building_behind(surface);
        const auto alike = building.empty() ? by_building_.end() : by_building_.find(building);
        if (alike == by_building_.end()) return none;
        std::size_t found = none;
        for (const std::size_t i : alike->second) {
            const Surface& other = surfaces_[i];
            if (!other.text.starts_with(surface.text + ' ') ||
                kind_class(usual_kind(other)) != kind_class(usual_kind(surface)))
                continue;
            if (found != none) return none;
            found = i;
        }
        return found;
    }

    void note_building(std::size_t index) {
        const std::string_view building = building_behind(surfaces_[index]);
        if (building.empty()) return;
        std::vector<std::size_t>& alike = by_building_[building];
        if (alike.size() < most_compared) alike.push_back(index);
    }

    // What it is, in small letters behind each mention of a name that nobody knows: "hotel". Empty: it is not told.
    std::string_view building_behind(const Surface& surface) const {
        if (surface.person || surface.entry || surface.demonym) return "";
        std::string_view told;
        for (const MentionIndex mention : surface.mentions) {
            const std::size_t end = document_.mentions[mention].tokens.end;
            if (end >= document_.tokens.size()) return "";
            const Token& behind = document_.tokens[end];
            if (behind.capital || !GenericWords::builtin().building.contains(behind.lower)) return "";
            told = behind.lower;
        }
        return told;
    }

    // "Faya", a place that nobody knows, of a text that has named Faya-Largeau, and nothing else that begins so; but "the port".
    std::size_t whole_of_first_part(const Surface& surface) const {
        const auto found = surface.person ? by_first_part_.end() : by_first_part_.find(surface.text);
        if (found == by_first_part_.end() || found->second == none || usual_kind(surface) != EntityKind::place)
            return none;
        const bool has_article = std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
            const std::size_t begin = document_.mentions[mention].tokens.begin;
            return begin > 0 && document_.tokens[begin - 1].lower == "the";
        });
        const bool is_named_before = surfaces_[found->second].mentions.front() < surface.mentions.front();
        return has_article || !is_named_before ? none : found->second;
    }

    void note_first_part(std::size_t index) {
        const std::string_view text = surfaces_[index].text;
        const std::size_t hyphen = text.find('-');
        if (hyphen == text.npos || surfaces_[index].person || usual_kind(surfaces_[index]) != EntityKind::place) return;
        const auto [found, is_new] = by_first_part_.emplace(text.substr(0, hyphen), index);
        if (!is_new) found->second = none;
    }

    // "The House committee", of a text that names one of the House's alone.
    std::size_t committee_of_house(const Surface& surface) const {
        if (surface.words.size() != 2 || surface.words[1] != "committee" ||
            (surface.words[0] != "house" && surface.words[0] != "senate"))
            return none;
        std::size_t found = none;
        for (std::size_t i = 0; i < surfaces_.size(); ++i) {
            const Surface& other = surfaces_[i];
            if (other.words.size() < 3 || other.words.front() != surface.words[0] || other.words.back() != "committee")
                continue;
            const bool is_same = found != none && other.entry && surfaces_[found].entry &&
                                 other.entry->number == surfaces_[found].entry->number;
            if (found != none && !is_same) return none;
            found = i;
        }
        return found;
    }

    // "London King's Cross" of "King's Cross", behind a known place in which it lies.
    std::size_t without_town(const Surface& surface) const {
        constexpr std::size_t shortest = 5;  // letters of what lies there
        if (surface.person || surface.words.size() < 2 || usual_kind(surface) != EntityKind::place) return none;
        const std::string_view text = surface.text;
        for (std::size_t blank = text.find(' '); blank != text.npos; blank = text.find(' ', blank + 1)) {
            const auto found = by_text_.find(text.substr(blank + 1));
            if (text.size() - blank <= shortest || found == by_text_.end() ||
                usual_kind(surfaces_[found->second]) != EntityKind::place)
                continue;
            const auto town = document_.gazetteer->match_exactly(text.substr(0, blank));
            if (town && town->entry.kind == EntityKind::place) return found->second;
        }
        return none;
    }

    // "ElFaro", read as somebody, of a text that has "elFaro", too.
    std::size_t with_small_initial(const Surface& surface) const {
        if (surface.words.size() != 1 || std::ranges::count_if(surface.text, ascii::is_upper) < 2) return none;
        std::string text = surface.text;
        text.front() = ascii::lower(text.front());
        const auto found = by_text_.find(text);
        return found == by_text_.end() ? none : found->second;
    }

    // "Breitbart" of "Breitbart.com", "Blaze" of "TheBlaze", "Infowars" of "InfoWars".
    std::size_t without_web_form(const Surface& surface) const {
        const EntityKind kind = usual_kind(surface);
        if (kind != EntityKind::media && kind != EntityKind::company) return none;
        const auto found = by_web_name_.find(web_name(surface.text));
        if (found == by_web_name_.end() || &surfaces_[found->second] == &surface) return none;
        const EntityKind other = usual_kind(surfaces_[found->second]);
        return other == EntityKind::media || other == EntityKind::company ? found->second : none;
    }

    // `Nicknamed "Mad Dog Krumm"`: in quotation marks, with the last name of one person.
    std::size_t bearer_of_quoted(const Surface& surface) const {
        const Range name = document_.mentions[surface.mentions.front()].tokens;
        if (surface.words.size() < 2 || gender_of_name(surface.text) != Gender::untold || name.begin == 0 ||
            name.end >= document_.tokens.size() || !is_quotation_mark(document_.tokens[name.begin - 1]) ||
            !is_quotation_mark(document_.tokens[name.end]))
            return none;
        std::size_t found = none;
        for (const std::size_t i : persons_) {
            if (&surfaces_[i] == &surface || surfaces_[i].words.back() != surface.words.back()) continue;
            if (found != none) return none;
            found = i;
        }
        return found;
    }

    // "CJTF-OIR" of "CJTF", where there is but one such, and it is not the rarer of two known ones.
    std::size_t with_suffix(const Surface& surface) const {
        const auto found = surface.person || !is_acronym(surface.text) ? by_stem_.end() : by_stem_.find(surface.text);
        if (found == by_stem_.end() || found->second == none) return none;
        const bool keeps_entry = surface.entry && (surface.entry->by_user ||
                                                   surface.mentions.size() > surfaces_[found->second].mentions.size());
        return keeps_entry ? none : found->second;
    }

    // "The U.S. Embassy" of "the U.S. Embassy in Cairo", the only one of them; not "in Yemen, the U.S. Embassy".
    std::size_t mission_of(const Surface& surface) const {
        const auto found = missions_.find(surface.text);
        if (surface.person || found == missions_.end() || (surface.entry && surface.entry->by_user)) return none;
        const bool is_elsewhere = std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
            if (mention.value() == 0) return false;
            const Mention& before = document_.mentions[MentionIndex(mention.value() - 1)];
            const std::size_t begin = document_.mentions[mention].tokens.begin;
            return (before.kind == "state" || before.kind == "place") && before.tokens.end < begin &&
                   sentence_of(document_, before.tokens.begin) == sentence_of(document_, begin);
        });
        return is_elsewhere ? none : found->second;
    }

    // Of "the U.S. Embassy in Cairo" by what stands before "in".
    void note_mission(std::size_t index) {
        const std::string_view text = surfaces_[index].text;
        const std::size_t in = text.find(" in "), blank = text.rfind(' ', in == 0 ? 0 : in - 1);
        if (in == text.npos || in == 0) return;
        const std::size_t word = blank == text.npos ? 0 : blank + 1;
        if (!GenericWords::builtin().mission.contains(ascii::lower_case(text.substr(word, in - word)))) return;
        const auto [found, is_new] = missions_.emplace(text.substr(0, in), index);
        if (!is_new) found->second = none;
    }

    // The only person of these initials, where they open the lines of an interview ("AC: We asked for it.") or stand in
    // brackets behind the name.
    std::size_t whose_lines_it_opens(const Surface& surface) const {
        const std::string letters = without_dots(surface.text);
        if (!labels_.contains(surface.text) || !std::ranges::all_of(surface.mentions, [&](MentionIndex mention) {
                return opens_line(document_, mention) || stands_in_brackets(mention);
            }))
            return none;
        std::size_t found = none;
        for (const std::size_t i : persons_) {
            if (std::ranges::count(abbreviations_of(surfaces_[i]), letters) == 0) continue;
            if (found != none) return none;
            found = i;
        }
        return found;
    }

    bool stands_in_brackets(MentionIndex mention) const {
        const std::vector<Token>& tokens = document_.tokens;
        const Range name = document_.mentions[mention].tokens;
        return name.begin > 0 && name.end < tokens.size() && tokens[name.begin - 1].lower == "(" &&
               tokens[name.end].lower == ")";
    }

    // Of the first persons of the document the one whose names the word holds or shortens: "@pamkeyNEN" is Pam Key.
    std::size_t bearer_of_handle(const Surface& surface) const {
        if (surface.words.size() != 1) return none;
        const std::string handle = letters_of(surface.text);
        const std::size_t begin = document_.mentions[surface.mentions.front()].tokens.begin;
        const bool marked = surface.text.front() == '@' || (begin > 0 && document_.tokens[begin - 1].lower == "@");
        const bool inner_capital = std::ranges::any_of(std::string_view(surface.text).substr(1), ascii::is_upper);
        if (handle.size() < shortest_handle) return none;
        for (const std::size_t i : persons_) {
            const std::string given = letters_of(surfaces_[i].words.front());
            const std::string last = letters_of(surfaces_[i].words.back());
            const std::string full = given + last;
            if (given.empty() || full.size() < (marked ? shortest_handle : shortest_full)) continue;
            if (!marked && !inner_capital) {  // "jimmykrummgt"
                if (handle != full && handle.starts_with(full)) return i;
                continue;
            }
            const bool is_telling = last.size() >= shortest_last && !tells_generation(last);
            const std::string short_form = given.front() + last;  // "@KThomasDC"
            if (handle.find(full) != handle.npos || handle == short_form ||
                (marked && is_telling && handle.starts_with(short_form) && ends_word(surface.text, short_form.size())))
                return i;
            // "@JenKrummNews" of Jennifer Krumm
            const std::size_t last_at = is_telling ? handle.find(last) : handle.npos;
            if (marked && last_at != handle.npos && last_at > 1 &&
                are_forms_of_one_name(handle.substr(0, last_at), given))
                return i;
            // "@adelleNaz" of Adelle Nazarian, "@brianEFallon"
            const bool has_given =
                marked && given.size() > 1 && handle.size() > given.size() && handle.starts_with(given);
            if (has_given && (full.starts_with(handle) || handle.ends_with(last))) return i;
        }
        return none;
    }

    const Document& document_;
    std::vector<Surface>& surfaces_;
    const Slips slips_;
    std::unordered_map<std::string_view, std::size_t> by_text_;      // those that are no persons
    std::unordered_map<std::string_view, std::size_t> missions_;     // ... before "in Cairo"; of two: none
    std::unordered_map<std::string_view, std::size_t> by_stem_;      // ... what stands before a hyphen
    std::unordered_map<std::string, std::size_t> by_telling_words_;  // the first that has them
    std::unordered_map<std::string, std::size_t> by_web_name_;
    std::unordered_map<std::string_view, std::vector<std::size_t>>
        by_building_;                                                  // unknown ones, by "hotel" behind them
    std::unordered_map<std::string_view, std::size_t> by_first_part_;  // places before a hyphen; of two: none
    std::unordered_set<std::string_view> labels_;                      // abbreviations that open lines of an interview
    std::vector<std::size_t> persons_;
};

}  // namespace

void note_variants(const Document& document, std::vector<Surface>& surfaces) {
    Variants(document, surfaces).run();
}

}  // namespace kith::text
