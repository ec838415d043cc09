#include "ingest/text/encoder/rows.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "ingest/text/encoder/lanes.hpp"
#include "ingest/text/encoder/products.hpp"

namespace kith::text::encoder {

void quantize_rows(Instructions instructions, const float* from, std::size_t rows, std::size_t length,
                   const float* factor, std::uint8_t* to, RowScale* scales) {
    vectorised(instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        using Integers = typename Floats::Integers;
        for (std::size_t r = 0; r < rows; ++r) {
            const float* row = from + r * length;
            const auto at = [&](std::size_t i) KITH_INLINED {
                const auto x = load<Floats>(row + i);
                return factor ? x * load<Floats>(factor + i) : x;
            };
            Floats least = all<Floats>(0);
            Floats most = all<Floats>(0);
            for (std::size_t i = 0; i < length; i += lanes) {
                const Floats x = at(i);
                least = smaller(x, least);
                most = larger(x, most);
            }
            const float low = -largest_of(all<Floats>(0) - least);
            const float range = largest_of(most) - low;
            const float inverse = range > 0 ? 255.0F / range : 0.0F;
            const float zero = std::nearbyint(-low * inverse);
            scales[r] = {range / 255.0F, static_cast<std::int32_t>(zero)};
            std::uint8_t* out = to + r * length;
            for (std::size_t i = 0; i < length; i += bytes_at_once) {
                alignas(64) std::int32_t whole[bytes_at_once];
                for (std::size_t n = 0; n < bytes_at_once; n += lanes) {
                    const auto q = nearest(at(i + n) * inverse + zero);
                    store(whole + n, smaller(larger(q, all<Integers>(0)), all<Integers>(255)));
                }
                to_bytes(whole, out + i);
            }
        }
    });
}

void finish_product(Instructions instructions, const std::int32_t* sums, std::size_t rows, const RowScale* scales,
                    const Columns& columns, bool with_gelu, float* to, std::size_t to_stride) {
    vectorised(instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        using Integers = typename Floats::Integers;
        for (std::size_t half = 0; half < panel; half += lanes) {
            const auto scale = load<Floats>(columns.scale + half);
            const auto sum = load<Integers>(columns.sum + half);
            const auto bias = load<Floats>(columns.bias + half);
            for (std::size_t r = 0; r < rows; ++r) {
                const Integers exact = load<Integers>(sums + r * panel + half) - sum * scales[r].zero;
                Floats x = to_floats(exact) * (scale * scales[r].scale) + bias;
                if (with_gelu) x = gelu(x);
                store(to + r * to_stride + half, x);
            }
        }
    });
}

void add_and_norm(Instructions instructions, float* to, const float* add, std::size_t rows, std::size_t length,
                  const Norm& norm) {
    vectorised(instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        const float share = 1.0F / static_cast<float>(length);
        for (std::size_t r = 0; r < rows; ++r) {
            float* row = to + r * length;
            Floats sum = all<Floats>(0);
            for (std::size_t i = 0; i < length; i += lanes) {
                auto x = load<Floats>(row + i);
                if (add) x = x + load<Floats>(add + r * length + i);
                store(row + i, x);
                sum = sum + x;
            }
            const float mean = sum_of(sum) * share;
            Floats squares = all<Floats>(0);
            for (std::size_t i = 0; i < length; i += lanes) {
                const Floats x = load<Floats>(row + i) - mean;
                squares = squares + x * x;
            }
            const float inverse = 1.0F / std::sqrt(sum_of(squares) * share + norm.eps);
            for (std::size_t i = 0; i < length; i += lanes) {
                const Floats x = (load<Floats>(row + i) - mean) * inverse;
                store(row + i, x * load<Floats>(norm.weight + i) + load<Floats>(norm.bias + i));
            }
        }
    });
}

float dot(Instructions instructions, const float* a, const float* b, std::size_t length) {
    float result = 0;
    vectorised(instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        Floats sum = all<Floats>(0);
        for (std::size_t i = 0; i < length; i += lanes) sum = sum + load<Floats>(a + i) * load<Floats>(b + i);
        result = sum_of(sum);
    });
    return result;
}

Softmax softmax_to_bytes(Instructions instructions, std::int32_t* sums, const std::int32_t* key_sums,
                         const float* key_scales, float scale, const float* bias, std::size_t length,
                         std::size_t filled, std::uint8_t* high, std::uint8_t* low) {
    Softmax result;
    vectorised(instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        using Integers = typename Floats::Integers;
        constexpr float nowhere = -1e30F;
        Floats most = all<Floats>(nowhere);
        for (std::size_t j = 0; j < length; j += lanes) {
            const Integers exact = load<Integers>(sums + j) - load<Integers>(key_sums + j) * 128;
            Floats score = to_floats(exact) * (load<Floats>(key_scales + j) * scale) + load<Floats>(bias + j);
            if (length - j < lanes) {
                float last[lanes];
                store(last, score);
                for (std::size_t n = length - j; n < lanes; ++n) last[n] = nowhere;
                score = load<Floats>(last);
            }
            store(sums + j, score);
            most = larger(score, most);
        }
        const float largest = largest_of(most);
        Integers total = all<Integers>(0);
        for (std::size_t j = 0; j < filled; j += bytes_at_once) {
            alignas(64) std::int32_t whole[bytes_at_once] = {};
            alignas(64) std::int32_t rest[bytes_at_once] = {};
            for (std::size_t n = 0; n < bytes_at_once && j + n < length; n += lanes) {
                const Floats share = exponential(load<Floats>(sums + j + n) - largest);
                const Integers p = nearest(share * static_cast<float>(largest_share));
                total = total + p;
                store(whole + n, p >> 7);
                store(rest + n, p & 127);
            }
            to_bytes(whole, high + j);
            to_bytes(rest, low + j);
        }
        result = {largest, sum_of(total)};
    });
    return result;
}

float float_of_half(std::uint16_t half) {
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    const std::uint32_t rest = half & 0x7fffU;
    // Half's numbers as a float with a far smaller exponent, made right by an exact product; infinities are not kept.
    const auto small = std::bit_cast<float>(rest << 13U);
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(small * 0x1p112F) | sign);
}

void add_embedding_of_4_bits(Instructions instructions, const std::uint8_t* values, const std::uint16_t* scales,
                             std::size_t length, float* to) {
    vectorised(instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        for (std::size_t i = 0; i < length; i += 2 * lanes) {
            const float scale = float_of_half(scales[i / (2 * lanes)]);
            for (std::size_t n = 0; n < lanes; ++n) {
                to[i + n] += static_cast<float>((values[i / 2 + n] & 15) - 8) * scale;
                to[i + lanes + n] += static_cast<float>((values[i / 2 + n] >> 4) - 8) * scale;
            }
        }
    });
}

void add_embedding_of_8_bits(Instructions instructions, const std::int8_t* values, const std::uint16_t* scales,
                             std::size_t length, float* to) {
    vectorised(instructions, [&]<typename Floats>(Floats) KITH_INLINED {
        for (std::size_t i = 0; i < length; i += 2 * lanes) {
            const float scale = float_of_half(scales[i / (2 * lanes)]);
            for (std::size_t n = 0; n < 2 * lanes; ++n) to[i + n] += static_cast<float>(values[i + n]) * scale;
        }
    });
}

}  // namespace kith::text::encoder
