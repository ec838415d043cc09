// The encoder's arithmetic on rows of floats, and their way into bytes and back. Lengths are multiples of 16 (32 for
// softmax). The same bits with every set of instructions: see lanes.hpp.
//
// A row of bytes stands for (byte - zero) * scale, with the row's own scale and zero: activations are lopsided after a
// GELU, and with a zero of its own a row uses all 256 values.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ingest/text/encoder/instructions.hpp"

namespace kith::text::encoder {

struct RowScale {
    float scale = 0;
    std::int32_t zero = 0;
};

// rows x length floats to bytes, a scale each; columns first times `factor`, unless it is null (see Linear).
void quantize_rows(Instructions instructions, const float* from, std::size_t rows, std::size_t length,
                   const float* factor, std::uint8_t* to, RowScale* scales);

// What a layer does to a product of 32 columns: sums back to floats, bias added, and the GELU where it has one.
struct Columns {
    const float* scale;
    const std::int32_t* sum;
    const float* bias;
};
void finish_product(Instructions instructions, const std::int32_t* sums, std::size_t rows, const RowScale* scales,
                    const Columns& columns, bool with_gelu, float* to, std::size_t to_stride);

// rows of `to` become norm(to + add); add may be null.
struct Norm {
    const float* weight = nullptr;
    const float* bias = nullptr;
    float eps = 0;
};
void add_and_norm(Instructions instructions, float* to, const float* add, std::size_t rows, std::size_t length,
                  const Norm& norm);

float dot(Instructions instructions, const float* a, const float* b, std::size_t length);

// Softmax of a row of scores, in 15 bits: 32640 = 255 * 128 stands for the largest, `high` gets the share's 128ths and
// `low` the rest. score(j) = (sums[j] - 128 * key_sums[j]) * scale * key_scales[j] + bias[j] for j < length; bytes from
// there to `filled` become 0. `sums` is used as scratch.
struct Softmax {
    float largest = 0;       // score
    std::int32_t total = 0;  // of the shares
};
inline constexpr std::int32_t largest_share = 255 * 128;
Softmax softmax_to_bytes(Instructions instructions, std::int32_t* sums, const std::int32_t* key_sums,
                         const float* key_scales, float scale, const float* bias, std::size_t length,
                         std::size_t filled, std::uint8_t* high, std::uint8_t* low);

// A word's embedding: numbers of 4 or 8 bits (see training/export.py), a half-precision scale for every 32 of them.
void add_embedding_of_4_bits(Instructions instructions, const std::uint8_t* values, const std::uint16_t* scales,
                             std::size_t length, float* to);
void add_embedding_of_8_bits(Instructions instructions, const std::int8_t* values, const std::uint16_t* scales,
                             std::size_t length, float* to);

float float_of_half(std::uint16_t half);

}  // namespace kith::text::encoder
