#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

#include "ingest/text/encoder/products.hpp"

using namespace kith::text::encoder;

namespace {

// A left side of bytes, row after row, and a right side in packed order with its sums.
struct Factors {
    std::size_t depth;
    std::vector<std::uint8_t> left;
    std::vector<std::int8_t> right;
    std::vector<std::int32_t> sums;

    std::int32_t right_at(std::size_t k, std::size_t column) const {
        return right[column / 16 * 16 * depth + k / 4 * 64 + column % 16 * 4 + k % 4];
    }
};

template <typename LeftByte, typename RightByte>
Factors factors_of(std::size_t depth, LeftByte left, RightByte right) {
    Factors f{depth, std::vector<std::uint8_t>(panel * depth), std::vector<std::int8_t>(panel * depth),
              std::vector<std::int32_t>(panel)};
    for (auto& byte : f.left) byte = static_cast<std::uint8_t>(left());
    for (auto& byte : f.right) byte = static_cast<std::int8_t>(right());
    for (std::size_t column = 0; column < panel; ++column) {
        for (std::size_t k = 0; k < depth; ++k) f.sums[column] += f.right_at(k, column);
    }
    return f;
}

void check(const Factors& f, std::size_t rows) {
    for (const Instructions instructions : available_instructions()) {
        const Products& products = products_with(instructions);
        constexpr std::size_t stride = panel + 16;
        std::vector<std::int32_t> out(panel * stride, 12345);
        {
            const ProductScope scope(products);
            products.product(f.left.data(), f.depth, rows, f.depth, f.right.data(), f.sums.data(), out.data(), stride);
        }
        std::size_t wrong = 0;
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t column = 0; column < panel; ++column) {
                std::int32_t sum = 0;
                for (std::size_t k = 0; k < f.depth; ++k) sum += f.left[r * f.depth + k] * f.right_at(k, column);
                wrong += out[r * stride + column] != sum;
            }
            for (std::size_t column = panel; column < stride; ++column) wrong += out[r * stride + column] != 12345;
        }
        CAPTURE(name_of(instructions));
        CAPTURE(rows);
        CAPTURE(f.depth);
        CHECK(wrong == 0);
    }
}

}  // namespace

TEST_CASE("all instructions give the exact product, for every number of rows") {
    std::mt19937 random(1);
    const auto byte = [&] { return static_cast<int>(random() % 256); };
    const auto signed_byte = [&] { return static_cast<int>(random() % 255) - 127; };
    for (const std::size_t depth : {64U, 128U, 320U, 768U}) {
        const Factors f = factors_of(depth, byte, signed_byte);
        for (std::size_t rows = 1; rows <= panel; ++rows) check(f, rows);
    }
}

TEST_CASE("the largest bytes overflow nowhere") {
    for (const int left : {0, 1, 127, 128, 255}) {
        for (const int right : {-127, 0, 127}) {
            check(factors_of(
                      3072, [=] { return left; }, [=] { return right; }),
                  panel);
        }
    }
    check(factors_of(
              16384, [] { return 255; }, [] { return -127; }),
          3);
}
