#include "ingest/text/actors/actors.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/text/actors/bearers_of_last_names.hpp"
#include "ingest/text/actors/entries_in_context.hpp"
#include "ingest/text/actors/known_actor.hpp"
#include "ingest/text/actors/known_pieces.hpp"
#include "ingest/text/actors/last_names.hpp"
#include "ingest/text/actors/main_state.hpp"
#include "ingest/text/actors/offices.hpp"
#include "ingest/text/actors/same_actor.hpp"
#include "ingest/text/actors/surfaces.hpp"
#include "ingest/text/words/gender_words.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

constexpr std::size_t max_namesakes = 32;  // actors with one word in common that a shorter name is compared with
constexpr std::size_t max_persons = 64;    // ... whose given names a lone one is compared with
constexpr std::size_t kind_count = 18;

// "N.A.A.C.P." and, as British papers have it, "Defra" and "DfES", in capitals.
std::string as_initials(const std::string& text) {
    constexpr std::size_t shortest_in_small_letters = 4, longest_mixed = 6;
    std::string letters = without_dots(text);
    const bool one_word = letters.size() >= shortest_in_small_letters && ascii::is_upper(letters.front()) &&
                          std::all_of(letters.begin() + 1, letters.end(),
                                      [](char c) { return ascii::is_letter(c) && !ascii::is_upper(c); });
    const bool mixed = letters.size() >= shortest_in_small_letters && letters.size() <= longest_mixed &&
                       std::ranges::all_of(letters, ascii::is_letter) &&
                       std::ranges::count_if(letters, ascii::is_upper) > 1;
    if (one_word || mixed) std::ranges::transform(letters, letters.begin(), ascii::upper);
    return letters;
}

class Unifier {
public:
    explicit Unifier(Document& document)
        : document_(document),
          surfaces_(surfaces_of(document)),
          main_state_(document, surfaces_),
          offices_(document, main_state_) {}

    void run() {
        take_entries_in_context(document_, surfaces_, main_state_, offices_);
        for (std::size_t i = 0; i < surfaces_.size(); ++i) {
            const Surface& surface = surfaces_[i];
            if (!surface.entry) continue;
            of_entry_[surface.entry->number].push_back(i);
            const std::string_view name = surface.entry->name;
            if (surface.person) add_bounded(known_by_first_name_[ascii::lower_case(name.substr(0, name.find(' ')))], i);
        }
        std::vector<std::size_t> order(surfaces_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return rank(surfaces_[i]); });
        for (const std::size_t i : order) name_actor(i);
        for (const Surface& surface : surfaces_) {
            for (const MentionIndex m : surface.mentions) document_.mentions[m].actor = surface.actor;
        }
        BearersOfLastNames(document_, surfaces_, offices_, [&](const GazetteerEntry& entry) {
            return actor_of(entry);
        }).assign();
        decide_kinds();
    }

private:
    // Longer names come first; another form of one behind it, and before single words, which may be short for it.
    std::size_t rank(const Surface& surface) const {
        if (!surface.variant) return 2 * surface.words.size();
        return surface.words.size() > 1 && surfaces_[surface.same].words.size() > 1 ? 3 : 0;
    }

    void name_actor(std::size_t index) {
        Surface& surface = surfaces_[index];
        if (surface.entry && surface.person) {
            surface.actor = known_person(surface);
            add_namesake(index);
            return;
        }
        if (surface.entry) {
            surface.actor = known_actor(surface);
            if (!surface.demonym) add_body(index);
            return;
        }
        if (surface.same != none && surfaces_[surface.same].actor != none) {
            surface.actor = surfaces_[surface.same].actor;
            // "al-Afri" of an alias, "Berdahl" of Bowe Berdahl
            if (!surface.variant || surface.words.size() > 1) surface.person ? add_namesake(index) : add_body(index);
            return;
        }
        surface.actor = longer_name(surface);
        if (surface.actor != none) {
            if (surface.words.size() > 1) add_namesake(index);  // "Freddie" of Freddie Forsyth, Frederick
            return;
        }
        if (const auto entry = surface.person ? std::nullopt : known_pieces_.entry_of(surface, surfaces_)) {
            const std::string_view owner = main_state_.owner_of(surface.mentions.front());
            if (owner.empty() || owner == entry->state) {  // "Germany's Intelligence Agency" is not the CIA
                surface.actor = actor_of(*entry);
                return;
            }
        }
        Actor actor;
        actor.name = surface.text;
        surface.actor = document_.actors.add(std::move(actor));
        surface.person ? add_namesake(index) : add_body(index);
    }

    // Bodies go by a part of their names, and by their initials.
    void add_body(std::size_t index) {
        add_namesake(index);
        const Surface& surface = surfaces_[index];
        for (std::size_t i = 0; surface.words.size() > 1 && i < surface.mentions.size(); ++i) {
            const std::string_view owner =
                main_state_.owner_of(surface.mentions[i]);  // "Canada's Food Agency" by "CFA"
            if (!owner.empty()) by_initials_.try_emplace(owner.front() + surface.initials, index);
        }
        for (std::string& initials : abbreviations_of(surfaces_[index]))
            by_initials_.try_emplace(std::move(initials), index);
    }

    void add_namesake(std::size_t index) {
        if (surfaces_[index].person && surfaces_[index].words.size() > 1 && persons_.size() < max_persons)
            persons_.push_back(index);
        for (const std::string& word : surfaces_[index].words) add_bounded(by_word_[word], index);
    }

    static void add_bounded(std::vector<std::size_t>& namesakes, std::size_t index) {
        if (namesakes.size() < max_namesakes) namesakes.push_back(index);
    }

    // Somebody whom the gazetteer knows, unless the document has a longer name that this is a part of: "Biden" is Hunter
    // Biden where the document names no other.
    ActorIndex known_person(const Surface& surface) {
        if (const auto found = by_entry_.find(surface.entry->number); found != by_entry_.end()) return found->second;
        const std::size_t longer = longer_surface(surface);
        if (longer == none || offices_.holds_office(surface) || comes_before(document_, surface, surfaces_[longer]))
            return known_actor(surface);
        if (surface.words.size() > 1) by_entry_.emplace(surface.entry->number, surfaces_[longer].actor);
        return surfaces_[longer].actor;
    }

    ActorIndex known_actor(const Surface& surface) { return actor_of(*surface.entry); }

    ActorIndex actor_of(const GazetteerEntry& entry) {
        const auto [found, added] = by_entry_.try_emplace(entry.number, document_.actors.next());
        if (added) document_.actors.push_back(kith::text::known_actor(entry, name_in_document(entry)));
        return found->second;
    }

    // By the fullest name that the document uses; a body of which it uses a piece of its name, by that: "Labour", also
    // where it is "New Labour", is the Labour Party.
    std::string_view name_in_document(const GazetteerEntry& entry) const {
        const auto surfaces = of_entry_.find(entry.number);
        if (surfaces == of_entry_.end()) return entry.name;
        std::string_view fullest;
        for (const std::size_t i : surfaces->second) {
            const Surface& surface = surfaces_[i];
            const bool is_piece = !surface.person && entry.name.starts_with(surface.text + ' ');
            if (surface.text == entry.name || surface.demonym || surface.indirect || is_piece) return entry.name;
            if (surface.text.size() > fullest.size()) fullest = surface.text;
        }
        return name_of_known(entry, fullest);
    }

    // The actor of a name of the document that this is a part of, or the abbreviation: the one named most often. Of a
    // family it is who comes first that goes by the last name alone; the others are named in full each time.
    ActorIndex longer_name(const Surface& surface) const {
        const std::size_t longer = longer_surface(surface);
        return longer == none ? ActorIndex{} : surfaces_[longer].actor;
    }

    std::size_t longer_surface(const Surface& surface) const {
        if (surface.words.empty()) return none;
        if (is_cut_off(surface)) return with_what_is_cut_off(surface);
        std::size_t best = none, first_last = none, first_relative = none, leader = none;
        const bool is_part = surface.person && surface.words.size() == 1;
        for (const std::string& word : words_in_longer(surface)) {
            const auto namesakes = by_word_.find(word);
            if (namesakes == by_word_.end()) continue;
            for (const std::size_t i : namesakes->second) {
                const Surface& other = surfaces_[i];
                if (other.person != surface.person ||
                    !(surface.person ? same_person(surface, other) : same_body(surface, other)))
                    continue;
                if (is_part && is_last_name(surface.words[0], other)) {
                    const Range first = document_.mentions[other.mentions.front()].tokens;
                    std::size_t& earliest = is_told_as_relative(document_, first) ? first_relative : first_last;
                    earliest = std::min(earliest, i);
                    // Kim Jong Un, of 2018, rather than Kim Dae-jung, who had led the South
                    if (leads_families(surface, other) &&
                        (leader == none || offices_.is_in_office(*other.entry, surface.text)))
                        leader = i;
                }
                if (best == none || other.mentions.size() > surfaces_[best].mentions.size()) best = i;
            }
        }
        if (leader != none)
            best = leader;
        else if (first_last != none)
            best = first_last;
        else if (first_relative != none)
            best = first_relative;
        if (best == none && is_part && !surface.entry) best = known_by_first_name(surface);
        if (best == none && is_part && !surface.entry) best = named_by_short_form(surface);
        if (best == none && is_part && !surface.entry && is_abbreviation(surface)) best = person_of_initials(surface);
        if (best == none && !surface.person) best = state_of_direction(surfaces_, surface);
        if (best == none && !surface.person) {
            const auto found = by_initials_.find(as_initials(surface.text));
            const bool any = found != by_initials_.end() && std::ranges::all_of(found->first, ascii::is_upper);
            // "EC" is not the EC Commission, but whose it is.
            if (any && surfaces_[found->second].words.front() != surface.words.front()) best = found->second;
            if (found == by_initials_.end() && is_abbreviation(surface)) best = person_of_initials(surface);
        }
        return best;
    }

    // "AKH", read as her or a party, of Ada Krumm-Hansen, who is named before, where that is nobody else's and no known name.
    std::size_t person_of_initials(const Surface& surface) const {
        constexpr std::size_t fewest = 3;  // letters
        const std::string letters = without_dots(surface.text);
        std::size_t found = none;
        const EntityKind kind = usual_kind(surface);
        if (letters.size() < fewest || !(surface.person || kind == EntityKind::party || kind == EntityKind::ngo))
            return none;
        for (const std::size_t i : persons_) {
            const std::vector<std::string> initials = abbreviations_of(surfaces_[i]);
            if (&surfaces_[i] > &surface || std::ranges::find(initials, letters) == initials.end()) continue;
            if (found != none && surfaces_[found].actor != surfaces_[i].actor) return none;
            found = i;
        }
        return found;
    }

    // "Kim", of a text that names several, is who leads North Korea.
    bool leads_families(const Surface& surface, const Surface& person) const {
        return person.entry && has_family_names_first(person.entry->state) &&
               offices_.leads(*person.entry, surface.text);
    }

    // Words that a name has of which this is another form: its last one, and "Highfields" of "Highfield".
    static std::vector<std::string> words_in_longer(const Surface& surface) {
        std::vector<std::string> words{surface.words.back()};
        if (!surface.person && surface.words.size() == 1) words.push_back(surface.words.front() + 's');
        if (!surface.person && surface.words.size() == 2) words.push_back(surface.words.front());  // "Alten IOP"
        return words;
    }

    // "Committee" of "Committee of Central Bankers", of which the net saw no more.
    bool is_cut_off(const Surface& surface) const {
        const std::vector<Token>& tokens = document_.tokens;
        return !surface.person && surface.words.size() == 1 && is_body(usual_kind(surface)) &&
               std::ranges::all_of(surface.mentions, [&](MentionIndex mention) {
                   const std::size_t end = document_.mentions[mention].tokens.end;
                   return end + 1 < tokens.size() && tokens[end].lower == "of" && tokens[end + 1].capital;
               });
    }

    // "Council | of Nine", of a text that has the whole name elsewhere, and no other of its first word.
    std::size_t with_what_is_cut_off(const Surface& surface) const {
        const auto longer = by_word_.find(surface.words[0]);
        if (longer == by_word_.end()) return none;
        const auto is_whole = [&](std::size_t i) {
            const std::vector<std::string>& words = surfaces_[i].words;
            return words.size() > 2 && words[0] == surface.words[0] && words[1] == "of" &&
                   std::ranges::all_of(surface.mentions, [&](MentionIndex mention) {
                       return words[2] == document_.tokens[document_.mentions[mention].tokens.end + 1].lower;
                   });
        };
        const auto found = std::ranges::find_if(longer->second, is_whole);
        return found == longer->second.end() ? none : *found;
    }

    // "Ted", of a text that names Cruz, whom the gazetteer has as Ted Cruz, and no other Ted.
    std::size_t known_by_first_name(const Surface& surface) const {
        const auto known = known_by_first_name_.find(surface.words[0]);
        if (known == known_by_first_name_.end()) return none;
        std::size_t found = none;
        for (const std::size_t i : known->second) {
            const bool is_named_before = &surfaces_[i] < &surface;
            if (surfaces_[i].actor == none || !is_named_before || tells_age(document_, surface)) continue;
            if (found != none && surfaces_[found].actor != surfaces_[i].actor) return none;
            found = i;
        }
        return found;
    }

    // "Dave", of a text that has named David Krumm before, and nobody else of such a given name; but "Dave, a miner".
    std::size_t named_by_short_form(const Surface& surface) const {
        if (tells_age(document_, surface) || is_introduced(surface)) return none;
        std::size_t found = none;
        for (const std::size_t i : persons_) {
            const Surface& other = surfaces_[i];
            if (&other > &surface || other.actor == none || !is_nickname(surface.words[0], other.words[0])) continue;
            if (found != none && surfaces_[found].actor != other.actor) return none;
            found = i;
        }
        return found;
    }

    // "Dave" of David and "Ted" of Edward, but not "Juan" of John nor "Vladimir" of Volodymyr.
    static bool is_nickname(const std::string& name, const std::string& given) {
        constexpr std::size_t longest = 5;  // letters
        return name.size() <= longest && name.size() < given.size() && are_forms_of_one_name(name, given) &&
               (name[0] == given[0] || GenericWords::builtin().nickname.contains(name));
    }

    bool is_introduced(const Surface& surface) const {
        const std::string_view word = word_behind_comma(document_, surface);
        return word == "a" || word == "an" || word == "the";
    }

    void decide_kinds() {
        std::vector<std::array<std::size_t, kind_count>> votes(document_.actors.size());
        for (const Surface& surface : surfaces_) {
            for (const auto& [word, count] : surface.kinds)
                votes[surface.actor.value()][static_cast<std::size_t>(entity_kind(word))] += count;
        }
        for (const ActorIndex a : document_.actors.indices()) {
            if (document_.actors[a].known) continue;
            const auto& of_actor = votes[a.value()];
            if (std::ranges::all_of(of_actor, [](std::size_t count) { return count == 0; })) continue;
            const auto best = std::max_element(of_actor.begin(), of_actor.end()) - of_actor.begin();
            document_.actors[a].kind = static_cast<EntityKind>(best);
        }
    }

    Document& document_;
    std::vector<Surface> surfaces_;  // in the order of their first mentions
    MainState main_state_;
    Offices offices_;
    KnownPieces known_pieces_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> of_entry_;  // surfaces, by the entry's number
    std::unordered_map<std::size_t, ActorIndex> by_entry_;                // actors, likewise
    std::unordered_map<std::string, std::vector<std::size_t>> by_word_;   // surfaces that gave an actor its name
    std::unordered_map<std::string, std::vector<std::size_t>> known_by_first_name_;
    std::vector<std::size_t> persons_;  // surfaces of several words, the first of them
    std::unordered_map<std::string, std::size_t> by_initials_;
};

}  // namespace

void Actors::apply(Document& document) const {
    Unifier(document).run();
}

}  // namespace kith::text
