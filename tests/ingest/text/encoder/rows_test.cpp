#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "ingest/text/encoder/attention.hpp"
#include "ingest/text/encoder/rows.hpp"

using namespace kith::text::encoder;

namespace {

std::vector<float> random_floats(std::size_t count, unsigned seed, float spread = 1) {
    std::mt19937 random(seed);
    std::vector<float> values(count);
    for (float& value : values) value = spread * (static_cast<float>(random() % 20001) / 10000.0F - 1.0F);
    return values;
}

}  // namespace

TEST_CASE("bytes give a row of floats back to within half a step") {
    for (const Instructions instructions : available_instructions()) {
        std::vector<float> row = random_floats(768, 2, 3);
        row[5] = 11;
        std::vector<std::uint8_t> bytes(row.size());
        RowScale scale;
        quantize_rows(instructions, row.data(), 1, row.size(), nullptr, bytes.data(), &scale);
        float worst = 0;
        for (std::size_t i = 0; i < row.size(); ++i) {
            worst = std::max(worst, std::abs(scale.scale * static_cast<float>(bytes[i] - scale.zero) - row[i]));
        }
        CHECK(scale.scale == doctest::Approx(14.0 / 255).epsilon(0.001));
        CHECK(worst <= scale.scale * 1.01F);  // half a step, and half a step of the zero

        const std::vector<float> nothing(64, 0.0F);
        quantize_rows(instructions, nothing.data(), 1, 64, nullptr, bytes.data(), &scale);
        CHECK(scale.scale == 0);
    }
}

TEST_CASE("the GELU is right to six digits") {
    const std::vector<float> ones(32, 1.0F);
    const std::vector<float> zeros(32, 0.0F);
    const std::vector<std::int32_t> no_sums(32, 0);
    for (int step = -6000; step <= 6000; ++step) {
        const float x = static_cast<float>(step) / 1000.0F;
        const std::vector<std::int32_t> one(32, 1);
        const std::vector<float> bias(32, 0.0F);
        const RowScale scale{x, 0};
        float out[32];
        finish_product(Instructions::portable, one.data(), 1, &scale, {ones.data(), no_sums.data(), bias.data()}, true,
                       out, 32);
        const double exact = 0.5 * x * (1 + std::erf(x / std::sqrt(2.0)));
        REQUIRE(std::abs(static_cast<double>(out[0]) - exact) < 1e-5);
    }
}

TEST_CASE("attention in bytes is near the one in doubles, and has the same bits with all instructions") {
    constexpr std::size_t pieces = 45;
    for (const std::size_t width : {32U, 64U, 96U}) {
        const std::size_t stride = 3 * width;
        std::vector<float> rows = random_floats(pieces * stride, 3, 2);
        for (std::size_t t = 0; t < pieces; ++t) {
            for (std::size_t i = 0; i < width; ++i) rows[t * stride + width + i] += i % 7 == 0 ? 20.0F : -3.0F;  // keys
        }
        const std::vector<float> bias = random_floats(128, 4);
        std::vector<std::uint32_t> places(pieces);
        for (std::uint32_t t = 0; t < pieces; ++t) places[t] = t;

        std::vector<double> exact(pieces * width, 0.0);
        for (std::size_t q = 0; q < pieces; ++q) {
            std::vector<double> share(pieces);
            double total = 0;
            for (std::size_t k = 0; k < pieces; ++k) {
                double score = 0;
                for (std::size_t i = 0; i < width; ++i) {
                    score +=
                        static_cast<double>(rows[q * stride + i]) * static_cast<double>(rows[k * stride + width + i]);
                }
                score = score / std::sqrt(static_cast<double>(width)) + static_cast<double>(bias[64 + k - q]);
                share[k] = score;
            }
            const double most = *std::ranges::max_element(share);
            for (double& s : share) total += s = std::exp(s - most);
            for (std::size_t k = 0; k < pieces; ++k) {
                for (std::size_t i = 0; i < width; ++i) {
                    exact[q * width + i] += share[k] / total * static_cast<double>(rows[k * stride + 2 * width + i]);
                }
            }
        }

        std::vector<float> first;
        for (const Instructions instructions : available_instructions()) {
            const Machine machine{instructions, products_with(instructions)};
            HeadMemory memory;
            memory.assign(machine, rows.data() + width, rows.data() + 2 * width, stride, pieces, width);
            Attention attention;
            std::vector<float> got(pieces * width);
            attention.text(machine, memory, {bias.data() + 64}, rows.data(), stride, pieces, places.data(), got.data(),
                           width);
            if (first.empty()) first = got;
            CHECK(got == first);
            double wrong = 0;
            double size = 0;
            for (std::size_t i = 0; i < got.size(); ++i) {
                wrong += std::pow(static_cast<double>(got[i]) - exact[i], 2);
                size += exact[i] * exact[i];
            }
            CAPTURE(width);
            CHECK(std::sqrt(wrong / size) < 0.02);
        }
    }
}
