#include "ingest/text/actors/variants.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "ingest/text/actors/slips.hpp"
#include "ingest/text/actors/variants_of_persons.hpp"
#include "ingest/text/actors/variants_of_places.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t shortest_acronym = 3;  // letters
constexpr std::size_t shortest_member = 4;   // letters, of an armed group: "Mara cells"

bool is_acronym(std::string_view text) {
    return text.size() >= shortest_acronym && std::ranges::all_of(text, ascii::is_upper);
}

class Variants {
public:
    Variants(const Document& document, std::vector<Surface>& surfaces)
        : document_(document),
          surfaces_(surfaces),
          by_text_(things_by_text(surfaces)),
          persons_(document, surfaces),
          places_(document, surfaces, by_text_),
          slips_(document, surfaces) {
        for (std::size_t i = 0; i < surfaces.size(); ++i) {
            const Surface& surface = surfaces[i];
            if (surface.words.empty()) continue;
            const std::string_view text = surface.text;
            if (const std::size_t hyphen = text.find('-');
                !surface.person && hyphen != text.npos && is_acronym(text.substr(hyphen + 1)))
                note_only(by_stem_, text.substr(0, hyphen), i);
            if (!surface.person) note_web_name(i);
            if (!surface.person) note_mission(i);
            if (!surface.person && surface.words.size() > 2) by_telling_words_.try_emplace(telling_words(surface), i);
        }
    }

    void run() {
        for (Surface& surface : surfaces_) {
            if (surface.same != none || surface.words.empty()) continue;
            std::size_t same = with_suffix(surface);
            if (same == none) same = mission_of(surface);
            if (same == none && (same = persons_.whose_lines_it_opens(surface)) != none)
                take_reading(surfaces_[same], surface);
            if (same != none) surface.entry.reset();
            if (surface.entry) continue;
            if (same == none)
                same = surface.person ? persons_.bearer_of_handle(surface) : without_generic_word(surface);
            if (same == none && !surface.person) same = known_firm(surface);
            if (same == none && !surface.person) same = without_web_form(surface);
            if (same == none && (same = places_.school_of(surface)) != none) surface.kinds = surfaces_[same].kinds;
            if (same == none && (same = places_.building_of_saint(surface)) != none)
                take_reading(surfaces_[same], surface);
            if (same == none && (same = acronym_of(surface)) != none) take_reading(surfaces_[same], surface);
            if (same == none) same = places_.with_building(surface);
            if (same == none) same = places_.without_town(surface);
            if (same == none) same = places_.whole_of_first_part(surface);
            if (same == none) same = committee_of_house(surface);
            if (same == none && surface.person && (same = with_small_initial(surface)) != none)
                take_reading(surfaces_[same], surface);
            if (same == none && !surface.person) same = plural_of(surface);
            if (same == none && !surface.person) same = singular_of(surface);
            if (same == none && surface.person) same = persons_.bearer_of_quoted(surface);
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
        if (!is_firm(kind)) return none;
        const auto found = by_web_name_.find(web_name(surface.text));
        if (found == by_web_name_.end() || &surfaces_[found->second] == &surface) return none;
        const EntityKind other = usual_kind(surfaces_[found->second]);
        return is_firm(other) ? found->second : none;
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
        note_only(missions_, text.substr(0, in), index);
    }

    const Document& document_;
    std::vector<Surface>& surfaces_;
    const SurfacesByText by_text_;  // those that are no persons
    const VariantsOfPersons persons_;
    const VariantsOfPlaces places_;
    const Slips slips_;
    SurfacesByText missions_;  // ... by what stands before "in Cairo"; of two: none
    SurfacesByText by_stem_;   // ... or before a hyphen and an acronym
    std::unordered_map<std::string, std::size_t> by_telling_words_;  // the first that has them
    std::unordered_map<std::string, std::size_t> by_web_name_;
};

}  // namespace

void note_variants(const Document& document, std::vector<Surface>& surfaces) {
    Variants(document, surfaces).run();
}

}  // namespace kith::text
