// Self-attention of one head, in bytes as well: queries times keys, then the softmax's shares times values, both
// through the products of products.hpp.
//
// Two facts keep it exact enough. A number that is the same for all keys falls out of a softmax, so the mean of the
// keys is taken off them before they become bytes (their bias, often far larger than what tells them apart, goes with
// it). And shares have 15 bits, in two bytes and so two products: nets put most of a softmax on a place that says
// nothing, and what matters lies in the small rest (with 8 bits the states' error doubles). They are divided by the sum
// of what was really used.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ingest/text/encoder/linear.hpp"

namespace kith::text::encoder {

// Keys and values of one head for all pieces of a window, packed as right sides of products.
class HeadMemory {
public:
    // Rows of keys and values, `head_width` floats each, `stride` floats apart.
    void assign(const Machine& machine, const float* keys, const float* values, std::size_t stride, std::size_t pieces,
                std::size_t head_width);
    std::size_t bytes() const;

private:
    friend class Attention;
    std::size_t pieces_ = 0;
    std::size_t head_width_ = 0;
    Buffer<std::int8_t> keys_;  // depth: the head's width filled up to 64; columns: pieces
    Buffer<std::int32_t> key_sums_;
    Buffer<float> key_scales_;
    Buffer<float> key_mean_;
    Buffer<std::int8_t> values_;  // depth: pieces filled up to 64; columns: the head's width
    Buffer<std::int32_t> value_sums_;
    Buffer<float> value_scales_;
};

// The relative position bias of one head: at(place)[j] for the key of piece j, for a query that stands at `place`.
struct DistanceBias {
    const float* middle;  // of the table's row: distance 0

    const float* at(std::size_t place) const { return middle - place; }
};

class Attention {
public:
    // For each row of queries, what it gathers from the memory's values, to `to`. Places: where each query stands.
    void text(const Machine& machine, const HeadMemory& memory, const DistanceBias& bias, const float* queries,
              std::size_t stride, std::size_t rows, const std::uint32_t* places, float* to, std::size_t to_stride);

    // Likewise for markers, rows 2n and 2n + 1 being a pair: they see each other and themselves too. `queries` has keys
    // at offset `width` floats and values at 2 * `width` of each row.
    void markers(const Machine& machine, const HeadMemory& memory, const DistanceBias& bias, const float* queries,
                 std::size_t stride, std::size_t rows, const std::uint32_t* places, float* to, std::size_t to_stride);

    std::size_t bytes() const;

private:
    Buffer<std::uint8_t> queries_;
    Buffer<float> query_scales_;
    Buffer<std::int32_t> scores_;
    Buffer<std::uint8_t> shares_;
    Buffer<std::int32_t> gathered_;
    Buffer<Softmax> softmax_;
};

}  // namespace kith::text::encoder
