// Whose army "the Army" is: of an article that is about one state above all, that one's; else that of the state named
// before it in its sentence.
//
//     const MainState state(document, surfaces);
//     body_of_state(gazetteer, state.name(), "Foreign Ministry")   // the Iranian one, in an article on Iran
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/actors/surface.hpp"

namespace kith::text {

// The gazetteer has all its bodies, so that another's is meant by a name that it lacks; and papers that are at home there
// call them by what they are: "Congress", "Democrats".
inline constexpr std::string_view known_wholly = "United States";

class MainState {
public:
    // Both must outlive this.
    MainState(const Document& document, const std::vector<Surface>& surfaces);

    // Its name in the gazetteer; empty: the article is about none.
    std::string_view name() const { return main_; }

    // Whose people and bodies the article names far more often than any other's, though perhaps not the state; else empty.
    std::string_view of_people() const { return of_people_; }

    // All that the article names, or towns, bodies and people of, with how often.
    const std::map<std::string_view, std::size_t>& all() const { return counts_; }

    // How often the article names a state, its towns, bodies and people; but not by names that bodies of many states have.
    std::size_t count(std::string_view state) const;

    // The state that a word for many means, as "parliament", where no state is the article's: the one that stands before
    // it in its sentences, the same in all, or else, but for armies, the one that the article names most. Empty: none.
    std::string_view nearby(const Surface& surface) const;

    // Of the possessive that stands before the mention, with words for how it is between: "South Korea's ruling". Empty: none.
    std::string_view owner_of(MentionIndex mention) const;

    // Of the known body or place that a possessive behind the mention owns: "the Army's 82nd Airborne". Empty: none.
    std::string_view state_of_owned(MentionIndex mention) const;

private:
    std::string_view state_before(MentionIndex mention) const;

    const Document& document_;
    std::map<std::size_t, std::string_view> named_;  // states, by the tokens where they, their towns and bodies stand
    std::map<std::size_t, std::string_view> named_at_end_;  // ... and behind which they stand
    std::map<std::string_view, std::size_t> counts_;
    std::string_view main_, most_, of_people_;  // names in the gazetteer; empty: none
};

// The body that the gazetteer has by these words with the state's name. Nothing: there is none, or no state.
std::optional<GazetteerEntry> body_of_state(const Gazetteer& gazetteer, std::string_view state, std::string_view words);

}  // namespace kith::text
