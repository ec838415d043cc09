// The names that kith knows without having seen them: states, persons, bodies, weapons and places of data/*.tsv, whose
// README.md says where they are from; and before them those that a user brings along.
//
//     gazetteer.match("U.S. Navy")->entry.name    // "United States Navy": the body, not the state
//
// Names match letter by letter with their capitals, so that "labour" and "vox" stay words; blanks and marks do not count.
// The tables are compiled when the program is built (tables/) and used as they lie. Safe from any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/gazetteer/compiled/gazetteer_record.hpp"

namespace [[gnu::visibility("default")]] kith {

// Views into the gazetteer, or into the one that it was made from by Gazetteer::with: valid as long as either.
struct GazetteerEntry {
    std::size_t number = 0;  // tells it from all others of its gazetteer
    std::string_view name{};
    EntityKind kind = EntityKind::organisation;
    std::string_view state{};  // home; of a capital the state it may stand for
    bool capital = false;
    bool by_user = false;            // of the entries that a user brought along
    std::string_view alias_lines{};  // a line each
    std::string_view identifier_lines{};

    std::vector<std::string> aliases() const;
    std::vector<Identifier> identifiers() const;
};

struct GazetteerMatch {
    GazetteerEntry entry{};
    bool adjective = false;  // a demonym: "Iranian", "Iranians"
};

class Gazetteer {
public:
    static const Gazetteer& builtin();

    // This one with entries that go before those that it has.
    Gazetteer with(const std::vector<GazetteerRecord>& records) const;

    // The entry of this name. Where the capitals fit no name, any will do: what is asked for is a name already
    // ("RUSSIA" of a heading).
    std::optional<GazetteerMatch> match(std::string_view name) const;

    // The same, with capitals as they are.
    std::optional<GazetteerMatch> match_exactly(std::string_view name) const;

    // The only entry that comes with the program and has a name which this one is but for a slip within a word: a letter is
    // missing, doubled or too many, or two are in turned order ("Vladmir Putin", "Bangaldesh"). The first and the last letter
    // of each word stay. Of names of up to 40 letters of ASCII.
    std::optional<GazetteerMatch> match_but_for_slip(std::string_view name) const;

    // The only one of the state's persons who has this last name: "Calderon" of Mexico.
    std::optional<GazetteerEntry> person_of(std::string_view state, std::string_view last_name) const;

    // Who of this name led the state in a year, or did last; in texts of no date: who was the last. In any year, if the
    // state's only person of the name led it.
    std::optional<GazetteerEntry> leader_of(std::string_view state, std::string_view last_name,
                                            std::optional<int> year) const;

    // Whoever of this name led the state in that year, where family names come first and several have it: "Kim".
    std::optional<GazetteerEntry> in_office(std::string_view state, std::string_view last_name, int year) const;

    // The entry of this name, of a user's alone: for whoever looks for their names in a text.
    std::optional<GazetteerEntry> match_user_name(std::string_view name) const;
    // The letters of the longest one, in bytes; 0: there are no entries of a user's.
    std::size_t longest_user_name() const;
    // Whether one may begin with this word: says no of most words, fast.
    bool may_begin_user_name(std::string_view word) const;

private:
    struct Part;  // compiled, and whose it is

    Gazetteer() = default;
    template <typename Find>
    std::optional<GazetteerMatch> first_match(const Find& find) const;
    std::optional<GazetteerMatch> match_letters(const std::string& letters) const;
    std::optional<GazetteerEntry> entry_of(const std::string& letters) const;

    std::vector<std::shared_ptr<const Part>> parts_;  // asked in this order
};

}  // namespace kith
