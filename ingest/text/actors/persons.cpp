#include "ingest/text/actors/persons.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "graph/ascii.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

class Persons {
public:
    Persons(const Document& document, std::vector<Surface>& surfaces) : document_(document), surfaces_(surfaces) {
        for (std::size_t i = 0; i < surfaces.size(); ++i)
            by_text_.try_emplace({surfaces[i].text, surfaces[i].person}, i);
    }

    void run() {
        for (Surface& surface : surfaces_) {
            if (is_ship(surface)) {
                surface.person = false;
                surface.kinds = {{"vehicle", surface.mentions.size()}};
                continue;
            }
            if (surface.person && surface.words.size() > 1 && !surface.entry && take_known_body(surface)) continue;
            const Surface* const twin = twin_of(surface);
            if (surface.words.size() < 2 || surface.entry || twin == nullptr) continue;
            const bool comes_first = twin->mentions.size() == surface.mentions.size() && twin < &surface;
            if (comes_first || is_surer(*twin, surface)) take(surface, *twin);
        }
        const LastWords last = last_words();
        const std::unordered_set<std::string> ships = names_of_ships();
        for (Surface& surface : surfaces_) {
            if (!surface.entry && surface.words.size() > 1 && is_place(usual_kind(surface)) &&
                ships.contains(surface.text))
                surface.kinds = {{"vehicle", surface.mentions.size()}};
            if (surface.words.size() != 1 || (surface.entry && surface.entry->by_user)) continue;
            const auto bearers = last.of_persons.find(surface.words[0]);
            if (bearers != last.of_persons.end()) {
                if (!surface.person) take_last_name(surface, bearers->second);
            } else if (surface.person) {
                take_body(surface, last);
                if (!surface.person && !surface.entry) take_ship(surface, last);
            } else if (!surface.entry && !take_person(surface, last)) {
                const auto fathers = last.of_fathers.find(surface.words[0]);
                if (fathers != last.of_fathers.end() && !is_place(usual_kind(surface)))
                    take_last_name(surface, fathers->second);
                else
                    take_ship(surface, last);
            }
        }
    }

private:
    struct LastWords {
        std::unordered_map<std::string, std::size_t> of_persons;  // by how many mentions
        std::unordered_map<std::string, std::size_t> of_fathers;  // likewise: "Casas" of Ana Casas Quispe
        std::unordered_map<std::string, std::string> of_bodies;   // with their kinds
        std::unordered_set<std::string> that_open_companies;      // "Krumm" of Krumm Aircraft
    };

    LastWords last_words() const {
        LastWords last;
        for (const Surface& surface : surfaces_) {
            if (surface.words.size() < 2) continue;
            if (surface.person) {
                last.of_persons[surface.words.back()] += surface.mentions.size();
                if (surface.words.size() > 2 && has_fathers_name(surface))
                    last.of_fathers[*std::prev(surface.words.end(), 2)] += surface.mentions.size();
            } else if (!is_place(usual_kind(surface)) && !surface.demonym) {
                last.of_bodies.emplace(surface.words.back(), usual_reading(surface));
                if (usual_kind(surface) == EntityKind::company) last.that_open_companies.insert(surface.words.front());
            }
        }
        return last;
    }

    // "USS Abraham Lincoln"; "MT Front Altair", also read as a company, where it is the Front Altair, too.
    bool is_ship(const Surface& surface) const {
        const std::size_t blank = surface.text.find(' ');
        if (surface.entry || blank == std::string::npos || !ascii::is_upper(surface.text[1]) ||
            !GenericWords::builtin().ship.contains(ascii::lower_case(surface.text.substr(0, blank))))
            return false;
        const bool is_code = surface.text.starts_with("MT ");  // of Montana, too, and a mountain
        const EntityKind kind = usual_kind(surface);
        return (!is_code && (surface.person || is_place(kind) || kind == EntityKind::military_unit)) ||
               by_text_.contains({surface.text.substr(blank + 1), false});
    }

    // "Front Altair" of the MT Front Altair, without the prefixes.
    std::unordered_set<std::string> names_of_ships() const {
        std::unordered_set<std::string> names;
        for (const Surface& surface : surfaces_) {
            const std::size_t blank = surface.text.find(' ');
            if (blank != std::string::npos && usual_kind(surface) == EntityKind::vehicle)
                names.insert(surface.text.substr(blank + 1));
        }
        return names;
    }

    // "Ana Casas Quispe", but "Ana Maria Quispe" has two given names.
    static bool has_fathers_name(const Surface& surface) {
        return gender_of_name(surface.text) != Gender::untold && !is_given_name(*std::prev(surface.words.end(), 2));
    }

    // "elPeriodico" of "ElPeriodico"
    static std::string with_other_capital(std::string text) {
        text.front() = ascii::is_upper(text.front()) ? ascii::lower(text.front()) : ascii::upper(text.front());
        return text;
    }

    // The same name where it is read as a person, or as none.
    const Surface* twin_of(const Surface& surface) const {
        if (surface.entry && surface.entry->by_user) return nullptr;
        auto found = by_text_.find({surface.text, !surface.person});
        if (found == by_text_.end()) found = by_text_.find({with_other_capital(surface.text), !surface.person});
        return found == by_text_.end() ? nullptr : &surfaces_[found->second];
    }

    static bool is_surer(const Surface& twin, const Surface& surface) {
        return twin.entry || twin.mentions.size() > surface.mentions.size();
    }

    // "Comando Vermelho", which the gazetteer has; but ships, companies and places are called after persons, and a person
    // may be called as a group: "Abu Sayyaf".
    bool take_known_body(Surface& surface) const {
        const bool is_by_name = names_parent(surface.words[0]) || gender_of_name(surface.text) != Gender::untold;
        const auto match = is_by_name ? std::nullopt : document_.gazetteer->match_exactly(surface.text);
        if (!match || !is_body(match->entry.kind) || match->entry.kind == EntityKind::company) return false;
        surface.person = false;
        surface.entry = match->entry;
        return true;
    }

    // A single word read as a person, where no person of the document has it for a last name, is the body of that name:
    // the gazetteer's, one that the document has more often or in capitals, or one that has it for its last word: "Forbin" of
    // the FS Forbin; a company that begins with it: "Hughes" of Hughes Aircraft.
    void take_body(Surface& surface, const LastWords& last) {
        const auto match = document_.gazetteer->match_exactly(surface.text);
        if (match && !is_place(match->entry.kind) && match->entry.kind != EntityKind::person) {
            surface.person = false;
            surface.entry = match->entry;
            return;
        }
        const Surface* const twin = twin_of(surface);
        // "elPeriodico" of "ElPeriodico"
        const bool begins_small = twin != nullptr && twin->text.front() != surface.text.front() &&
                                  ascii::is_letter(twin->text.front()) && !ascii::is_upper(twin->text.front());
        if (twin != nullptr && (is_surer(*twin, surface) || is_abbreviation(surface) || begins_small)) {
            take(surface, *twin);
        } else if (const auto body = last.of_bodies.find(surface.words[0]); body != last.of_bodies.end()) {
            surface.person = false;
            surface.kinds = {{body->second, surface.mentions.size()}};
        } else if (twin != nullptr && is_earlier(*twin, surface)) {
            take(surface, *twin);
        } else if (!surface.entry && last.that_open_companies.contains(surface.words[0]) &&
                   !is_called_person(surface)) {
            surface.person = false;
            surface.kinds = {{"company", surface.mentions.size()}};
        }
    }

    // "Mr. Krumm", "Ada"
    bool is_called_person(const Surface& surface) const {
        return is_given_name(surface.text) || std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
                   const std::size_t begin = document_.mentions[mention].tokens.begin;
                   if (begin == 0) return false;
                   const std::string& before = document_.tokens[begin - 1].lower;
                   return gender_of_title(document_, document_.mentions[mention]) != Gender::untold ||
                          GenericWords::builtin().title.contains(before) || before == "dr" || before == "dr.";
               });
    }

    // A single word that nobody knows, and that is read as a person more often, or as often and before: "Helena's case"; as an
    // event, whoever is known by it: "the Obama years", and as anything where that is rarer: "the strike on Soleimani".
    bool take_person(Surface& surface, const LastWords& last) const {
        const Surface* const twin = twin_of(surface);
        if (twin == nullptr || is_abbreviation(surface) || last.of_bodies.contains(surface.words[0])) return false;
        if (twin->entry) {
            if (usual_kind(surface) != EntityKind::event && twin->mentions.size() <= surface.mentions.size())
                return false;
            take(surface, *twin);
            return true;
        }
        if (twin->mentions.size() <= surface.mentions.size() && !is_earlier(*twin, surface)) return false;
        take(surface, *twin);
        return true;
    }

    static bool is_earlier(const Surface& twin, const Surface& surface) {
        return twin.mentions.size() == surface.mentions.size() && twin.mentions.front() < surface.mentions.front();
    }

    // What nobody knows, and a ship of the document is called: "the Boxer" of the USS Boxer; not the new Constitution beside
    // the USS Constitution.
    static void take_ship(Surface& surface, const LastWords& last) {
        const EntityKind kind = usual_kind(surface);
        if (!is_place(kind) && kind != EntityKind::company && kind != EntityKind::military_unit) return;
        const auto ship = last.of_bodies.find(surface.words[0]);
        if (ship == last.of_bodies.end() || entity_kind(ship->second) != EntityKind::vehicle) return;
        surface.kinds = {{ship->second, surface.mentions.size()}};
    }

    // A single word that nobody knows, and that is the last name of a person of the document, is that person.
    void take_last_name(Surface& surface, std::size_t mentions_of_bearers) {
        if (is_abbreviation(surface) && !opens_lines(surface)) return;
        const bool is_rarer = surface.mentions.size() <= mentions_of_bearers;
        const bool strange_place = twin_of(surface) != nullptr && usual_kind(surface) == EntityKind::place;
        const bool may_be = surface.entry ? (is_rarer && is_nowhere(surface)) || is_written_without_blank(surface)
                                          : is_rarer || strange_place || is_abbreviation(surface);
        if (!may_be) return;
        surface.person = true;
        surface.entry.reset();
        surface.kinds = {{"person", surface.mentions.size()}};
    }

    // "KRUMM: We asked for it.", of a transcript.
    bool opens_lines(const Surface& surface) const {
        return std::ranges::all_of(surface.mentions, [&](MentionIndex mention) {
            return opens_line(document_, mention) &&
                   document_.tokens[document_.mentions[mention].tokens.begin].all_caps;
        });
    }

    // "Whitehouse", which is read as somebody as often, is no White House.
    bool is_written_without_blank(const Surface& surface) const {
        const Surface* const twin = twin_of(surface);
        const bool has_blank = surface.entry->name.find(' ') != std::string_view::npos;
        std::string name = ascii::lower_case(surface.entry->name);
        std::erase(name, ' ');
        return is_body(surface.entry->kind) && has_blank && name == surface.words[0] && twin != nullptr &&
               twin->mentions.size() >= surface.mentions.size();
    }

    // A place, by its name, where nothing is or goes: "as Lima suggested".
    bool is_nowhere(const Surface& surface) const {
        return surface.entry->kind == EntityKind::place && !surface.entry->capital &&
               std::ranges::none_of(surface.mentions, [&](MentionIndex mention) {
                   const std::size_t begin = document_.mentions[mention].tokens.begin;
                   if (begin == 0) return false;
                   return document_.tokens[begin - 1].tag == Tag::punctuation || stands_as_place(document_, mention);
               });
    }

    static void take(Surface& surface, const Surface& twin) {
        surface.person = twin.person;
        surface.entry = twin.entry;
        surface.kinds = twin.kinds;
    }

    const Document& document_;
    std::vector<Surface>& surfaces_;
    std::map<std::pair<std::string, bool>, std::size_t> by_text_;  // and whether it was read as a person
};

}  // namespace

void settle_persons(const Document& document, std::vector<Surface>& surfaces) {
    Persons(document, surfaces).run();
}

}  // namespace kith::text
