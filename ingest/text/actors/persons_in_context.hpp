// Whom the gazetteer knows by a part of a name, told by the article: its states and year, and the titles, governments and
// other names beside the name.
//
//     "President Clinton", "the prophet Muhammad"
//     "the Bush administration"                    // of 1990
//     "Calderon"                                   // of an article on Mexico
//     "Presidents Eisenhower, Kennedy and Johnson"
//     "Bush"                                       // where nobody has the name in full (data/last_names.tsv)
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "ingest/text/actors/main_state.hpp"
#include "ingest/text/actors/offices.hpp"
#include "ingest/text/actors/surface.hpp"

namespace kith::text {

class PersonsInContext {
public:
    // All must outlive this; the surfaces keep their words and mentions.
    PersonsInContext(const Document& document, const std::vector<Surface>& surfaces, const MainState& main_state,
                     Offices& offices);

    // Of a person of whom nothing is known yet.
    void take_entry(Surface& surface);

private:
    std::optional<GazetteerEntry> titled(const Surface& surface) const;
    std::optional<GazetteerEntry> of_main_state(const Surface& surface);
    std::optional<GazetteerEntry> leader(const Surface& surface);
    std::optional<GazetteerEntry> leader_of_given_name(const Surface& surface);
    std::optional<GazetteerEntry> predecessor(const Surface& surface) const;
    bool has_title(MentionIndex mention) const;
    bool may_be_leader_by_family_name(const Surface& surface);
    bool stands_in_row_of_leaders(MentionIndex mention, std::string_view state) const;
    std::optional<GazetteerEntry> usual_bearer(const Surface& surface) const;
    bool has_other_office(MentionIndex mention) const;
    bool led(Range name, std::string_view state) const;
    bool has_name_between(const Surface& surface) const;

    const Document& document_;
    const std::vector<Surface>& surfaces_;
    const MainState& main_state_;
    Offices& offices_;
    std::unordered_set<std::string_view> words_of_names_;  // of several words
    bool names_state_of_families_ = false;                 // where family names come first
};

}  // namespace kith::text
