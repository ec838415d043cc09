// Work on many things that know nothing of each other, by several threads.
//
//     side_by_side(articles.size(), jobs, [&](std::size_t i) { analysed[i] = pipeline.analyse(articles[i]); });
#pragma once

#include <cstddef>
#include <functional>

namespace kith {

// Calls `action` once for each number below `count`, in at most `jobs` threads, this one among them, and returns when
// all are done. Rethrows what an action throws; numbers that nobody has begun by then are left out. Where no more
// threads are to be had, those that are there do.
void side_by_side(std::size_t count, std::size_t jobs, const std::function<void(std::size_t)>& action);

}  // namespace kith
