// Entities by name and kind, the most claimed about first: what `kith entities` lists, and the page suggests while a name
// is typed.
//
//     find_entities(store, "wag*", {}, 8)       // Wagner Group (212 claims), Wagtail Ltd (3); count: how many in all
//     find_entities(store, "*", {EntityKind::vehicle}, 50)
//
// A short beginning of a name is that of a hundred thousand, and to count the claims of them all takes longer than one
// waits for a letter. A snapshot tells at once of each how many it has at most: its arcs, one for each claim and a few
// more, and the rejected claims, which have none. So entities are counted in the order of that, until the next can have no
// more than those found. What is told is always counted in the database, so the answer is the same without a snapshot.
//
// Rejected: the number of claims as a column of `entity`, which every writer would have to keep; names and numbers in
// the snapshot, since the index of the names is quick enough.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/entity.hpp"

namespace kith {

class Store;

struct EntityFound {
    Entity entity{};
    std::size_t claims = 0;  // about it
};

struct EntitiesFound {
    std::size_t count = 0;  // in all
    std::vector<EntityFound> entities{};
};

// The first `most` entities of the kinds (none: of all) that go by a name whose key matches the glob; of equally many
// claims by number. Merged entities are one.
EntitiesFound find_entities(const Store& store, const std::string& key_glob, const std::vector<EntityKind>& kinds,
                            std::size_t most);

}  // namespace kith
