#include "ingest/evaluation/claim_match.hpp"

#include <algorithm>

namespace kith::evaluation {
namespace {

bool says_the_same(const ComparedClaim& claim, const ComparedClaim& earlier, Level level) {
    const ComparedRelation& relation = claim.relations.front();
    const ComparedRelation& earlier_relation = earlier.relations.front();
    switch (level) {
        case Level::pair:
            return has_same_ends(claim, earlier) || has_crossed_ends(claim, earlier);
        case Level::group:
            return relation.group == earlier_relation.group && has_same_ends(claim, earlier);
        case Level::claim:
            return relation.name == earlier_relation.name &&
                   (has_same_ends(claim, earlier) || (relation.symmetric && has_crossed_ends(claim, earlier)));
    }
    return false;
}

}  // namespace

bool has_same_ends(const ComparedClaim& found, const ComparedClaim& gold) {
    return found.subject.front().same_as_any(gold.subject) && found.object.front().same_as_any(gold.object);
}

bool has_crossed_ends(const ComparedClaim& found, const ComparedClaim& gold) {
    return found.subject.front().same_as_any(gold.object) && found.object.front().same_as_any(gold.subject);
}

std::vector<Tellings> told_apart(const std::vector<ComparedClaim>& claims, Level level) {
    std::vector<Tellings> result;
    for (const ComparedClaim& claim : claims) {
        const auto same = std::ranges::find_if(
            result, [&](const Tellings& tellings) { return says_the_same(claim, *tellings.front(), level); });
        if (same == result.end()) {
            result.push_back({&claim});
        } else {
            same->push_back(&claim);
        }
    }
    return result;
}

bool matches(const ComparedClaim& found, const ComparedClaim& gold, Level level) {
    const ComparedRelation& relation = found.relations.front();
    switch (level) {
        case Level::pair:
            return has_same_ends(found, gold) || has_crossed_ends(found, gold);
        case Level::group: {
            if (std::ranges::find(gold.relations, relation.group, &ComparedRelation::group) == gold.relations.end()) {
                return false;
            }
            const bool either_way =
                relation.symmetric || std::ranges::any_of(gold.relations, &ComparedRelation::symmetric);
            return has_same_ends(found, gold) || (either_way && has_crossed_ends(found, gold));
        }
        case Level::claim:
            if (std::ranges::find(gold.relations, relation.name, &ComparedRelation::name) == gold.relations.end()) {
                return false;
            }
            return has_same_ends(found, gold) || (relation.symmetric && has_crossed_ends(found, gold));
    }
    return false;
}

std::vector<std::pair<std::size_t, std::size_t>> match(const std::vector<Tellings>& found,
                                                       const std::vector<Tellings>& gold, Level level) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<bool> taken(gold.size(), false);
    for (std::size_t f = 0; f < found.size(); ++f) {
        for (std::size_t g = 0; g < gold.size(); ++g) {
            if (taken[g] || !matches(*found[f].front(), *gold[g].front(), level)) continue;
            taken[g] = true;
            pairs.emplace_back(f, g);
            break;
        }
    }
    return pairs;
}

}  // namespace kith::evaluation
