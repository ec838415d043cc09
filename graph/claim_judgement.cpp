#include "graph/claim_judgement.hpp"

#include <algorithm>
#include <array>

namespace kith {

namespace {

constexpr std::array<std::string_view, 3> verdict_names = {"confirmed", "rejected", "corrected"};

}  // namespace

std::string_view to_string(ClaimVerdict verdict) {
    return verdict_names.at(static_cast<std::size_t>(verdict));
}

std::optional<ClaimVerdict> parse_claim_verdict(std::string_view name) {
    const auto found = std::ranges::find(verdict_names, name);
    if (found == verdict_names.end()) return std::nullopt;
    return static_cast<ClaimVerdict>(found - verdict_names.begin());
}

}  // namespace kith
