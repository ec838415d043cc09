// Entities of a store that are one: found by their names and company, joined where that is as good as certain, and else
// put to people.
//
//     for (const Duplicate& each : find_duplicates(store)) ...   // surest first
//     join_duplicates(writer);                                   // judgements of "kith", withdrawn as any other
//
// What is joined depends on the entities that the store holds, not on the order in which they came: each time all is
// judged anew, and judgements of kith's that are no longer found are withdrawn. People's judgements are heeded: what
// they judged different, or were unsure of, is not joined, also through others.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/automatic_judge.hpp"
#include "graph/entity.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"

namespace [[gnu::visibility("default")]] kith {

// How sure it must be to be joined without asking, and to be asked about. Probabilities.
inline constexpr double join_from = 0.9;
inline constexpr double ask_from = 0.3;

struct Duplicate {
    Entity kept, other;  // as they were born; the first keeps its name
    double probability = 0.0;
    std::string reasons{};  // in words
    bool joined = false;    // the two stand as one in the store
};

// Surest first; without pairs that people have judged. Throws Stopped.
std::vector<Duplicate> find_duplicates(const Store& store);

struct Joined {
    std::size_t made = 0, withdrawn = 0;  // judgements
};
// How many pairs of names have been compared, of how many.
using CompareProgress = std::function<void(std::size_t done, std::size_t all)>;

// Brings the judgements of kith's up to date, within the writer's transaction. Calls `progress` now and then.
Joined join_duplicates(StoreWriter& writer, const CompareProgress& progress = {});

}  // namespace kith
