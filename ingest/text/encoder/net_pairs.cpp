// The pair pass: two marker tokens for every pair of mentions go through the upper layers. They see the text, whose
// keys and values were kept when it was read, themselves and each other.
#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "ingest/text/encoder/lanes.hpp"
#include "ingest/text/encoder/net.hpp"

namespace kith::text::encoder {

namespace {

constexpr std::size_t batch_size = 64;  // pairs; bounds the scratch memory

}  // namespace

Table Net::pairs(Workspace& work, const Mentions& mentions, std::span<const PairInput> pairs) const {
    for (const PairInput& pair : pairs) {
        if (std::max(pair.first, pair.second) >= mentions.inputs.size()) throw std::invalid_argument("no such mention");
    }
    for (const MentionInput& mention : mentions.inputs) {
        if (mention.span.last >= work.pieces()) throw std::invalid_argument("the mentions are another window's");
    }
    Table states{pairs.size(), config().pair_width, std::vector<float>(pairs.size() * config().pair_width)};
    for (std::size_t first = 0; first < pairs.size(); first += batch_size) {
        pair_batch(work, mentions, pairs.subspan(first, std::min(batch_size, pairs.size() - first)),
                   states.values.data() + first * config().pair_width);
    }
    return states;
}

void Net::pair_batch(Workspace& work, const Mentions& mentions, std::span<const PairInput> pairs, float* to) const {
    const Config& c = config();
    const std::size_t width = c.width;
    const std::size_t rows = 2 * pairs.size();
    const std::size_t part = c.head_width();
    float* markers = work.markers_.at_least(rows * width);
    float* head = work.head_.at_least(rows * 3 * part);
    float* gathered = work.gathered_.at_least(rows * width);
    std::uint32_t places[2 * batch_size];

    // A marker begins as the mean of its mention's states, plus what kind and which of the two it is.
    for (std::size_t r = 0; r < rows; ++r) {
        const PairInput& pair = pairs[r / 2];
        const MentionInput& mention = mentions.inputs[r % 2 == 0 ? pair.first : pair.second];
        places[r] = mention.span.first;
        float* marker = markers + r * width;
        const float* kind = kind_.data() + mention.kind * width;
        const float* mark = mark_.data() + r % 2 * width;
        const float share = 1.0F / static_cast<float>(mention.span.last - mention.span.first + 1);
        vectorised(machine_.instructions, [&]<typename Floats>(Floats) KITH_INLINED {
            for (std::size_t i = 0; i < width; i += lanes) {
                Floats sum = all<Floats>(0);
                for (std::size_t t = mention.span.first; t <= mention.span.last; ++t) {
                    sum = sum + load<Floats>(work.entry_.data() + t * width + i);
                }
                store(marker + i, (sum * share + load<Floats>(kind + i)) + load<Floats>(mark + i));
            }
        });
    }
    add_and_norm(machine_.instructions, markers, nullptr, rows, width, marker_norm_);

    for (std::size_t n = c.marker_layer; n < c.layers; ++n) {
        work.input_.assign(machine_, markers, rows, width, layers_[n].query_key_value.factor());
        for (std::size_t h = 0; h < c.heads; ++h) {
            head_rows(layers_[n], h, work.input_, head);
            work.attention_.markers(machine_, work.memory_[(n - c.marker_layer) * c.heads + h], bias_of(h), head,
                                    3 * part, rows, places, gathered + h * part, width);
        }
        finish_layer(layers_[n], markers, rows, work);
    }

    float* joined = work.joined_.at_least(pairs.size() * 4 * width);
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        float* row = joined + p * 4 * width;
        std::memcpy(row, markers + 2 * p * width, 2 * width * sizeof(float));
        std::memcpy(row + 2 * width, work.state(places[2 * p]).data(), width * sizeof(float));
        std::memcpy(row + 3 * width, work.state(places[2 * p + 1]).data(), width * sizeof(float));
    }
    work.inner_input_.assign(machine_, joined, pairs.size(), 4 * width);
    float* wide = work.added_.at_least(pairs.size() * pair_.filled_outputs());
    pair_.apply(machine_, work.inner_input_, 0, pair_.filled_outputs(), wide, pair_.filled_outputs(), Then::gelu);
    std::memcpy(to, wide, pairs.size() * c.pair_width * sizeof(float));  // a multiple of 64: nothing is filled
}

}  // namespace kith::text::encoder
