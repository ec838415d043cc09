// The index of paths: a file beside the database (war.db -> war.db.graph) that lets questions about paths start at
// once, where the database is large.
//
//     const PathIndex made = make_path_index(store);   // `kith index`
//     check_path_index(store);                         // throws where it is damaged
//
// Questions use it by themselves where it is there and fits the database as it is; they give the same answers without
// it. So it may be made at any time, beside readers, and may be deleted at any time. It does not travel to machines of
// another byte order.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "graph/store/store.hpp"

namespace [[gnu::visibility("default")]] kith {

// What such a file holds.
struct PathIndex {
    std::string path{};
    std::size_t entities = 0;
    std::size_t claims = 0;
    std::size_t bytes = 0;
};

// Makes or replaces the index: a few seconds and 60 MB of memory for ten million claims, on two threads. Throws Error:
// no space, no rights, or the database changed meanwhile too often. `progress` counts claims.
PathIndex make_path_index(const Store& store,
                          const std::function<void(std::size_t done, std::size_t all)>& progress = {});

// Reads all of the index that is there. Throws Error: there is none that fits the database, or it is damaged.
PathIndex check_path_index(const Store& store);

// Whether there is an index that does not fit the database as it is now.
bool has_outdated_path_index(const Store& store);

}  // namespace kith
