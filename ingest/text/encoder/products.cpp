#include "ingest/text/encoder/products.hpp"

#include <cstring>

#ifdef KITH_X86
#include <immintrin.h>
#endif

namespace kith::text::encoder {

namespace {

constexpr std::size_t block = 16;  // columns

void nothing() {}

void portable_product(const std::uint8_t* left, std::size_t stride, std::size_t rows, std::size_t depth,
                      const std::int8_t* right, const std::int32_t*, std::int32_t* out, std::size_t out_stride) {
    for (std::size_t half = 0; half < 2; ++half) {
        const std::int8_t* columns = right + half * block * depth;
        for (std::size_t r = 0; r < rows; ++r) {
            std::int32_t sum[block] = {};
            const std::uint8_t* row = left + r * stride;
            for (std::size_t k = 0; k < depth; k += 4) {
                const std::int8_t* four = columns + k * block;
                const std::int32_t a = row[k];
                const std::int32_t b = row[k + 1];
                const std::int32_t c = row[k + 2];
                const std::int32_t d = row[k + 3];
                for (std::size_t n = 0; n < block; ++n) {
                    sum[n] += a * four[4 * n] + b * four[4 * n + 1] + c * four[4 * n + 2] + d * four[4 * n + 3];
                }
            }
            std::memcpy(out + r * out_stride + half * block, sum, sizeof sum);
        }
    }
}

#ifdef KITH_X86

// VPMADDUBSW adds two products in 16 bits and would overflow with bytes up to 255. So the left side is taken less 128,
// and its sign moved to the right side: |a - 128| <= 128, times 127, twice, is 32512. 128 times the column's sum is
// added at the end.
template <std::size_t R>
[[gnu::target("avx2")]] void avx2_rows(const std::uint8_t* left, std::size_t stride, std::size_t depth,
                                       const std::int8_t* columns, const std::int32_t* sums, std::int32_t* out,
                                       std::size_t out_stride) {
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i sum[R][2];
#pragma GCC unroll 2
    for (std::size_t half = 0; half < 2; ++half) {
        const __m256i offset = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums + 8 * half));
#pragma GCC unroll 8
        for (std::size_t r = 0; r < R; ++r) sum[r][half] = _mm256_slli_epi32(offset, 7);
    }
    for (std::size_t k = 0; k < depth; k += 4) {
        const auto* b = reinterpret_cast<const __m256i*>(columns + k * block);
        const __m256i b0 = _mm256_loadu_si256(b);
        const __m256i b1 = _mm256_loadu_si256(b + 1);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < R; ++r) {
            std::int32_t four;
            std::memcpy(&four, left + r * stride + k, 4);
            const __m256i a = _mm256_set1_epi32(four ^ static_cast<std::int32_t>(0x80808080));
            const __m256i size = _mm256_abs_epi8(a);
            const __m256i p0 = _mm256_maddubs_epi16(size, _mm256_sign_epi8(b0, a));
            const __m256i p1 = _mm256_maddubs_epi16(size, _mm256_sign_epi8(b1, a));
            sum[r][0] = _mm256_add_epi32(sum[r][0], _mm256_madd_epi16(p0, ones));
            sum[r][1] = _mm256_add_epi32(sum[r][1], _mm256_madd_epi16(p1, ones));
        }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
        auto* to = reinterpret_cast<__m256i*>(out + r * out_stride);
        _mm256_storeu_si256(to, sum[r][0]);
        _mm256_storeu_si256(to + 1, sum[r][1]);
    }
}

[[gnu::target("avx2")]] void avx2_product(const std::uint8_t* left, std::size_t stride, std::size_t rows,
                                          std::size_t depth, const std::int8_t* right, const std::int32_t* sums,
                                          std::int32_t* out, std::size_t out_stride) {
    for (std::size_t half = 0; half < 2; ++half) {
        const std::int8_t* columns = right + half * block * depth;
        for (std::size_t r = 0; r < rows; r += 4) {
            avx2_rows<4>(left + r * stride, stride, depth, columns, sums + half * block,
                         out + r * out_stride + half * block, out_stride);
        }
    }
}

// The instruction that AVX2 lacks, in its registers.
template <std::size_t R>
[[gnu::target("avx2,avxvnni")]] void avx_vnni_rows(const std::uint8_t* left, std::size_t stride, std::size_t depth,
                                                   const std::int8_t* columns, std::int32_t* out,
                                                   std::size_t out_stride) {
    __m256i sum[R][2];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) sum[r][0] = sum[r][1] = _mm256_setzero_si256();
    for (std::size_t k = 0; k < depth; k += 4) {
        const auto* b = reinterpret_cast<const __m256i*>(columns + k * block);
        const __m256i b0 = _mm256_loadu_si256(b);
        const __m256i b1 = _mm256_loadu_si256(b + 1);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < R; ++r) {
            std::int32_t four;
            std::memcpy(&four, left + r * stride + k, 4);
            const __m256i a = _mm256_set1_epi32(four);
            sum[r][0] = _mm256_dpbusd_avx_epi32(sum[r][0], a, b0);
            sum[r][1] = _mm256_dpbusd_avx_epi32(sum[r][1], a, b1);
        }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
        auto* to = reinterpret_cast<__m256i*>(out + r * out_stride);
        _mm256_storeu_si256(to, sum[r][0]);
        _mm256_storeu_si256(to + 1, sum[r][1]);
    }
}

[[gnu::target("avx2,avxvnni")]] void avx_vnni_product(const std::uint8_t* left, std::size_t stride, std::size_t rows,
                                                      std::size_t depth, const std::int8_t* right, const std::int32_t*,
                                                      std::int32_t* out, std::size_t out_stride) {
    for (std::size_t half = 0; half < 2; ++half) {
        const std::int8_t* columns = right + half * block * depth;
        std::int32_t* to = out + half * block;
        std::size_t r = 0;
        for (; r + 5 <= rows; r += 5) {
            avx_vnni_rows<5>(left + r * stride, stride, depth, columns, to + r * out_stride, out_stride);
        }
        for (; r < rows; ++r) {
            avx_vnni_rows<1>(left + r * stride, stride, depth, columns, to + r * out_stride, out_stride);
        }
    }
}

#define KITH_VNNI "avx512f,avx512bw,avx512vl,avx512vnni"

template <std::size_t R>
[[gnu::target(KITH_VNNI)]] void avx512_rows(const std::uint8_t* left, std::size_t stride, std::size_t depth,
                                            const std::int8_t* right, std::int32_t* out, std::size_t out_stride) {
    __m512i sum[R][2];
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) sum[r][0] = sum[r][1] = _mm512_setzero_si512();
    const std::int8_t* second = right + block * depth;
    for (std::size_t k = 0; k < depth; k += 4) {
        const __m512i b0 = _mm512_loadu_si512(right + k * block);
        const __m512i b1 = _mm512_loadu_si512(second + k * block);
#pragma GCC unroll 8
        for (std::size_t r = 0; r < R; ++r) {
            std::int32_t four;
            std::memcpy(&four, left + r * stride + k, 4);
            const __m512i a = _mm512_set1_epi32(four);
            sum[r][0] = _mm512_dpbusd_epi32(sum[r][0], a, b0);
            sum[r][1] = _mm512_dpbusd_epi32(sum[r][1], a, b1);
        }
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < R; ++r) {
        _mm512_storeu_si512(out + r * out_stride, sum[r][0]);
        _mm512_storeu_si512(out + r * out_stride + block, sum[r][1]);
    }
}

[[gnu::target(KITH_VNNI)]] void avx512_product(const std::uint8_t* left, std::size_t stride, std::size_t rows,
                                               std::size_t depth, const std::int8_t* right, const std::int32_t*,
                                               std::int32_t* out, std::size_t out_stride) {
    for (std::size_t r = 0; r < rows; r += 8) {
        avx512_rows<8>(left + r * stride, stride, depth, right, out + r * out_stride, out_stride);
    }
}

// Eight tiles of 16 rows by 64 bytes: 0..3 the sums, 4 and 5 rows of the left side, 6 and 7 blocks of the right one.
struct alignas(64) TileShapes {
    std::uint8_t palette = 1;
    std::uint8_t start = 0;
    std::uint8_t reserved[14] = {};
    std::uint16_t bytes[16] = {64, 64, 64, 64, 64, 64, 64, 64};
    std::uint8_t rows[16] = {16, 16, 16, 16, 16, 16, 16, 16};
};

#define KITH_TILES "amx-tile,amx-int8"

[[gnu::target(KITH_TILES)]] void tiles_begin() {
    static const TileShapes shapes;
    _tile_loadconfig(&shapes);
}

[[gnu::target(KITH_TILES)]] void tiles_end() {
    _tile_release();
}

[[gnu::target(KITH_TILES)]] void tile_product(const std::uint8_t* left, std::size_t stride, std::size_t rows,
                                              std::size_t depth, const std::int8_t* right, const std::int32_t*,
                                              std::int32_t* out, std::size_t out_stride) {
    const std::int8_t* second = right + block * depth;
    _tile_zero(0);
    _tile_zero(1);
    if (rows > 16) {
        _tile_zero(2);
        _tile_zero(3);
        for (std::size_t k = 0; k < depth; k += 64) {
            _tile_loadd(6, right + k * block, 64);
            _tile_loadd(4, left + k, stride);
            _tile_loadd(7, second + k * block, 64);
            _tile_loadd(5, left + 16 * stride + k, stride);
            _tile_dpbusd(0, 4, 6);
            _tile_dpbusd(1, 4, 7);
            _tile_dpbusd(2, 5, 6);
            _tile_dpbusd(3, 5, 7);
        }
        _tile_stored(2, out + 16 * out_stride, out_stride * 4);
        _tile_stored(3, out + 16 * out_stride + block, out_stride * 4);
    } else {
        for (std::size_t k = 0; k < depth; k += 64) {
            _tile_loadd(6, right + k * block, 64);
            _tile_loadd(4, left + k, stride);
            _tile_loadd(7, second + k * block, 64);
            _tile_dpbusd(0, 4, 6);
            _tile_dpbusd(1, 4, 7);
        }
    }
    _tile_stored(0, out, out_stride * 4);
    _tile_stored(1, out + block, out_stride * 4);
}

#endif

}  // namespace

const Products& products_with([[maybe_unused]] Instructions instructions) {
    static constexpr Products portable = {nothing, nothing, portable_product};
#ifdef KITH_X86
    static constexpr Products avx2 = {nothing, nothing, avx2_product};
    static constexpr Products avx_vnni = {nothing, nothing, avx_vnni_product};
    static constexpr Products avx512 = {nothing, nothing, avx512_product};
    static constexpr Products amx = {tiles_begin, tiles_end, tile_product};
    switch (instructions) {
        case Instructions::avx2:
            return avx2;
        case Instructions::avx_vnni:
            return avx_vnni;
        case Instructions::avx512:
            return avx512;
        case Instructions::amx:
            return amx;
        default:
            break;
    }
#endif
    return portable;
}

}  // namespace kith::text::encoder
