// What a net's scores say: probabilities of them, and the best one. All in double precision.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <ranges>
#include <span>
#include <vector>

namespace kith::text {

// Of a yes or no.
inline double sigmoid(float logit) {
    return 1.0 / (1.0 + std::exp(-static_cast<double>(logit)));
}

// Of each score of a row against the others; the row has at least one.
inline std::vector<double> softmax(std::span<const float> row) {
    const double top = *std::ranges::max_element(row);
    std::vector<double> result;
    double sum = 0.0;
    for (const float value : row) sum += result.emplace_back(std::exp(static_cast<double>(value) - top));
    for (double& value : result) value /= sum;
    return result;
}

// The first of the largest; the row has at least one.
inline std::size_t index_of_best(const std::ranges::random_access_range auto& row) {
    return static_cast<std::size_t>(std::ranges::max_element(row) - std::ranges::begin(row));
}

}  // namespace kith::text
