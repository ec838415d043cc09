#include "ingest/text/actors.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "graph/ascii.hpp"
#include "graph/names/name_words.hpp"
#include "graph/partial_date.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/text/gender_words.hpp"
#include "ingest/text/generic_words.hpp"
#include "ingest/text/known_actor.hpp"
#include "ingest/text/main_state.hpp"
#include "ingest/text/reference_words.hpp"
#include "ingest/text/surfaces.hpp"

namespace kith::text {
namespace {

constexpr std::size_t max_namesakes = 32;  // actors with one word in common that a shorter name is compared with
constexpr std::size_t max_persons = 64;    // ... whose given names a lone one is compared with
constexpr std::size_t kind_count = 18;
constexpr std::string_view known_wholly = "United States";  // the gazetteer has all its bodies: another's is meant

bool contains_run(const std::vector<std::string>& words, const std::vector<std::string>& run) {
    return std::search(words.begin(), words.end(), run.begin(), run.end()) != words.end();
}

bool starts_with(const std::vector<std::string>& words, const std::vector<std::string>& first) {
    return words.size() > first.size() && std::equal(first.begin(), first.end(), words.begin());
}

bool ends_with(const std::vector<std::string>& words, const std::vector<std::string>& last) {
    return words.size() > last.size() && std::equal(last.rbegin(), last.rend(), words.rbegin());
}

// "Army", also where it has been found to be Chile's.
bool names_body_of_states(const Surface& surface) {
    std::string words;
    for (const std::string& each : surface.words) words.append(words.empty() ? "" : " ").append(each);
    return GenericWords::builtin().is_body_of_states(words);
}

std::string_view first_words(std::string_view text, std::size_t words) {
    std::size_t end = 0;
    for (; words > 0 && end != text.npos; --words) end = text.find(' ', end == 0 ? 0 : end + 1);
    return text.substr(0, end);
}

bool is_direction(const Surface& surface) {
    return surface.words.size() == 1 && GenericWords::builtin().compass.contains(surface.words[0]);
}

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

// Letters and digits: "9M729", "MH17".
bool is_type_code(std::string_view text) {
    constexpr std::size_t shortest = 4;
    constexpr std::ptrdiff_t fewest_digits = 2;
    return text.size() >= shortest && std::ranges::count_if(text, ascii::is_digit) >= fewest_digits &&
           std::ranges::any_of(text, ascii::is_letter);
}

// No word that many bodies have, as "Bank", and no people: "Korean".
bool is_own_word(const Surface& surface) {
    if (usual_kind(surface) == EntityKind::population_group) return false;
    const NameWords name = words_of_body(surface.text);
    return name.words.size() == 1 && name.words[0].weight >= 1.0;
}

// "Nick Bailey" of Nicholas Bailey, "Pete" of Peter, "Ed Rendell" of Edward G.; but Jon and Jan are two.
bool is_short_form(const Surface& shorter, const Surface& longer) {
    const bool has_initial = longer.words.size() == 3 && longer.words[1].size() <= 2;
    if (are_two_genders(gender_of_name(shorter.text), gender_of_name(longer.text))) return false;
    return shorter.words.size() == 2 && (longer.words.size() == 2 || has_initial) &&
           shorter.words.back() == longer.words.back() &&
           (shorter.words[0].size() + 2 <= longer.words[0].size() || longer.words[0].starts_with(shorter.words[0])) &&
           shorter.words[0].size() < longer.words[0].size() && are_forms_of_one_name(shorter.words[0], longer.words[0]);
}

// "The Hill" of Capitol Hill.
bool is_feature(const Surface& shorter, const Surface& longer) {
    return shorter.words.size() == 1 && longer.words.size() > 1 && longer.entry &&
           longer.words.back() == shorter.words[0] && GenericWords::builtin().feature.contains(shorter.words[0]);
}

bool is_official(EntityKind kind) {
    return kind == EntityKind::government_body || kind == EntityKind::international_body;
}

class Unifier {
public:
    explicit Unifier(Document& document)
        : document_(document), surfaces_(surfaces_of(document)), main_state_(document, surfaces_) {}

    void run() {
        for (const Surface& surface : surfaces_) {
            if (surface.person && surface.words.size() > 1)
                words_of_persons_.insert(surface.words.begin(), surface.words.end());
        }
        drop_organs_of_elsewhere();
        for (Surface& surface : surfaces_) {
            take_body_of_main_state(surface);
            take_titled(surface);
            take_person_of_main_state(surface);
            take_leader(surface);
            take_state_of_direction(surface);
            take_publisher(surface);
        }
        drop_parties_of_elsewhere();
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
            const bool is_known = surface.person && surface.words.size() == 1 && surface.entry &&
                                  surface.entry->kind == EntityKind::person;
            const ActorIndex junior = is_known ? only_junior(surface) : ActorIndex{};
            for (const MentionIndex m : surface.mentions)
                document_.mentions[m].actor = titled_actor(surface, m, junior);
        }
        decide_kinds();
    }

private:
    // Longer names come first; another form of one behind it, and before single words, which may be short for it.
    std::size_t rank(const Surface& surface) const {
        if (!surface.variant) return 2 * surface.words.size();
        return surface.words.size() > 1 && surfaces_[surface.same].words.size() > 1 ? 3 : 0;
    }

    // Whom the title before a last name tells from who else goes by it: "Mr. Clinton" is not Hillary, "President Obama" not
    // Michelle.
    ActorIndex titled_actor(const Surface& surface, MentionIndex mention, ActorIndex junior) {
        if (!surface.person || surface.words.size() != 1) return surface.actor;
        const bool is_known = surface.entry && surface.entry->kind == EntityKind::person;
        const std::size_t begin = document_.mentions[mention].tokens.begin;
        const bool is_wished = begin > 0 && document_.tokens[begin - 1].lower == "a";  // "in a Clinton administration"
        if (!is_wished && holds_office(mention)) {  // "the Clinton administration" is not Hillary's
            if (const auto leader = leader_of(surface.text)) return actor_of(*leader);
        }
        const Gender usual = gender_of_name(document_.actors[surface.actor].name);
        if (is_called_president(mention)) {
            const auto president = president_of(surface);
            const GazetteerEntry* const entry = president ? &*president : is_known ? &*surface.entry : nullptr;
            if (entry != nullptr && are_two_genders(usual, gender_of_name(entry->name))) return actor_of(*entry);
        }
        const Gender gender = gender_of_title(document_, document_.mentions[mention]);
        if (gender != Gender::untold && junior != none) return junior;
        if (!are_two_genders(usual, gender)) return surface.actor;
        if (is_known && gender_of_name(surface.entry->name) == gender) return actor_of(*surface.entry);
        if (const auto namesakes = by_word_.find(surface.words[0]); namesakes != by_word_.end()) {
            for (const std::size_t i : namesakes->second) {
                const Surface& other = surfaces_[i];
                if (other.person && other.words.back() == surface.words[0] && gender_of_name(other.text) == gender)
                    return other.actor;
            }
        }
        return surface.actor;
    }

    // "Mr. Krumm", of a text that has Abe Krumm Jr. in full, and the better known Krumm nowhere else: not in full, as the
    // president, with his government or before the son. The son.
    ActorIndex only_junior(const Surface& surface) const {
        const auto namesakes = by_word_.find(surface.words[0]);
        if (namesakes == by_word_.end()) return none;
        const auto is_junior = [&](std::size_t i) {
            const std::vector<std::string>& words = surfaces_[i].words;
            return surfaces_[i].person && words.size() > 2 && tells_generation(words.back()) &&
                   words[words.size() - 2] == surface.words[0];
        };
        const auto junior = std::ranges::find_if(namesakes->second, is_junior);
        if (junior == namesakes->second.end() || holds_office(surface) || comes_before(surface, surfaces_[*junior]))
            return none;
        const auto known = of_entry_.find(surface.entry->number);
        const auto is_named = [&](std::size_t i) {
            return surfaces_[i].words.size() > 1 || std::ranges::any_of(surfaces_[i].mentions, [&](MentionIndex each) {
                       return is_called_president(each);
                   });
        };
        const bool is_elsewhere = known != of_entry_.end() && std::ranges::any_of(known->second, is_named);
        return is_elsewhere ? ActorIndex{} : surfaces_[*junior].actor;
    }

    bool is_called_president(MentionIndex mention) const {
        const std::size_t begin = document_.mentions[mention].tokens.begin;
        if (begin == 0 || document_.tokens[begin - 1].lower != "president") return false;
        const bool is_vice = begin > 1 && document_.tokens[begin - 2].lower == "vice";
        return document_.tokens[begin - 1].capital && !is_vice;
    }

    // Who is known by the title: "President Clinton".
    std::optional<GazetteerEntry> president_of(const Surface& surface) const {
        const auto match = document_.gazetteer->match_exactly("President " + surface.text);
        if (!match || match->entry.kind != EntityKind::person) return std::nullopt;
        return match->entry;
    }

    // "President Clinton", "the prophet Muhammad", of a text that has no longer name of the sort.
    void take_titled(Surface& surface) const {
        if (!surface.person || surface.entry || surface.same != none || surface.words.size() != 1) return;
        std::optional<GazetteerEntry> found;
        for (const MentionIndex mention : surface.mentions) {
            found = is_called_president(mention) ? president_of(surface) : known_by_title(surface, mention);
            if (found) break;
        }
        if (!found || has_longer_person(surface)) return;
        surface.entry = found;
        surface.indirect = true;
    }

    std::optional<GazetteerEntry> known_by_title(const Surface& surface, MentionIndex mention) const {
        std::string title(word_before(mention));
        if (title == "president" || !GenericWords::builtin().title.contains(title)) return std::nullopt;
        title.front() = ascii::upper(title.front());
        const auto match = document_.gazetteer->match_exactly(title + ' ' + surface.text);
        return match && match->entry.kind == EntityKind::person ? std::optional(match->entry) : std::nullopt;
    }

    // In lower case; empty: the text begins with the mention.
    std::string_view word_before(MentionIndex mention) const {
        const std::size_t begin = document_.mentions[mention].tokens.begin;
        return begin == 0 ? std::string_view() : std::string_view(document_.tokens[begin - 1].lower);
    }

    bool has_longer_person(const Surface& surface) const { return words_of_persons_.contains(surface.words[0]); }

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
            if (surface.person && surface.words.size() > 1)
                add_namesake(index);  // "Freddie" of Freddie Forsyth, Frederick
            return;
        }
        Actor actor;
        actor.name = surface.text;
        surface.actor = document_.actors.add(std::move(actor));
        surface.person ? add_namesake(index) : add_body(index);
    }

    // "The Treasury", of an article on Britain, is not the one that is best known by the word; nor is a congress in one
    // on Chile, where the gazetteer has none: it is Chile's.
    void take_body_of_main_state(Surface& surface) const {
        if (surface.person || surface.same != none || !is_body(usual_kind(surface))) return;
        if (surface.entry && (surface.entry->by_user || surface.entry->state.empty())) return;
        if (is_of_american_officers(surface)) {
            if (const auto body = body_of_state(*document_.gazetteer, known_wholly, surface.text)) {
                surface.entry = body;
                surface.indirect = true;
                return;
            }
        }
        std::string_view state = main_state_.name();
        auto body = body_of_state(*document_.gazetteer, state, surface.text);
        if (!body && !surface.entry) {
            const std::string_view nearby = main_state_.nearby(surface);
            body = body_of_state(*document_.gazetteer, nearby, surface.text);
            if (body || state.empty()) state = nearby;
        }
        const bool of_states =
            state != known_wholly && GenericWords::builtin().is_body_of_states(ascii::lower_case(surface.text));
        if (state.empty() || !(body || of_states)) return;
        if (surface.entry ? surface.entry->state == state : has_longer_name(surface)) return;
        if (body) {
            surface.entry = body;
            surface.indirect = true;
        } else if (!surface.entry || main_state_.count(surface.entry->state) <= surface.mentions.size()) {
            // "Congress", of an article on Iran that names the United States, stays theirs.
            surface.entry.reset();
            surface.text = of_state(state, surface.text);
        }
    }

    // "Said retired Army Lt. Col. Ada Krumm", whatever the article is about: of others' officers the state is told.
    bool is_of_american_officers(const Surface& surface) const {
        if (usual_kind(surface) != EntityKind::military_unit) return false;
        const std::vector<Token>& tokens = document_.tokens;
        return std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
            const Range name = document_.mentions[mention].tokens;
            const bool has_rank =
                name.end < tokens.size() && GenericWords::builtin().rank.contains(tokens[name.end].lower);
            return has_rank || (name.begin > 0 && tokens[name.begin - 1].lower == "retired");
        });
    }

    // "Calderon", of an article on Mexico that has no longer name: where it comes again, has a title before it or a
    // government behind, since a name that stands alone once is as easily a stranger's.
    void take_person_of_main_state(Surface& surface) const {
        if (!surface.person || surface.entry || surface.same != none || surface.words.size() != 1) return;
        const auto has_title = [&](MentionIndex mention) {
            return GenericWords::builtin().title.contains(word_before(mention));
        };
        const auto titled = [&](MentionIndex mention) {  // "Senators Krumm and Ott"
            const MentionIndex before(mention.value() - 1);
            const std::size_t begin = document_.mentions[mention].tokens.begin;
            return has_title(mention) ||
                   (mention.value() > 0 && begin > 0 && document_.mentions[before].tokens.end + 1 == begin &&
                    document_.tokens[begin - 1].lower == "and" && has_title(before));
        };
        if (main_state_.name().empty() ||
            (surface.mentions.size() < 2 && !holds_office(surface) && std::ranges::none_of(surface.mentions, titled)))
            return;
        if (has_longer_person(surface)) return;
        surface.entry = document_.gazetteer->person_of(main_state_.name(), surface.text);
        surface.indirect = surface.entry.has_value();
    }

    // "The General Assembly", of a text that does not name the United Nations, is some state's.
    void drop_organs_of_elsewhere() {
        const auto is_organ = [](const Surface& surface) {
            return surface.entry && !surface.entry->by_user && surface.entry->kind == EntityKind::international_body &&
                   GenericWords::builtin().is_body_of_states(ascii::lower_case(surface.text));
        };
        const auto has_whole = [&](const Surface& organ) {
            constexpr std::size_t words = 2;  // "United Nations", whichever organ of it
            const std::string_view whole = first_words(organ.entry->name, words);
            return std::ranges::any_of(surfaces_, [&](const Surface& other) {
                return other.entry && !is_organ(other) && first_words(other.entry->name, words) == whole;
            });
        };
        for (Surface& surface : surfaces_) {
            if (!is_organ(surface) || has_whole(surface)) continue;
            surface.entry.reset();
            surface.indirect = false;
        }
    }

    // "The Bush administration", of a text that has no longer name: who led one of the states that it names, in its time.
    void take_leader(Surface& surface) {
        if (!surface.person || surface.entry || surface.same != none || surface.words.size() != 1) return;
        const bool leads = holds_office(surface) || std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
                               return has_title_of_leader(mention);
                           });
        if (!leads || has_longer_person(surface)) return;
        surface.entry = leader_of(surface.text);
        surface.indirect = surface.entry.has_value();
    }

    // "President Bush", "Prime Minister Park", "North Korean leader Kim"; not "Vice President Bush", "opposition leader Lee".
    bool has_title_of_leader(MentionIndex mention) const {
        const std::string_view title = word_before(mention);
        const GenericWords& words = GenericWords::builtin();
        const std::size_t begin = document_.mentions[mention].tokens.begin;
        const Token* const before = begin > 1 ? &document_.tokens[begin - 2] : nullptr;
        if (before != nullptr && words.other_leader.contains(before->lower)) return false;
        if (title == "minister") return before != nullptr && before->lower == "prime";
        if (title == "leader") return before != nullptr && before->capital;
        return words.leader.contains(title);
    }

    // Of a last name, the only leader of a state that the text names, in the year of the text.
    const std::optional<GazetteerEntry>& leader_of(const std::string& last_name) {
        const auto [leader, is_new] = leaders_.try_emplace(last_name);
        if (!is_new) return leader->second;
        const auto published = parse_partial_date(document_.article.published);
        const auto year = published ? std::optional(published->year) : std::nullopt;
        for (const auto& [state, count] : main_state_.all()) {
            const auto found = document_.gazetteer->leader_of(state, last_name, year);
            if (!found) continue;
            if (leader->second && leader->second->number != found->number) {
                leader->second.reset();
                break;
            }
            leader->second = found;
        }
        return leader->second;
    }

    // "Conservatives", in an article that names nothing else of Britain's, are whoever holds such views, and "Labour" of one
    // on New Zealand is a party there.
    void drop_parties_of_elsewhere() {
        const GenericWords& words = GenericWords::builtin();
        const auto is_view = [&](const Surface& surface) {
            return surface.words.size() == 1 && words.view.contains(surface.words[0]);
        };
        const auto is_general = [&](const Surface& surface) {
            return surface.entry && !surface.entry->by_user && surface.entry->kind == EntityKind::party &&
                   (is_view(surface) || std::ranges::all_of(surface.words, [&](const std::string& each) {
                        return words.party.contains(each);
                    }));
        };
        std::unordered_map<std::size_t, std::size_t> named;  // by the entry's number
        for (const Surface& surface : surfaces_) {
            if (is_general(surface)) named[surface.entry->number] += surface.mentions.size();
        }
        const std::string_view main = main_state_.name();
        for (Surface& surface : surfaces_) {
            if (!is_general(surface)) continue;
            const std::string_view state = surface.entry->state;
            if (!is_view(surface) && state == known_wholly) continue;  // "Democrats", in papers that are at home there
            const bool is_elsewhere = !main.empty() && main != state;
            const std::size_t count = main_state_.count(state);
            if (count > named[surface.entry->number] &&
                !(is_view(surface) && is_elsewhere && 2 * count < main_state_.count(main)))
                continue;
            if (!is_view(surface) && !is_elsewhere) continue;
            surface.entry = is_view(surface) ? std::nullopt : body_of_state(*document_.gazetteer, main, surface.text);
            surface.demonym = false;
            surface.indirect = surface.entry.has_value();
            if (!surface.entry && !is_view(surface) && ascii::is_upper(surface.text[0]))
                surface.text = of_state(main, surface.text);
        }
    }

    static std::string of_state(std::string_view state, const std::string& name) {
        return std::string(state) + (state.ends_with('s') ? "' " : "'s ") + name;
    }

    // "The Post", of an article of The Washington Post that names no other.
    void take_publisher(Surface& surface) const {
        const std::string_view publisher = document_.article.publisher;
        const std::size_t blank = publisher.rfind(' ');
        if (blank == publisher.npos || surface.entry || surface.same != none || surface.words.size() != 1 ||
            usual_kind(surface) != EntityKind::media || publisher.substr(blank + 1) != surface.text ||
            has_longer_name(surface))
            return;
        const auto match = document_.gazetteer->match(publisher);
        if (match && match->entry.kind == EntityKind::media) {
            surface.entry = match->entry;
            surface.indirect = true;
        } else if (publisher.substr(0, blank) != "The") {
            surface.text = publisher;
        }
    }

    // "The leaders of North and South Korea": the North is North Korea, were that named nowhere else.
    void take_state_of_direction(Surface& surface) const {
        if (surface.entry || usual_kind(surface) != EntityKind::state || !is_direction(surface) ||
            state_of_direction(surface) != none)
            return;
        for (const Surface& other : surfaces_) {
            if (!other.entry || other.entry->kind != EntityKind::state || other.words.size() < 2) continue;
            const std::size_t blank = other.entry->name.find(' ');
            if (blank == std::string_view::npos ||
                !GenericWords::builtin().compass.contains(ascii::lower_case(other.entry->name.substr(0, blank))))
                continue;
            const auto match =
                document_.gazetteer->match_exactly(surface.text + std::string(other.entry->name.substr(blank)));
            if (!match || match->entry.kind != EntityKind::state) continue;
            surface.entry = match->entry;
            surface.indirect = true;
            return;
        }
    }

    bool has_longer_name(const Surface& surface) const {
        return std::ranges::any_of(surfaces_, [&](const Surface& other) {
            return &other != &surface && !other.person && other.words.size() > surface.words.size() &&
                   same_body(surface, other);
        });
    }

    // Bodies go by a part of their names, and by their initials.
    void add_body(std::size_t index) {
        add_namesake(index);
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
        if (longer == none || holds_office(surface) || comes_before(surface, surfaces_[longer]))
            return known_actor(surface);
        if (surface.words.size() > 1) by_entry_.emplace(surface.entry->number, surfaces_[longer].actor);
        return surfaces_[longer].actor;
    }

    // "Trump met Kim ... with Ivanka Trump": whoever needs a full name has it first, but for headings.
    bool comes_before(const Surface& surface, const Surface& longer) const {
        const auto told = std::ranges::find_if(
            surface.mentions, [&](MentionIndex mention) { return !stands_in_heading(document_, mention); });
        return surface.words.size() == 1 && told != surface.mentions.end() && *told < longer.mentions.front();
    }

    // "The Obama administration" is not Michelle Obama's.
    bool holds_office(const Surface& surface) const {
        return surface.words.size() == 1 &&
               std::ranges::any_of(surface.mentions, [&](MentionIndex mention) { return holds_office(mention); });
    }
    bool holds_office(MentionIndex mention) const {
        const Range name = document_.mentions[mention].tokens;
        return name.end < document_.tokens.size() &&
               noun_of_government(document_, {name.begin, name.end + 1}) == name.end;
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
        if (surface.words.empty() || is_cut_off(surface)) return none;
        std::size_t best = none, first_last = none;
        const bool is_part = surface.person && surface.words.size() == 1;
        if (const auto namesakes = by_word_.find(surface.words.back()); namesakes != by_word_.end()) {
            for (const std::size_t i : namesakes->second) {
                const Surface& other = surfaces_[i];
                if (other.person != surface.person ||
                    !(surface.person ? same_person(surface, other) : same_body(surface, other)))
                    continue;
                if (is_part && is_last_name(surface.words[0], other)) first_last = std::min(first_last, i);
                if (best == none || other.mentions.size() > surfaces_[best].mentions.size()) best = i;
            }
        }
        if (first_last != none) best = first_last;
        if (best == none && is_part && !surface.entry) best = known_by_first_name(surface);
        if (best == none && is_part && !surface.entry) best = named_by_short_form(surface);
        if (best == none && !surface.person) best = state_of_direction(surface);
        if (best == none && !surface.person) {
            const auto found = by_initials_.find(as_initials(surface.text));
            const bool any = found != by_initials_.end() && std::ranges::all_of(found->first, ascii::is_upper);
            // "EC" is not the EC Commission, but whose it is.
            if (any && surfaces_[found->second].words.front() != surface.words.front()) best = found->second;
        }
        return best;
    }

    // "Krumm" of Abe Krumm, "Kim" of Kim Jong Un
    static bool is_last_name(const std::string& word, const Surface& person) {
        return person.words.back() == word ||
               (person.words.front() == word && person.entry && has_family_names_first(person.entry->state));
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

    // "Ted", of a text that names Cruz, whom the gazetteer has as Ted Cruz, and no other Ted.
    std::size_t known_by_first_name(const Surface& surface) const {
        const auto known = known_by_first_name_.find(surface.words[0]);
        if (known == known_by_first_name_.end()) return none;
        std::size_t found = none;
        for (const std::size_t i : known->second) {
            const bool is_named_before = &surfaces_[i] < &surface;
            if (surfaces_[i].actor == none || !is_named_before || tells_age(surface)) continue;
            if (found != none && surfaces_[found].actor != surfaces_[i].actor) return none;
            found = i;
        }
        return found;
    }

    // "Dave", of a text that has named David Krumm before, and nobody else of such a given name; but "Dave, a miner".
    std::size_t named_by_short_form(const Surface& surface) const {
        if (tells_age(surface) || is_introduced(surface)) return none;
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
        const std::vector<Token>& tokens = document_.tokens;
        const std::size_t end = document_.mentions[surface.mentions.front()].tokens.end;
        return end + 1 < tokens.size() && tokens[end].lower == "," &&
               (tokens[end + 1].lower == "a" || tokens[end + 1].lower == "an" || tokens[end + 1].lower == "the");
    }

    // "Mohamed, 34", a witness
    bool tells_age(const Surface& surface) const {
        const std::size_t end = document_.mentions[surface.mentions.front()].tokens.end;
        return end + 1 < document_.tokens.size() && document_.tokens[end].lower == "," &&
               std::ranges::all_of(document_.tokens[end + 1].lower, ascii::is_digit);
    }

    // "The South", of a text on South Korea.
    std::size_t state_of_direction(const Surface& surface) const {
        if (!is_direction(surface)) return none;
        for (std::size_t i = 0; i < surfaces_.size(); ++i) {
            const Surface& other = surfaces_[i];
            if (other.entry && other.entry->kind == EntityKind::state && !other.demonym && other.words.size() > 1 &&
                other.words[0] == surface.words[0])
                return i;
        }
        return none;
    }

    static bool same_person(const Surface& shorter, const Surface& longer) {
        if (shorter.words == longer.words) return true;
        // "Trump" is not Donald Trump Jr., whom the document has for a longer name.
        const bool is_other = shorter.entry && (!longer.entry || longer.entry->number != shorter.entry->number);
        if (is_other && tells_generation(longer.words.back())) return false;
        if (shorter.words.size() == 1) {
            const auto word = std::ranges::find(longer.words, shorter.words[0]);
            if (word == longer.words.end()) return false;
            if (word == longer.words.begin() || !names_parent(*std::prev(word))) return true;
            // "Umm Yusuf" is not Yusuf, but Abu Khattala is who is called Khattala as often.
            return *std::prev(word) == "abu" && shorter.mentions.size() >= longer.mentions.size() && !shorter.entry;
        }
        if (is_short_form(shorter, longer) || is_short_form(longer, shorter)) return true;
        if (shorter.words.size() >= longer.words.size()) return false;
        if (std::equal(shorter.words.rbegin(), shorter.words.rend(), longer.words.rbegin())) return true;
        // "Ana Solis" and "Ana Solis Ortega", but not "Ana Solis Jr."
        if (std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin()))
            return !tells_generation(longer.words[shorter.words.size()]);
        // "Miguel Rivero" and, with his mother's name, "Miguel Angel Rivero Perez"
        if (shorter.words.size() == 2 && longer.words.size() == 4 && shorter.words[0] == longer.words[0] &&
            shorter.words[1] == longer.words[2])
            return true;
        // "Leonel Rivero" of "Miguel Leonel Rivero Perez"
        if (shorter.words.size() == 2 && longer.words.size() == 4 &&
            std::equal(shorter.words.begin(), shorter.words.end(), longer.words.begin() + 1))
            return true;
        // "Donald Trump" and "Donald J. Trump", but not "George W. Bush" and "George H. W. Bush"
        if (shorter.words.size() > 2 && shorter.words[1][0] != longer.words[1][0]) return false;
        return shorter.words.front() == longer.words.front() && shorter.words.back() == longer.words.back();
    }

    static bool same_body(const Surface& shorter, const Surface& longer) {
        if (shorter.words.empty() || longer.words.empty()) return false;  // marks alone
        if (shorter.words == longer.words) return true;
        const EntityKind kind = usual_kind(shorter), other = usual_kind(longer);
        if (is_place(kind)) return kind == other && (are_same_place(shorter, longer) || is_feature(shorter, longer));
        // One word of a body of another kind is as easily another's: "Congress", "Bank"; not so "ACAN" of "ACAN Skies", "Pew"
        // of the Pew Research Center, nor "Brotherhood" of the known Muslim one; and "the Commission", read once as a
        // state's, is the European one. Of a thing its type says all: "9M729".
        const bool telling =
            shorter.words.size() > 1 || is_type_code(shorter.text) ||
            (shorter.words[0] == longer.words[0] && (is_abbreviation(shorter) || is_own_word(shorter))) ||
            (shorter.words[0] == longer.words.back() && longer.entry && is_own_word(shorter)) ||
            (is_official(kind) && is_official(other) && !GenericWords::builtin().is_body_of_states(shorter.words[0]));
        const bool alike = kind == other || (telling && kind_class(kind) == kind_class(other));
        const bool is_owner = is_abbreviation(shorter) && other == EntityKind::international_body &&
                              shorter.words[0] == longer.words[0];  // "EC" of "EC Commission"
        // "The Army" is not the Army Forces Command.
        const bool is_part = names_body_of_states(shorter) && !ends_with(longer.words, shorter.words) &&
                             !(starts_with(longer.words, shorter.words) && longer.words[shorter.words.size()] == "of");
        if (!alike || is_owner || is_part) return false;
        if (contains_run(longer.words, shorter.words)) return true;
        // "La Oficina" of "Oficina de Envigado"
        return shorter.words.size() > 1 && GenericWords::builtin().article.contains(shorter.words[0]) &&
               contains_run(longer.words, {shorter.words.begin() + 1, shorter.words.end()});
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
            const auto best = std::max_element(of_actor.begin(), of_actor.end()) - of_actor.begin();
            document_.actors[a].kind = static_cast<EntityKind>(best);
        }
    }

    Document& document_;
    std::vector<Surface> surfaces_;  // in the order of their first mentions
    MainState main_state_;
    std::unordered_map<std::size_t, std::vector<std::size_t>> of_entry_;  // surfaces, by the entry's number
    std::unordered_map<std::size_t, ActorIndex> by_entry_;                // actors, likewise
    std::unordered_map<std::string, std::vector<std::size_t>> by_word_;   // surfaces that gave an actor its name
    std::unordered_map<std::string, std::vector<std::size_t>> known_by_first_name_;
    std::unordered_set<std::string_view> words_of_persons_;  // of names of several words
    std::vector<std::size_t> persons_;                       // surfaces of several words, the first of them
    std::unordered_map<std::string, std::optional<GazetteerEntry>> leaders_;  // by last names that were asked for
    std::unordered_map<std::string, std::size_t> by_initials_;
};

}  // namespace

void Actors::apply(Document& document) const {
    Unifier(document).run();
}

}  // namespace kith::text
