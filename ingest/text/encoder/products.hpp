// Products of 8-bit matrices, the work that the encoder's time goes into: rows of unsigned bytes times columns of
// signed ones, summed exactly in 32 bits. One function a set of instructions; all give the same numbers.
//
// Right-hand sides are packed (by training/export.py, and for keys and values by attention.cpp): blocks of 16 columns;
// within a block, for every 4 rows k..k+3, 64 bytes: the 4 of column 0, the 4 of column 1 ... That is the order in
// which VPDPBUSD and the tiles of AMX take them, so nothing is arranged anew when a model is opened, and AVX2 and plain
// C++ read it as well.
//
// Bounds of the sums: 255 * 127 * 16384 (the longest row) < 2^31.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ingest/text/encoder/instructions.hpp"

namespace kith::text::encoder {

inline constexpr std::size_t panel = 32;  // columns and at most rows of one product

constexpr std::size_t filled_to(std::size_t count, std::size_t multiple) {
    return (count + multiple - 1) / multiple * multiple;
}

struct Products {
    // Between begin and end a thread may call product; they set up and give back its tile registers.
    void (*begin)();
    void (*end)();

    // out[r * out_stride + c] = sum over k of left[r * stride + k] * right(k, c), for r < rows and c < 32.
    // 1 <= rows <= 32; depth: a multiple of 64. right: two blocks, the second right after the first. sums: those of
    // right's columns (AVX2 needs them). Rows up to the next multiple of 16 are read and written, whatever they hold.
    void (*product)(const std::uint8_t* left, std::size_t stride, std::size_t rows, std::size_t depth,
                    const std::int8_t* right, const std::int32_t* sums, std::int32_t* out, std::size_t out_stride);
};

// Instructions that this processor lacks must not be asked for: see available_instructions().
const Products& products_with(Instructions instructions);

// Sets up tiles for a scope.
class ProductScope {
public:
    explicit ProductScope(const Products& products) : products_(products) { products_.begin(); }
    ~ProductScope() { products_.end(); }
    ProductScope(const ProductScope&) = delete;
    ProductScope& operator=(const ProductScope&) = delete;

private:
    const Products& products_;
};

}  // namespace kith::text::encoder
