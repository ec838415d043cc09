// Mentions in a window, from what the net says of each word: names as the best sequence of tags (outside, begins a name
// of a kind, goes on with it), references where one is likely enough to begin.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ingest/text/encoder/net.hpp"
#include "ingest/text/reading/windows.hpp"

namespace kith::text {

struct TaggedMention {
    encoder::MentionInput input;  // pieces of the window; kind as the net counts
    SentenceIndex sentence;
};

// Of the window's body, in text order; they do not overlap.
std::vector<TaggedMention> tagged_mentions(const Window& window, const encoder::TextScores& scores,
                                           double reference_threshold);

bool overlap(const TaggedMention& a, const TaggedMention& b);

// Adds a mention in text order, in the place of all that overlap it.
void put_in_place(const TaggedMention& mention, std::vector<TaggedMention>& found);

// The best tag of each of `words` (rows of `scores`): 0 outside, 2k + 1 begins a name of kind k, 2k + 2 goes on with
// it, which it can only behind one of these two, within a sentence. `begins`: whether a word begins a sentence.
std::vector<std::uint32_t> best_tags(const encoder::Table& scores, std::span<const std::size_t> words,
                                     const std::vector<bool>& begins);

}  // namespace kith::text
