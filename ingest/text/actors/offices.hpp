// Who is meant by an office that stands beside a last name: "President Clinton", "the Bush administration", "the prophet
// Muhammad".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/text/actors/main_state.hpp"
#include "ingest/text/actors/surface.hpp"

namespace kith::text {

class Offices {
public:
    // Both must outlive this.
    Offices(const Document& document, const MainState& states) : document_(document), states_(states) {}

    // In lower case; empty: the text begins with the mention.
    std::string_view word_before(MentionIndex mention) const;

    // "President Clinton", not "Vice President Clinton"
    bool is_called_president(MentionIndex mention) const;
    // Who is known so: "President Clinton".
    std::optional<GazetteerEntry> president_of(const Surface& surface) const;
    // ... with another title that stands before the mention: "the prophet Muhammad".
    std::optional<GazetteerEntry> known_by_title(const Surface& surface, MentionIndex mention) const;

    // "The Obama administration", "the Bush White House", "Chavez-era": any mention of a last name, or this one.
    bool holds_office(const Surface& surface) const;
    bool holds_office(MentionIndex mention) const;
    // "The Obama and Bush administrations", behind the last of them.
    bool are_governments(MentionIndex mention) const;
    // "Prime Minister Park", "North Korean leader Kim"; not "Vice President Bush", "opposition leader Lee".
    bool has_title_of_leader(MentionIndex mention) const;
    // Of a last name, the only leader of a state that the text names, in the year of the text.
    const std::optional<GazetteerEntry>& leader_of(const std::string& last_name);
    // Whether it is this person who leads the own state, of all who bear the last name.
    bool leads(const GazetteerEntry& person, std::string_view last_name) const;
    // ... and did so in the very year of the text.
    bool is_in_office(const GazetteerEntry& person, std::string_view last_name) const;

private:
    const Document& document_;
    const MainState& states_;
    std::unordered_map<std::string, std::optional<GazetteerEntry>> leaders_;  // by last names that were asked for
};

}  // namespace kith::text
