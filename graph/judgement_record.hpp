// Judgements of people as an exported store tells them, before another store knows whom and what they are of.
//
//     sink.add_judgement(SamenessRecord{.entity = wagner, .other = pmc_wagner, .verdict = "same", .judge = "ana"});
#pragma once

#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "graph/claim_judgement.hpp"

namespace [[gnu::visibility("default")]] kith {

// Whether two entities are one.
struct SamenessRecord {
    EntityReference entity{}, other{};  // as they were born; the first keeps its name
    std::string verdict{};              // same, different, unsure
    std::string judge{};
    std::string decided{};  // partial date; empty: the judge gave none
    double score = 1.0;     // how surely
    std::vector<std::string>
        documents{};  // in which the other is named as the entity: their SHA-256 in the store, in hexadecimal
};

// What a claim should have said.
struct ClaimJudgementRecord {
    ClaimVerdict verdict = ClaimVerdict::confirmed;
    std::string judge{};
    std::string decided{};
    ClaimRecord said{};   // what tells it from other claims (graph/claim_identity), without evidence
    ClaimRecord right{};  // its ends, relation and status as judged; heeded where it was corrected
};

}  // namespace kith
