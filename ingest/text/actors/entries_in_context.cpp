#include "ingest/text/actors/entries_in_context.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "graph/ascii.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/text/actors/persons_in_context.hpp"
#include "ingest/text/actors/same_actor.hpp"
#include "ingest/text/actors/slips.hpp"
#include "ingest/text/words/generic_words.hpp"

namespace kith::text {
namespace {

std::string_view first_words(std::string_view text, std::size_t words) {
    std::size_t end = 0;
    for (; words > 0 && end != text.npos; --words) end = text.find(' ', end == 0 ? 0 : end + 1);
    return text.substr(0, end);
}

bool is_direction(const Surface& surface) {
    return surface.words.size() == 1 && GenericWords::builtin().compass.contains(surface.words[0]);
}

class EntriesInContext {
public:
    EntriesInContext(const Document& document, std::vector<Surface>& surfaces, const MainState& main_state,
                     Offices& offices)
        : document_(document),
          surfaces_(surfaces),
          main_state_(main_state),
          persons_(document, surfaces, main_state, offices) {}

    void run() {
        drop_organs_of_elsewhere();
        for (Surface& surface : surfaces_) {
            take_but_for_slip(surface);
            take_body_of_main_state(surface);
            if (surface.person) persons_.take_entry(surface);
            take_state_of_direction(surface);
            take_publisher(surface);
        }
        drop_parties_of_elsewhere();
    }

private:
    // An entry that has not the surface's name; nothing: it is not known.
    static void take(const std::optional<GazetteerEntry>& entry, Surface& surface) {
        surface.entry = entry;
        surface.indirect = entry.has_value();
    }

    // "Vladmir Putin", "Bangaldesh", where the article names the state.
    void take_but_for_slip(Surface& surface) {
        constexpr std::size_t most = 256;  // names of an article that are looked up so: articles may be hostile
        if (surface.entry || surface.same != none || !is_long_for_slip(surface) || ++looked_up_ > most) return;
        const auto match = known_but_for_slip(*document_.gazetteer, surface);
        if (!match) return;
        const std::string_view state = match->entry.kind == EntityKind::state ? "" : match->entry.state;
        if (!state.empty() && main_state_.count(state) == 0) return;
        take(match->entry, surface);
        surface.demonym = match->adjective;
    }

    // "The Treasury", of an article on Britain, is not the one that is best known by the word; nor is a congress in one
    // on Chile, where the gazetteer has none: it is Chile's.
    void take_body_of_main_state(Surface& surface) const {
        if (surface.person || surface.same != none || !is_body(usual_kind(surface))) return;
        if (surface.entry && (surface.entry->by_user || surface.entry->state.empty())) return;
        if (take_longer_name(surface)) return;
        if (surface.entry && names_office_of_state(surface) && take_body_of_owner(surface)) return;
        // "The Ministry of Defence", of an article on Syria that names Britain, whose it is by that name
        if (surface.entry && !surface.indirect && surface.words.front() == "ministry" &&
            2 * main_state_.count(surface.entry->state) >= main_state_.count(main_state_.name()))
            return;
        for (const MentionIndex mention : surface.mentions) {
            const std::string_view state = names_body_of_states(surface) ? main_state_.state_of_owned(mention) : "";
            const auto body = body_of_state(*document_.gazetteer, state, surface.text);
            if (body) return take(body, surface);
        }
        if (is_of_american_officers(surface)) {
            if (const auto body = body_of_state(*document_.gazetteer, known_wholly, surface.text))
                return take(body, surface);
        }
        std::string_view state = main_state_.name();
        auto body = body_of_state(*document_.gazetteer, state, surface.text);
        if (!body && !surface.entry) {
            const std::string_view nearby = main_state_.nearby(surface);
            body = body_of_state(*document_.gazetteer, nearby, surface.text);
            if (body || state.empty()) state = nearby;
        }
        // "The Treasury", of an article on British ministers that names neither Britain nor the United States
        const bool is_named = surface.entry && main_state_.count(surface.entry->state) > surface.mentions.size();
        if (state.empty() && !is_named) {
            state = main_state_.of_people();
            body = body_of_state(*document_.gazetteer, state, surface.text);
        }
        // "An Army colonel", of a text on no state that names the United States, or nobody: others' armies are told.
        const bool may_be_american = main_state_.count(known_wholly) > 0 || main_state_.all().empty();
        if (state.empty() && !surface.entry && may_be_american && is_service(surface) && !has_longer_name(surface)) {
            if (const auto service = body_of_state(*document_.gazetteer, known_wholly, surface.text))
                return take(service, surface);
        }
        const bool of_states =
            state != known_wholly && (is_general_name_of_party(surface) ||
                                      GenericWords::builtin().is_body_of_states(ascii::lower_case(surface.text)));
        if (state.empty() || !(body || of_states)) return;
        if (surface.entry ? surface.entry->state == state : has_longer_name(surface)) return;
        if (body) {
            take(body, surface);
        } else if (!surface.entry || main_state_.count(surface.entry->state) <= surface.mentions.size()) {
            // "Congress", of an article on Iran that names the United States, stays theirs.
            surface.entry.reset();
            if (!has_longer_name(surface)) surface.text = of_state(state, surface.text);  // "Italian Court of Auditors"
        }
    }

    // "The congress", in small letters, of a text that names the Congress of National Dialogue or the Party Congress.
    bool take_longer_name(Surface& surface) const {
        if (surface.words.size() != 1 || !names_body_of_states(surface) ||
            std::ranges::any_of(surface.text, ascii::is_upper))
            return false;
        const auto is_longer = [&](const Surface& other) {
            const EntityKind kind = usual_kind(other);
            return !other.person && !other.demonym && other.words.size() > 1 && is_body(kind) &&
                   kind != EntityKind::armed_group && kind != EntityKind::military_unit &&
                   (other.words.back() == surface.words[0] ||
                    (std::ranges::count(other.words, surface.words[0]) > 0 && !other.entry));
        };
        const auto longer = std::ranges::find_if(surfaces_, is_longer);
        if (longer == surfaces_.end()) return false;
        take(longer->entry, surface);
        surface.same = static_cast<std::size_t>(longer - surfaces_.begin());
        surface.variant = true;
        return true;
    }

    // "Defense Department", "Navy": not "CIA"
    static bool names_office_of_state(const Surface& surface) {
        const std::string& last = surface.words.back();
        return names_body_of_states(surface) || last == "department" || last == "ministry" || last == "treasury";
    }

    static bool is_service(const Surface& surface) {
        return surface.text == "Army" || surface.text == "Navy" || surface.text == "Air Force" ||
               surface.text == "Marines" || surface.text == "Coast Guard";
    }

    // "Said retired Army Lt. Col. Ada Krumm", whatever the article is about: of others' officers the state is told.
    bool is_of_american_officers(const Surface& surface) const {
        if (usual_kind(surface) != EntityKind::military_unit) return false;
        const std::vector<Token>& tokens = document_.tokens;
        return std::ranges::any_of(surface.mentions, [&](MentionIndex mention) {
            const Range name = document_.mentions[mention].tokens;
            const bool has_rank =
                name.end < tokens.size() && GenericWords::builtin().rank.contains(tokens[name.end].lower);
            return has_rank || is_of_american_ship(name.end) ||
                   (name.begin > 0 && tokens[name.begin - 1].lower == "retired");
        });
    }

    // "Navy destroyer USS Boxer"
    bool is_of_american_ship(std::size_t behind) const {
        constexpr std::size_t most_between = 3;
        const std::size_t last = std::min(document_.tokens.size(), behind + most_between);
        for (std::size_t i = behind; i < last; ++i) {
            const Token& token = document_.tokens[i];
            if (token.all_caps && token.lower == "uss") return true;
            if (token.capital || (token.tag != Tag::noun && token.tag != Tag::adjective)) return false;
        }
        return false;
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

    // "Conservatives", in an article that names nothing else of Britain's, are whoever holds such views, and "Labour" of one
    // on New Zealand is a party there.
    void drop_parties_of_elsewhere() {
        const std::string_view main = main_state_.name().empty() ? main_state_.of_people() : main_state_.name();
        for (Surface& surface : surfaces_) {
            if (!is_general_party(surface)) continue;
            const std::string_view state = surface.entry->state;
            if (take_body_of_owner(surface)) continue;
            const bool is_view = surface.words.size() == 1 && GenericWords::builtin().view.contains(surface.words[0]);
            if (!is_view && state == known_wholly) continue;  // "Democrats", in papers that are at home there
            const bool is_elsewhere = !main.empty() && main != state;
            const std::size_t count = main_state_.count(state);
            if (count > 0 && !(is_view && is_elsewhere && 2 * count < main_state_.count(main))) continue;
            if (!is_view && !is_elsewhere) continue;
            take(is_view ? std::nullopt : body_of_state(*document_.gazetteer, main, surface.text), surface);
            surface.demonym = false;
            if (is_view) join_members_of_party(surface);
            if (!surface.entry && !is_view && ascii::is_upper(surface.text[0]))
                surface.text = of_state(main, surface.text);
        }
    }

    // "Conservatives", of a text on another state that names its Conservative Party.
    void join_members_of_party(Surface& surface) const {
        const auto is_party = [&](const Surface& other) {
            return other.words.size() == 2 && other.words[1] == "party" && other.words[0] + 's' == surface.words[0] &&
                   (!other.entry || other.entry->state == main_state_.name());
        };
        const auto party = std::ranges::find_if(surfaces_, is_party);
        if (party == surfaces_.end()) return;
        surface.same = static_cast<std::size_t>(party - surfaces_.begin());
        surface.variant = true;
    }

    // "South Korea's ruling Democratic Party", "Mexico's Defense Department": not the one that is best known so, where that is
    // told when it is named first, and nothing else later. False: it is of no such owner.
    bool take_body_of_owner(Surface& surface) const {
        const std::string_view owner = main_state_.owner_of(surface.mentions.front());
        if (owner.empty() || owner == surface.entry->state) return false;
        for (const MentionIndex mention : surface.mentions) {
            const std::string_view of_mention = main_state_.owner_of(mention);
            if (!of_mention.empty() && of_mention != owner) return false;
        }
        const auto body = body_of_state(*document_.gazetteer, owner, surface.text);
        if (!body && is_general_party(surface) && !is_general_name_of_party(surface))
            return false;  // "Britain's Republicans"
        take(body, surface);
        surface.demonym = false;
        if (!body) surface.text = of_state(owner, surface.text);
        return true;
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
            take(match->entry, surface);
        } else if (publisher.substr(0, blank) != "The") {
            surface.text = publisher;
        }
    }

    // "The leaders of North and South Korea": the North is North Korea, were that named nowhere else.
    void take_state_of_direction(Surface& surface) const {
        if (surface.entry || usual_kind(surface) != EntityKind::state || !is_direction(surface) ||
            state_of_direction(surfaces_, surface) != none)
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
            take(match->entry, surface);
            return;
        }
    }

    bool has_longer_name(const Surface& surface) const {
        return std::ranges::any_of(surfaces_, [&](const Surface& other) {
            return &other != &surface && !other.person && other.words.size() > surface.words.size() &&
                   same_body(surface, other);
        });
    }

    const Document& document_;
    std::vector<Surface>& surfaces_;
    const MainState& main_state_;
    PersonsInContext persons_;
    std::size_t looked_up_ = 0;  // names that might be slips
};

}  // namespace

void take_entries_in_context(const Document& document, std::vector<Surface>& surfaces, const MainState& main_state,
                             Offices& offices) {
    EntriesInContext(document, surfaces, main_state, offices).run();
}

std::size_t state_of_direction(const std::vector<Surface>& surfaces, const Surface& surface) {
    if (!is_direction(surface)) return none;
    for (std::size_t i = 0; i < surfaces.size(); ++i) {
        const Surface& other = surfaces[i];
        const auto& entry = other.entry;
        const bool is_half = entry && entry->kind == EntityKind::place && !entry->state.empty() &&
                             entry->name.ends_with(' ' + std::string(entry->state));  // "South Vietnam"
        const bool is_state = is_half || (entry ? entry->kind : usual_kind(other)) == EntityKind::state;
        if (is_state && !other.demonym && other.words.size() > 1 && other.words[0] == surface.words[0]) return i;
    }
    return none;
}

}  // namespace kith::text
