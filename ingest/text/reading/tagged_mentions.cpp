#include "ingest/text/reading/tagged_mentions.hpp"

#include <algorithm>
#include <cmath>

#include "ingest/text/reading/logits.hpp"

namespace kith::text {
namespace {

constexpr double impossible = -1e9;

// Log probabilities of a row, so that rows weigh alike.
void log_softmax(std::span<const float> row, std::vector<double>& to) {
    const double top = *std::max_element(row.begin(), row.end());
    double sum = 0.0;
    for (const float value : row) sum += std::exp(static_cast<double>(value) - top);
    const double log_sum = top + std::log(sum);
    to.clear();
    for (const float value : row) to.push_back(static_cast<double>(value) - log_sum);
}

struct ReferenceScore {
    double begins = 0.0;  // probability
    bool goes_on = false;
};

ReferenceScore reference_score(std::span<const float> row) {
    std::vector<double> logs;
    log_softmax(row, logs);
    return {std::exp(logs[1]), index_of_best(logs) == 2};
}

}  // namespace

bool overlap(const TaggedMention& a, const TaggedMention& b) {
    return a.input.span.first <= b.input.span.last && b.input.span.first <= a.input.span.last;
}

void put_in_place(const TaggedMention& mention, std::vector<TaggedMention>& found) {
    std::erase_if(found, [&](const TaggedMention& other) { return overlap(other, mention); });
    const auto behind = std::ranges::find_if(
        found, [&](const TaggedMention& other) { return other.input.span.first > mention.input.span.last; });
    found.insert(behind, mention);
}

std::vector<std::uint32_t> best_tags(const encoder::Table& scores, std::span<const std::size_t> words,
                                     const std::vector<bool>& begins) {
    const std::size_t tags = scores.columns, count = words.size();
    std::vector<std::uint32_t> back(count * tags), result(count);
    std::vector<double> score(tags), own;
    for (std::size_t w = 0; w < count; ++w) {
        log_softmax(scores.row(words[w]), own);
        const std::size_t top = index_of_best(score);
        const double top_score = score[top];
        for (std::size_t tag = tags; tag-- > 0;) {  // downwards: a tag that goes on reads the one that begins before it
            const bool goes_on = tag > 0 && tag % 2 == 0;
            std::size_t before = top;
            double reached = top_score;
            if (goes_on) {
                before = score[tag - 1] > score[tag] ? tag - 1 : tag;
                reached = w == 0 || begins[w] ? impossible : score[before];
            }
            score[tag] = reached + own[tag];
            back[w * tags + tag] = static_cast<std::uint32_t>(before);
        }
    }
    if (count == 0) return result;
    result.back() = static_cast<std::uint32_t>(index_of_best(score));
    for (std::size_t w = count; --w > 0;) result[w - 1] = back[w * tags + result[w]];
    return result;
}

std::vector<TaggedMention> tagged_mentions(const Window& window, const encoder::TextScores& scores,
                                           double reference_threshold) {
    std::vector<std::size_t> words, ends;  // pieces: first of each word, and last
    std::vector<bool> begins;
    for (std::size_t p = 0; p < window.pieces.size(); ++p) {
        if (!window.asks(p)) continue;
        const SentenceIndex sentence = window.pieces[p].sentence;
        if (window.pieces[p].first) {
            begins.push_back(words.empty() || window.pieces[words.back()].sentence != sentence);
            words.push_back(p);
            ends.push_back(p);
        } else if (!words.empty() && window.pieces[words.back()].sentence == sentence) {
            ends.back() = p;
        }
    }
    const std::vector<std::uint32_t> tags = best_tags(scores.names, words, begins);
    std::vector<ReferenceScore> references;
    for (const std::size_t word : words) references.push_back(reference_score(scores.references.row(word)));

    std::vector<TaggedMention> result;
    for (std::size_t w = 0; w < words.size();) {
        std::size_t last = w;
        std::uint32_t kind = 0;
        if (tags[w] > 0) {
            kind = (tags[w] + 1) / 2;
            while (last + 1 < words.size() && tags[last + 1] == 2 * kind) ++last;
        } else if (references[w].begins > reference_threshold) {
            while (last + 1 < words.size() && !begins[last + 1] && tags[last + 1] == 0 && references[last + 1].goes_on)
                ++last;
        } else {
            ++w;
            continue;
        }
        result.push_back({{{static_cast<std::uint32_t>(words[w]), static_cast<std::uint32_t>(ends[last])}, kind},
                          window.pieces[words[w]].sentence});
        w = last + 1;
    }
    return result;
}

}  // namespace kith::text
