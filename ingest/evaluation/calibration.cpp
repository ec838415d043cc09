#include "ingest/evaluation/calibration.hpp"

#include <algorithm>
#include <cmath>

namespace kith::evaluation {

void Calibrator::add(double confidence, bool right) {
    // To thousandths, as claims are stored and printed: 0.7 belongs to the bin that begins with it.
    const auto thousandths = static_cast<std::size_t>(std::lround(std::clamp(confidence, 0.0, 1.0) * 1000.0));
    Sums& bin = bins_[std::min(thousandths * bin_count / 1000, bin_count - 1)];
    ++bin.claims;
    bin.right += right ? 1 : 0;
    bin.confidence += confidence;
}

Calibration Calibrator::calibration() const {
    Calibration result;
    for (std::size_t i = 0; i < bin_count; ++i) {
        const Sums& sums = bins_[i];
        const auto claims = static_cast<double>(sums.claims);
        ConfidenceBin bin;
        bin.from = static_cast<double>(i) / bin_count;
        bin.to = static_cast<double>(i + 1) / bin_count;
        bin.claims = sums.claims;
        if (sums.claims > 0) {
            bin.mean_confidence = sums.confidence / claims;
            bin.share_right = static_cast<double>(sums.right) / claims;
        }
        result.claims += sums.claims;
        result.expected_error += claims * std::abs(bin.mean_confidence - bin.share_right);
        result.bins.push_back(bin);
    }
    if (result.claims > 0) result.expected_error /= static_cast<double>(result.claims);
    return result;
}

}  // namespace kith::evaluation
