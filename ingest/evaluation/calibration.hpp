// Gathers confidences and what became of them, into a reliability table.
#pragma once

#include <array>
#include <cstddef>

#include "ingest/evaluation/score.hpp"

namespace kith::evaluation {

class Calibrator {
public:
    // A claim given this confidence, 0 to 1, and whether it was right.
    void add(double confidence, bool right);

    Calibration calibration() const;

private:
    struct Sums {
        std::size_t claims = 0;
        std::size_t right = 0;
        double confidence = 0.0;
    };
    static constexpr std::size_t bin_count = 10;
    std::array<Sums, bin_count> bins_{};
};

}  // namespace kith::evaluation
