// Which claims a question is about. Every query takes the same filter; an empty field does not restrict.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/claim.hpp"

namespace [[gnu::visibility("default")]] kith {

struct ClaimFilter {
    std::vector<RelationId> relations{};           // any of these
    std::vector<RelationId> excluded_relations{};  // none of these
    std::vector<Status> statuses{};                // none: any but `rejected`
    std::vector<EntityId> speakers{};              // said by any of these (canonical ids)
    std::vector<std::string> publishers{};         // published by any of these
    // Found by any of these: "some-model*"; "kith" is kith, and records themselves.
    std::vector<std::string> extractors{};
    double min_confidence = 0.0;
    int min_sources = 0;              // independent sources (lineages) of the tie
    std::optional<Day> since{};       // holding, or where the text tells no time published, on or after
    std::optional<Day> until{};       // ... on or before
    std::vector<EntityKind> kinds{};  // paths: entities on the way must be of one of these kinds
    std::vector<EntityId> avoided{};  // paths: entities not to pass
    std::size_t max_degree = 0;       // paths: entities on the way are tied to at most so many others; 0: any

    bool operator==(const ClaimFilter&) const = default;
};

bool allows_status(const ClaimFilter& filter, Status status);

// As searches take it: a denied tie is no tie, unless it is asked for. Without statuses, all but `denied`.
ClaimFilter without_denied(ClaimFilter filter);

// The days a claim is known for: its time where that is told (an absent end is open), else its first publication.
DayInterval days_of(const Claim& claim);

// Whether some of these days lie between the two, ends included. A claim without any date is never within.
bool holds_within(const Claim& claim, const std::optional<Day>& since, const std::optional<Day>& until);

}  // namespace kith
