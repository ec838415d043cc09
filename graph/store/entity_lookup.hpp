// Whom a name means, and, where it means nobody, which names look like it.
//
//     entities_named(store, "Assad")          // Bashar al-Assad, though no text says "Assad" alone
//     entities_named(store, "Wagner (place)") // of those who go by the name, those of this kind
//     entities_named(store, "#17")            // the entity of that number
//     entities_named(store, "imo:9187629")    // who bears this identifier
//     similar_names(store, "Hezbolla")        // Hezbollah
//
// Two questions, since they cost so differently: the first is some look-ups in indexes, the second reads all names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "graph/store/store.hpp"

namespace kith {

// Those who go by the name, however it is known of them, the most claimed about first. A person goes by the last name
// too, but where something else than a person is called that: "Jordan" is no Michael.
std::vector<Entity> entities_named(const Store& store, std::string_view name);

// The same before any judgement, those whose own name it is first, then by id.
std::vector<EntityId> unmerged_entities_named(const Store& store, std::string_view name);

// A few names of entities, nearest first: those that hold all of its words, in any order; then those that are spelt
// nearly so; then those that it holds. Gives what it has found when half a second is over.
std::vector<std::string> similar_names(const Store& store, std::string_view name);

// That nobody goes by the name, with such suggestions.
Error unknown_name(const Store& store, std::string_view name);

}  // namespace kith
