// What people judge of claims: that the source says so, that it does not, or what it says instead.
//
// A judgement stands beside the claim as the extractor said it, and is taken back without loss: withdrawn, the claim is
// as it was. Of several on one claim the latest counts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim.hpp"

namespace [[gnu::visibility("default")]] kith {

enum class ClaimVerdict : std::uint8_t { confirmed, rejected, corrected };
std::string_view to_string(ClaimVerdict verdict);
std::optional<ClaimVerdict> parse_claim_verdict(std::string_view name);

// What a claim should say instead.
struct Correction {
    EntityId subject = 0;
    RelationId relation = 0;
    EntityId object = 0;
    Status status = Status::actual;

    bool operator==(const Correction&) const = default;
};

struct ClaimJudgement {
    std::int64_t id = 0;
    ClaimVerdict verdict = ClaimVerdict::confirmed;
    std::string judge{};
    std::string decided{};           // partial date; empty: the judge gave none
    std::optional<ClaimId> claim{};  // nothing: no document says it now
    Claim said{};                    // as the extractor said it, entities as they were born; without confidence and day
    Correction right{};              // as judged; as said where it was confirmed
};

// The confidence of evidence that people vouch for, in thousandths: two careful readers differ too.
inline constexpr int vouched_confidence = 990;

}  // namespace kith
