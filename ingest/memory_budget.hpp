// How much memory an ingestion may take, in bytes, in one place. What is bounded by a count of things (articles in a
// batch, notes in a report) is only as small as the things are, and a stranger decides that.
#pragma once

#include <cstddef>

namespace kith::memory_budget {

// An article, as it comes and as text. Longer than any: "War and Peace" has 3 MiB.
inline constexpr std::size_t article_bytes = std::size_t{16} << 20;

// A document with its pictures, where it has to be held as a whole.
inline constexpr std::size_t document_bytes = std::size_t{128} << 20;

// An article as JSON, whose escapes may double it.
inline constexpr std::size_t json_bytes = 2 * article_bytes;

// Texts that wait to be analysed together. Their analysis takes some forty times as much, and two hundred times where a
// stranger makes them of single marks. How much of one article is analysed is bounded by text/tokenizer.
inline constexpr std::size_t waiting_bytes = std::size_t{1} << 18;

// Notes that a report keeps; the others are counted.
inline constexpr std::size_t notes_bytes = std::size_t{1} << 20;

}  // namespace kith::memory_budget
