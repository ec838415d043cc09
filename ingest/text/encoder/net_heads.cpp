// The heads that compare: mentions with mentions, ties with mentions and with pieces.
#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <string>

#include "ingest/text/encoder/lanes.hpp"
#include "ingest/text/encoder/net.hpp"

namespace kith::text::encoder {

namespace {

constexpr float pointer_scale = 1.0F / 16;  // training/model.py
constexpr std::uint32_t pieces_a_bucket = 12;
constexpr std::uint32_t last_bucket = 15;

std::uint32_t distance_bucket(const MentionInput& a, const MentionInput& b) {
    const std::uint32_t far = a.span.first > b.span.first ? a.span.first - b.span.first : b.span.first - a.span.first;
    return std::min(far / pieces_a_bucket, last_bucket);
}

}  // namespace

Mentions Net::mentions(Workspace& work, std::span<const MentionInput> inputs) const {
    const std::size_t width = config().width;
    float* joined = work.joined_.at_least(inputs.size() * 2 * width);
    for (std::size_t m = 0; m < inputs.size(); ++m) {
        const auto [span, kind] = inputs[m];
        if (span.first > span.last || span.last >= work.pieces() || kind > file_.kinds().size()) {
            throw std::invalid_argument("mention " + std::to_string(m) + " does not lie in the window");
        }
        std::memcpy(joined + m * 2 * width, work.state(span.first).data(), width * sizeof(float));
        std::memcpy(joined + (m * 2 + 1) * width, work.state(span.last).data(), width * sizeof(float));
    }
    return {{inputs.begin(), inputs.end()},
            apply(mention_, joined, inputs.size(), 2 * config().gate_width + 3 * config().side)};
}

std::vector<float> Net::gates(const Mentions& mentions, std::span<const PairInput> pairs) const {
    const std::size_t width = config().gate_width;
    std::vector<float> result;
    result.reserve(pairs.size());
    for (const PairInput& pair : pairs) {
        if (std::max(pair.first, pair.second) >= mentions.inputs.size()) throw std::invalid_argument("no such mention");
        const float* first = mentions.compared.row(pair.first).data();
        const float* second = mentions.compared.row(pair.second).data() + width;
        float sum = 0;
        vectorised(machine_.instructions, [&]<typename Floats>(Floats) KITH_INLINED {
            Floats parts = all<Floats>(0);
            for (std::size_t i = 0; i < width; i += lanes) {
                parts =
                    parts + gelu(load<Floats>(first + i) + load<Floats>(second + i)) * load<Floats>(gate_.data() + i);
            }
            sum = sum_of(parts);
        });
        result.push_back(sum + gate_bias_[0]);
    }
    return result;
}

Table Net::relations(const Table& pair_states) const {
    if (pair_states.columns != config().pair_width) throw std::invalid_argument("these are no states of pairs");
    return apply(relations_, pair_states.values.data(), pair_states.rows, 2 * config().relations);
}

TieScores Net::ties(Workspace& work, const Mentions& mentions, const Table& pair_states,
                    std::span<const TieInput> ties) const {
    const Config& c = config();
    const std::size_t pieces = work.pieces();
    const std::size_t statuses = file_.statuses().size();
    const std::size_t count = mentions.inputs.size();
    TieScores scores{{ties.size(), statuses, std::vector<float>(ties.size() * statuses)},
                     {ties.size(), 2 + count, std::vector<float>(ties.size() * (2 + count))},
                     {ties.size(), 1 + pieces, std::vector<float>(ties.size() * (1 + pieces))},
                     {ties.size(), 1 + pieces, std::vector<float>(ties.size() * (1 + pieces))}};
    if (ties.empty()) return scores;

    std::vector<float> states(ties.size() * c.pair_width);
    for (std::size_t n = 0; n < ties.size(); ++n) {
        if (ties[n].pair >= pair_states.rows || ties[n].relation >= 2 * c.relations) {
            throw std::invalid_argument("tie " + std::to_string(n) + " has no such pair or relation");
        }
        const float* pair = pair_states.row(ties[n].pair).data();
        const float* relation = relation_embedding_.data() + ties[n].relation * c.pair_width;
        for (std::size_t i = 0; i < c.pair_width; ++i) states[n * c.pair_width + i] = pair[i] + relation[i];
    }
    const Table queries = apply(tie_, states.data(), ties.size(), 3 * c.side + statuses);
    const Table keys = apply(detail_key_, work.states_.data(), pieces, 2 * c.side);
    const auto score = [&](const float* query, const float* key) {
        return dot(machine_.instructions, query, key, c.side) * pointer_scale;
    };
    for (std::size_t n = 0; n < ties.size(); ++n) {
        const float* query = queries.row(n).data();
        std::memcpy(scores.status.values.data() + n * statuses, query + 3 * c.side, statuses * sizeof(float));

        float* speaker = scores.speaker.values.data() + n * (2 + count);
        for (std::size_t i = 0; i < 2; ++i) speaker[i] = score(query, speaker_null_.data() + i * c.side);
        for (std::size_t m = 0; m < count; ++m) {
            speaker[2 + m] = score(query, mentions.compared.row(m).data() + 2 * c.gate_width + 2 * c.side);
        }
        for (std::size_t end = 0; end < 2; ++end) {
            const float* detail = query + (1 + end) * c.side;
            float* row = (end == 0 ? scores.detail_first : scores.detail_last).values.data() + n * (1 + pieces);
            row[0] = score(detail, detail_null_.data());
            for (std::size_t t = 0; t < pieces; ++t) row[1 + t] = score(detail, keys.row(t).data() + end * c.side);
        }
    }
    return scores;
}

Table Net::coreference(const Mentions& mentions, std::span<const std::uint32_t> references,
                       std::span<const std::uint32_t> names) const {
    const std::size_t side = config().side;
    const std::size_t offset = 2 * config().gate_width;
    const auto known = [&](std::uint32_t index) { return index < mentions.inputs.size(); };
    if (!std::ranges::all_of(references, known) || !std::ranges::all_of(names, known)) {
        throw std::invalid_argument("no such mention");
    }
    Table scores{references.size(), 1 + names.size(), {}};
    for (const std::uint32_t reference : references) {
        const float* query = mentions.compared.row(reference).data() + offset;
        scores.values.push_back(dot(machine_.instructions, query, coreference_null_.data(), side) +
                                coreference_null_bias_[0]);
        for (const std::uint32_t name : names) {
            const float* key = mentions.compared.row(name).data() + offset + side;
            const auto bucket = distance_bucket(mentions.inputs[reference], mentions.inputs[name]);
            scores.values.push_back(dot(machine_.instructions, query, key, side) * pointer_scale +
                                    coreference_distance_[bucket]);
        }
    }
    return scores;
}

}  // namespace kith::text::encoder
