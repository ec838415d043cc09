// Counts names that annotators and a system agree on, by their exact place in the text.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/evaluation/named_spans.hpp"
#include "ingest/evaluation/score.hpp"

namespace kith::evaluation {

class NameScorer {
public:
    // The names of one article. Of several at one place the last counts.
    void add(const std::vector<NamedSpan>& gold, const std::vector<NamedSpan>& found);

    NameScore score() const;

private:
    NameScore score_;
    std::map<std::string, KindRecall> kinds_;
};

}  // namespace kith::evaluation
