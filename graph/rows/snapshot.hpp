// The snapshot: a projection in a file beside the database (war.db -> war.db.graph), mapped into memory when it is
// opened, so that a fresh process answers path questions over ten million claims without reading them.
//
//     build_snapshot(store);                                      // kith index
//     if (const auto graph = open_snapshot(store)) search(*graph);  // else graph/rows/indexed_graph
//
// The file is a cache. It is stamped with a fingerprint of the database's state, and one that does not match, is
// damaged or comes from another version of kith is as good as none. Each 64 KiB of it have a checksum. Verified when it
// opens, once a process, which takes three milliseconds for a million entities: the header, that sections lie within
// the file, the table of checksums, and the blocks up to the arcs, without which nothing can be found. Arcs are verified
// by checked_snapshot; until then positions are checked as they are used (graph/rows/projection), and a hop without
// claims is an error (query/result_builder). A new file replaces the old one in one step, so that readers keep the one
// they have.
//
// Rejected: a BLOB in the database (has to be copied out: 600 ms), a row of BLOBs for each entity (every claim rewrites
// two), MAP_POPULATE and MADV_RANDOM (reading ahead 24 ms, not at all 15 ms, against 5 ms).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "graph/rows/projection.hpp"
#include "graph/store/store.hpp"

namespace kith {

std::string snapshot_path(const Store& store);

// Nothing: there is none that matches the database and can be relied on.
std::optional<Projection> open_snapshot(const Store& store);

// Reads all of it. Throws Error: there is none that matches the database, or it is damaged.
Projection checked_snapshot(const Store& store);

// Makes or replaces the snapshot: a few seconds and 60 MB of memory for ten million claims, on two threads. Throws
// Error: no space, no rights, or the database changed meanwhile too often.
Projection build_snapshot(const Store& store,
                          const std::function<void(std::size_t done, std::size_t all)>& progress = {});

// Whether every byte of a snapshot is as it was written, and every arc leads to a vertex.
bool is_intact(const Projection& projection);

}  // namespace kith
