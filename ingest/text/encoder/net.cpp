#include "ingest/text/encoder/net.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>

namespace kith::text::encoder {

namespace {

constexpr std::size_t cases_count = 6;

// Rows that pass the inner, widest part of a layer at once: their floats (1.8 MB of 3072 a row) stay near.
constexpr std::size_t inner_rows = 144;

}  // namespace

std::size_t Workspace::bytes() const {
    std::size_t sum = states_.bytes() + entry_.bytes() + passing_.bytes() + attention_.bytes() + input_.bytes() +
                      inner_input_.bytes() + head_.bytes() + gathered_.bytes() + added_.bytes() + inner_.bytes() +
                      markers_.bytes() + joined_.bytes();
    for (const HeadMemory& memory : memory_) sum += memory.bytes();
    return sum;
}

Net::Net(ModelFile file, Instructions instructions)
    : file_(std::move(file)), machine_{instructions, products_with(instructions)} {
    const Config& c = config();
    const std::size_t width = c.width;
    for (std::size_t n = 0; n < c.layers; ++n) {
        const std::string name = "layer." + std::to_string(n) + ".";
        const auto linear = [&](const char* part, std::size_t inputs, std::size_t outputs) {
            return Linear(file_, name + part, inputs, outputs, Linear::Part::layer);
        };
        layers_.push_back({linear("qkv", width, 3 * width), linear("o", width, width), linear("up", width, c.inner),
                           linear("down", c.inner, width), norm(name + "norm1"), norm(name + "norm2")});
    }
    embedding_norm_ = norm("embedding_norm");
    marker_norm_ = norm("marker_norm");
    tags_ = Linear(file_, "tags", width, 1 + 2 * file_.kinds().size() + 3);
    pair_ = Linear(file_, "pair", 4 * width, c.pair_width);
    relations_ = Linear(file_, "relations", c.pair_width, 2 * c.relations);
    tie_ = Linear(file_, "tie", c.pair_width, 3 * c.side + file_.statuses().size());
    mention_ = Linear(file_, "mention", 2 * width, 2 * c.gate_width + 3 * c.side);
    detail_key_ = Linear(file_, "detail_key", width, 2 * c.side);
    case_ = file_.floats("case", {cases_count, width});
    distance_bias_ = file_.floats("distance_bias", {c.heads, 2 * c.window});
    mark_ = file_.floats("mark", {2, width});
    kind_ = file_.floats("kind", {file_.kinds().size() + 1, width});
    relation_embedding_ = file_.floats("relation_embedding", {2 * c.relations, c.pair_width});
    speaker_null_ = file_.floats("speaker_null", {2, c.side});
    detail_null_ = file_.floats("detail_null", {c.side});
    coreference_distance_ = file_.floats("coref_distance", {16});
    coreference_null_ = file_.floats("coref_null.weight", {c.side});
    coreference_null_bias_ = file_.floats("coref_null.bias", {1});
    gate_ = file_.floats("gate.weight", {c.gate_width});
    gate_bias_ = file_.floats("gate.bias", {1});
    position_ = file_.halves("position", {c.window, width});
    word_scales_ = file_.halves("word.scale", {c.vocabulary, width / 32});
    wide_words_ = file_.bytes("word.wide", {c.wide_words, width});
    narrow_words_ = file_.nibbles("word.narrow", {c.vocabulary - c.wide_words, width / 2});
}

Norm Net::norm(const std::string& name) const {
    return {file_.floats(name + ".weight", {config().width}).data(),
            file_.floats(name + ".bias", {config().width}).data(), config().eps};
}

DistanceBias Net::bias_of(std::size_t head) const {
    return {distance_bias_.data() + head * 2 * config().window + config().window};
}

Table Net::apply(const Linear& linear, const float* rows, std::size_t count, std::size_t columns) const {
    Table table{count, columns, std::vector<float>(count * columns)};
    if (count == 0) return table;
    ByteRows input;
    input.assign(machine_, rows, count, linear.inputs());
    const std::size_t filled = linear.filled_outputs();
    std::vector<float> wide(count * filled);
    linear.apply(machine_, input, 0, filled, wide.data(), filled);
    for (std::size_t r = 0; r < count; ++r) {
        std::memcpy(table.values.data() + r * columns, wide.data() + r * filled, columns * sizeof(float));
    }
    return table;
}

void Net::embed(std::span<const std::int32_t> ids, std::span<const std::uint8_t> cases, float* to) const {
    const std::size_t width = config().width;
    for (std::size_t t = 0; t < ids.size(); ++t) {
        float* row = to + t * width;
        const float* form = case_.data() + cases[t] * width;
        const std::uint16_t* position = position_.data() + t * width;
        for (std::size_t i = 0; i < width; ++i) row[i] = float_of_half(position[i]) + form[i];
        const auto id = static_cast<std::size_t>(ids[t]);
        const std::uint16_t* scales = word_scales_.data() + id * width / 32;
        if (id < config().wide_words) {
            add_embedding_of_8_bits(machine_.instructions, wide_words_.data() + id * width, scales, width, row);
        } else {
            const std::uint8_t* values = narrow_words_.data() + (id - config().wide_words) * width / 2;
            add_embedding_of_4_bits(machine_.instructions, values, scales, width, row);
        }
    }
    add_and_norm(machine_.instructions, to, nullptr, ids.size(), width, embedding_norm_);
}

// Queries, keys and values of one head, beside each other: 3 * head width floats a row.
void Net::head_rows(const Layer& layer, std::size_t head, const ByteRows& input, float* to) const {
    const std::size_t part = config().head_width();
    for (std::size_t n = 0; n < 3; ++n) {
        layer.query_key_value.apply(machine_, input, n * config().width + head * part, part, to + n * part, 3 * part);
    }
}

// The residual connections, norms and the inner part; work.gathered_ holds what attention gave.
void Net::finish_layer(const Layer& layer, float* states, std::size_t rows, Workspace& work) const {
    const std::size_t width = config().width;
    float* added = work.added_.at_least(rows * width);
    work.input_.assign(machine_, work.gathered_.data(), rows, width, layer.out.factor());
    layer.out.apply(machine_, work.input_, 0, width, added, width);
    add_and_norm(machine_.instructions, states, added, rows, width, layer.after_attention);
    float* inner = work.inner_.at_least(std::min(rows, inner_rows) * config().inner);
    for (std::size_t first = 0; first < rows; first += inner_rows) {
        const std::size_t count = std::min(inner_rows, rows - first);
        float* part = states + first * width;
        work.input_.assign(machine_, part, count, width, layer.up.factor());
        layer.up.apply(machine_, work.input_, 0, config().inner, inner, config().inner, Then::gelu);
        work.inner_input_.assign(machine_, inner, count, config().inner, layer.down.factor());
        layer.down.apply(machine_, work.inner_input_, 0, width, added, width);
        add_and_norm(machine_.instructions, part, added, count, width, layer.after_inner);
    }
}

TextScores Net::read(std::span<const std::int32_t> ids, std::span<const std::uint8_t> cases, Workspace& work) const {
    const Config& c = config();
    if (ids.empty() || ids.size() > c.window || ids.size() != cases.size()) {
        throw std::invalid_argument("a window has 1 to " + std::to_string(c.window) + " pieces, each with its case");
    }
    for (const std::int32_t id : ids) {
        if (id < 0 || static_cast<std::size_t>(id) >= c.vocabulary) throw std::invalid_argument("no such word piece");
    }
    if (std::ranges::any_of(cases, [](std::uint8_t form) { return form >= cases_count; })) {
        throw std::invalid_argument("no such case of a word");
    }
    const std::size_t pieces = ids.size();
    const std::size_t part = c.head_width();
    work.pieces_ = pieces;
    work.width_ = c.width;
    work.memory_.resize((c.layers - c.marker_layer) * c.heads);
    work.places_.resize(c.window);
    for (std::size_t t = 0; t < c.window; ++t) work.places_[t] = static_cast<std::uint32_t>(t);
    float* states = work.states_.at_least(pieces * c.width);
    float* entry = work.entry_.at_least(pieces * c.width);
    float* head = work.head_.at_least(pieces * 3 * part);
    float* gathered = work.gathered_.at_least(pieces * c.width);

    embed(ids, cases, states);
    for (std::size_t n = 0; n < c.layers; ++n) {
        if (n == c.marker_layer) std::memcpy(entry, states, pieces * c.width * sizeof(float));
        work.input_.assign(machine_, states, pieces, c.width, layers_[n].query_key_value.factor());
        for (std::size_t h = 0; h < c.heads; ++h) {
            head_rows(layers_[n], h, work.input_, head);
            HeadMemory& memory = n < c.marker_layer ? work.passing_ : work.memory_[(n - c.marker_layer) * c.heads + h];
            memory.assign(machine_, head + part, head + 2 * part, 3 * part, pieces, part);
            work.attention_.text(machine_, memory, bias_of(h), head, 3 * part, pieces, work.places_.data(),
                                 gathered + h * part, c.width);
        }
        finish_layer(layers_[n], states, pieces, work);
    }

    const std::size_t tags = 1 + 2 * file_.kinds().size();
    const Table both = apply(tags_, states, pieces, tags + 3);
    TextScores scores{{pieces, tags, {}}, {pieces, 3, {}}};
    for (std::size_t t = 0; t < pieces; ++t) {
        const auto row = both.row(t);
        scores.names.values.insert(scores.names.values.end(), row.begin(), row.begin() + static_cast<long>(tags));
        scores.references.values.insert(scores.references.values.end(), row.begin() + static_cast<long>(tags),
                                        row.end());
    }
    return scores;
}

}  // namespace kith::text::encoder
