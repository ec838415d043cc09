#include "ingest/text/encoder/attention.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "ingest/text/encoder/lanes.hpp"

namespace kith::text::encoder {

namespace {

constexpr std::size_t depth_step = 64;
constexpr std::size_t widest_head = 128;

// Bytes of a row between -127 and 127, plus `zero`; returns the scale.
template <typename Floats>
KITH_LANES float row_to_bytes(const float* row, const float* less, std::size_t length, std::int32_t zero,
                              std::uint8_t* to) {
    const auto at = [&](std::size_t i) KITH_INLINED {
        const auto x = load<Floats>(row + i);
        return less ? x - load<Floats>(less + i) : x;
    };
    Floats most = all<Floats>(0);
    for (std::size_t i = 0; i < length; i += lanes) most = larger(most, size_of(at(i)));
    const float largest = largest_of(most);
    const float inverse = largest > 0 ? 127.0F / largest : 0.0F;
    for (std::size_t i = 0; i < length; i += bytes_at_once) {
        alignas(64) std::int32_t whole[bytes_at_once];
        for (std::size_t n = 0; n < bytes_at_once; n += lanes) store(whole + n, nearest(at(i + n) * inverse) + zero);
        to_bytes(whole, to + i);
    }
    return largest / 127.0F;
}

}  // namespace

void HeadMemory::assign(const Machine& machine, const float* keys, const float* values, std::size_t stride,
                        std::size_t pieces, std::size_t head_width) {
    pieces_ = pieces;
    head_width_ = head_width;
    const std::size_t key_depth = filled_to(head_width, depth_step);
    const std::size_t columns = filled_to(pieces, panel);
    const std::size_t value_depth = filled_to(pieces, depth_step);
    std::int8_t* packed_keys = keys_.at_least(columns * key_depth);
    std::int32_t* key_sums = key_sums_.at_least(columns);
    float* key_scales = key_scales_.at_least(columns);
    float* mean = key_mean_.at_least(head_width);
    std::int8_t* packed_values = values_.at_least(value_depth * head_width);
    std::int32_t* value_sums = value_sums_.at_least(head_width);
    float* value_scales = value_scales_.at_least(head_width);

    vectorised(machine.instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        using Integers = typename Floats::Integers;
        const float share = 1.0F / static_cast<float>(pieces);
        for (std::size_t i = 0; i < head_width; i += lanes) {
            Floats sum = all<Floats>(0);
            for (std::size_t j = 0; j < pieces; ++j) sum = sum + load<Floats>(keys + j * stride + i);
            store(mean + i, sum * share);
        }
        for (std::size_t j = 0; j < columns; ++j) {
            alignas(64) std::uint8_t row[widest_head] = {};
            key_scales[j] = j < pieces ? row_to_bytes<Floats>(keys + j * stride, mean, head_width, 0, row) : 0.0F;
            std::int32_t sum = 0;
            for (std::size_t i = 0; i < head_width; ++i) sum += static_cast<std::int8_t>(row[i]);
            key_sums[j] = sum;
            std::int8_t* column = packed_keys + j / lanes * lanes * key_depth + j % lanes * 4;
            for (std::size_t i = 0; i < key_depth; i += 4) std::memcpy(column + i * lanes, row + i, 4);
        }
        for (std::size_t i = 0; i < head_width; i += lanes) {
            Floats most = all<Floats>(0);
            for (std::size_t j = 0; j < pieces; ++j) {
                most = larger(most, size_of(load<Floats>(values + j * stride + i)));
            }
            const Floats inverse = all<Floats>(127.0F) / larger(most, all<Floats>(1e-30F));
            store(value_scales + i, most / 127.0F);
            Integers sum = all<Integers>(0);
            for (std::size_t j = 0; j < value_depth; j += 4) {
                Integers four = all<Integers>(0);
                for (std::size_t n = 0; n < 4 && j + n < pieces; ++n) {
                    const Integers q = nearest(load<Floats>(values + (j + n) * stride + i) * inverse);
                    sum = sum + q;
                    four = four | (q & 255) << static_cast<std::int32_t>(8 * n);
                }
                store(packed_values + i * value_depth + j * lanes, four);
            }
            store(value_sums + i, sum);
        }
    });
}

std::size_t HeadMemory::bytes() const {
    return keys_.bytes() + key_sums_.bytes() + key_scales_.bytes() + key_mean_.bytes() + values_.bytes() +
           value_sums_.bytes() + value_scales_.bytes();
}

void Attention::text(const Machine& machine, const HeadMemory& memory, const DistanceBias& bias, const float* queries,
                     std::size_t stride, std::size_t rows, const std::uint32_t* places, float* to,
                     std::size_t to_stride) {
    const std::size_t width = memory.head_width_;
    const std::size_t depth = filled_to(width, depth_step);
    const std::size_t columns = filled_to(memory.pieces_, panel);
    const std::size_t share_depth = filled_to(memory.pieces_, depth_step);
    std::uint8_t* packed = queries_.at_least(panel * depth);
    float* scales = query_scales_.at_least(panel);
    std::int32_t* scores = scores_.at_least(panel * columns);
    std::uint8_t* high = shares_.at_least(2 * panel * share_depth);
    std::uint8_t* low = high + panel * share_depth;
    std::int32_t* gathered = gathered_.at_least(2 * panel * width);  // from the high bytes, then from the low ones
    Softmax* softmax = softmax_.at_least(filled_to(rows, panel));
    const float root = 1.0F / std::sqrt(static_cast<float>(width));
    const ProductScope scope(machine.products);

    for (std::size_t first = 0; first < rows; first += panel) {
        const std::size_t count = std::min(panel, rows - first);
        vectorised(machine.instructions, [&]<typename Floats>(Floats) KITH_INLINED {
            for (std::size_t r = 0; r < count; ++r) {
                scales[r] =
                    row_to_bytes<Floats>(queries + (first + r) * stride, nullptr, width, 128, packed + r * depth) *
                    root;
            }
        });
        for (std::size_t column = 0; column < columns; column += panel) {
            machine.products.product(packed, depth, count, depth, memory.keys_.data() + column * depth,
                                     memory.key_sums_.data() + column, scores + column, columns);
        }
        for (std::size_t r = 0; r < count; ++r) {
            softmax[first + r] =
                softmax_to_bytes(machine.instructions, scores + r * columns, memory.key_sums_.data(),
                                 memory.key_scales_.data(), scales[r], bias.at(places[first + r]), memory.pieces_,
                                 share_depth, high + r * share_depth, low + r * share_depth);
        }
        for (std::size_t column = 0; column < width; column += panel) {
            const std::int8_t* values = memory.values_.data() + column * share_depth;
            const std::int32_t* sums = memory.value_sums_.data() + column;
            machine.products.product(high, share_depth, count, share_depth, values, sums, gathered + column, width);
            machine.products.product(low, share_depth, count, share_depth, values, sums,
                                     gathered + panel * width + column, width);
        }
        vectorised(machine.instructions, [&]<typename Floats>(Floats) KITH_INLINED {
            using Integers = typename Floats::Integers;
            for (std::size_t r = 0; r < count; ++r) {
                const float part = 1.0F / static_cast<float>(softmax[first + r].total);
                for (std::size_t i = 0; i < width; i += lanes) {
                    const Integers sum = load<Integers>(gathered + r * width + i) * 128 +
                                         load<Integers>(gathered + (panel + r) * width + i);
                    store(to + (first + r) * to_stride + i,
                          to_floats(sum) * (load<Floats>(memory.value_scales_.data() + i) * part));
                }
            }
        });
    }
}

// The text's share is found as for the text itself. Then the two own keys join, in floats: with m the largest score of
// all, the text weighs (sum of its shares) * e^(its largest - m), each own key e^(its score - m).
void Attention::markers(const Machine& machine, const HeadMemory& memory, const DistanceBias& bias,
                        const float* queries, std::size_t stride, std::size_t rows, const std::uint32_t* places,
                        float* to, std::size_t to_stride) {
    text(machine, memory, bias, queries, stride, rows, places, to, to_stride);
    const std::size_t width = memory.head_width_;
    const float root = 1.0F / std::sqrt(static_cast<float>(width));
    const float* mean = memory.key_mean_.data();
    const Softmax* softmax = softmax_.data();
    vectorised(machine.instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        for (std::size_t r = 0; r < rows; ++r) {
            const std::size_t pair = r / 2 * 2;
            const float* query = queries + r * stride;
            float score[lanes] = {};
            score[0] = softmax[r].largest;
            for (std::size_t n = 0; n < 2; ++n) {
                const float* key = queries + (pair + n) * stride + width;
                Floats sum = all<Floats>(0);
                for (std::size_t i = 0; i < width; i += lanes) {
                    sum = sum + load<Floats>(query + i) * (load<Floats>(key + i) - load<Floats>(mean + i));
                }
                score[1 + n] = sum_of(sum) * root + bias.at(places[r])[places[pair + n]];
            }
            const float largest = std::max({score[0], score[1], score[2]});
            float share[lanes];
            store(share, exponential(load<Floats>(score) - largest));
            share[0] *= static_cast<float>(softmax[r].total) / static_cast<float>(largest_share);
            const float total = (share[0] + share[1]) + share[2];
            for (std::size_t n = 0; n < 3; ++n) share[n] /= total;
            const float* first = queries + pair * stride + 2 * width;
            const float* second = first + stride;
            float* out = to + r * to_stride;
            for (std::size_t i = 0; i < width; i += lanes) {
                store(out + i, (load<Floats>(out + i) * share[0] + load<Floats>(first + i) * share[1]) +
                                   load<Floats>(second + i) * share[2]);
            }
        }
    });
}

std::size_t Attention::bytes() const {
    return queries_.bytes() + query_scales_.bytes() + scores_.bytes() + shares_.bytes() + gathered_.bytes() +
           softmax_.bytes();
}

}  // namespace kith::text::encoder
