// What a store knows of its entities that tells whether two are one: names, kinds and how often they are named.
//
//     const std::vector<EntityProfile> profiles = read_profiles(database);   // by id
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/entity.hpp"
#include "graph/names/name_words.hpp"
#include "graph/names/sound.hpp"
#include "graph/store/database.hpp"

namespace kith {

// An entity as it was born, before any judgement.
struct EntityProfile {
    // So many names of one entity are compared, and a further name only where no more bear it: what a list calls more by
    // tells none of them ("text of image").
    static constexpr std::size_t most_names = 12;
    static constexpr std::int64_t most_bearers_of_alias = 2;

    EntityId id = 0;
    std::string name{};
    EntityKind kind = EntityKind::organisation;
    std::vector<NameWords> names{};    // its own first, then those that identify it beyond a document
    std::vector<NameSounds> sounds{};  // side by side with names
    std::vector<Identifier> identifiers{};
    bool well_known = false;  // the gazetteer knows more names of it
    bool only_read = false;   // named in texts, in no record: its kind is what a net takes it for
    std::int64_t weight = 0;  // how often it is named, in texts and in claims

    void add(std::string_view further_name);
    bool is_person() const { return kind == EntityKind::person; }
};

std::vector<EntityProfile> read_profiles(const Database& database);

// The one word that somebody is known by; null: more, or none.
const NameWord* single_word(const EntityProfile& profile);

// Its name where that tells it whatever it is taken for, by its letters: no person's, of several words, read in texts
// alone. Empty: it is none.
std::string_view name_of_any_kind(const EntityProfile& profile);

// By which of its words others may call a person of several words.
std::vector<std::string> words_borne_by(const EntityProfile& profile);

}  // namespace kith
