// A report on how two are tied: the question, the paths with each hop's evidence, what contradicts them, what they rest on,
// the sources, and what was not found. It is written from the answers of query/ask alone, and every sentence about the
// two names the claims that it stands on.
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "query/result.hpp"

namespace kith {

struct PathReport {
    std::string database{};
    std::vector<std::string> restrictions{};  // of the question: "status: actual, planned"
    PathAnswer paths{};
    std::size_t most_evidence = 3;               // quotes of each hop; of its other ties only the words. 0: all
    std::optional<FragilityAnswer> fragility{};  // where there is a path
};

enum class ReportFormat { markdown, html };
void write_report(const PathReport& report, ReportFormat format, std::ostream& out);

}  // namespace kith
