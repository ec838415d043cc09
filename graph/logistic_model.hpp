// A logistic regression whose weights stand in a table of the program: a line "bias" and one a feature, a column a model.
//
//     const LogisticModel<13> model(tsv_rows(table, file, 2, 2), feature_names, 1);
//     model.probability(features)   // 0.97
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "graph/tsv.hpp"

namespace kith {

template <std::size_t Features>
class LogisticModel {
public:
    // Throws Error with file and line for what is no feature or no number. Features without a line weigh nothing.
    LogisticModel(const std::vector<TsvRow>& rows, const std::array<std::string_view, Features>& names,
                  std::size_t column) {
        for (const TsvRow& row : rows) {
            const std::string_view number = row[column];
            double value = 0.0;
            if (std::from_chars(number.data(), number.data() + number.size(), value).ec != std::errc())
                throw Error(row.position_of(column), "no number: " + std::string(number));
            if (row[0] == "bias") {
                bias_ = value;
                continue;
            }
            const auto feature = std::ranges::find(names, row[0]);
            if (feature == names.end()) throw Error(row.position(), "there is no feature " + std::string(row[0]));
            weights_[static_cast<std::size_t>(feature - names.begin())] = value;
        }
    }

    double probability(const std::array<double, Features>& features) const {
        double sum = bias_;
        for (std::size_t i = 0; i < Features; ++i) sum += weights_[i] * features[i];
        return 1.0 / (1.0 + std::exp(-sum));
    }

private:
    double bias_ = 0.0;
    std::array<double, Features> weights_{};
};

}  // namespace kith
