// Counts claims that annotators and a system agree on, and sorts out how the others fail.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "ingest/evaluation/calibration.hpp"
#include "ingest/evaluation/compared_claim.hpp"
#include "ingest/evaluation/score.hpp"

namespace kith::evaluation {

class ClaimScorer {
public:
    // Keeps the first so many mistakes as examples; all are counted.
    explicit ClaimScorer(std::size_t most_examples) : most_examples_(most_examples) {}

    // The claims of one article.
    void add(const std::string& article, const std::vector<ComparedClaim>& gold,
             const std::vector<ComparedClaim>& found);

    ClaimScore score() const;
    Calibration calibration() const { return calibrator_.calibration(); }
    const std::vector<Mistake>& examples() const { return examples_; }

private:
    class Article;

    std::size_t most_examples_;
    ClaimScore score_;
    std::map<std::string, Tally> relations_;
    Calibrator calibrator_;
    std::vector<Mistake> examples_;
};

}  // namespace kith::evaluation
