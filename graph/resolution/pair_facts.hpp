// What two profiles do not tell of a pair, and its score needs: how texts call the two, who else bears their names, and
// whom they are named with.
//
// A store tells it of itself, when it is asked (StoreFacts); where entities lie on many machines, an engine has counted
// it and gives it along with the profiles (api/resolution). So one PairScorer scores for both.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/resolution/company.hpp"
#include "graph/resolution/entity_profiles.hpp"
#include "graph/store/database.hpp"

namespace kith {

// More persons who bear a word make it no name to tell somebody by.
inline constexpr std::size_t most_bearers = 64;

// A person of several words, of which one is a name by which somebody else is known.
struct Bearer {
    EntityId entity = 0;
    const NameWords* name = nullptr;
    std::int64_t weight = 0;
};

class PairFacts {
public:
    virtual ~PairFacts() = default;
    // Whether a text calls one of the two by the whole name of the other: "IRGC".
    virtual bool are_called_alike(EntityId one, EntityId other) = 0;
    // Who bears the one word that somebody is known by, in order of their ids. Nobody, where more than most_bearers do.
    virtual std::vector<Bearer> bearers_of_name(const EntityProfile& single) = 0;
    // The reference stands while others are asked for.
    virtual const Company& company(EntityId entity) = 0;

protected:
    PairFacts() = default;
    PairFacts(const PairFacts&) = default;
    PairFacts& operator=(const PairFacts&) = default;
};

class StoreFacts final : public PairFacts {
public:
    // Both must outlive it.
    StoreFacts(const std::vector<EntityProfile>& profiles, const Database& database);

    bool are_called_alike(EntityId one, EntityId other) override;
    std::vector<Bearer> bearers_of_name(const EntityProfile& single) override;
    const Company& company(EntityId entity) override;

private:
    Company read_company(EntityId entity);

    const std::vector<EntityProfile>& profiles_;
    std::unordered_map<std::string, std::vector<std::size_t>> bearers_;  // indices, by each word
    std::set<std::pair<EntityId, EntityId>> called_;  // a text calls the first by the name of the second
    Statement documents_, mentioned_, spread_;
    std::int64_t document_count_;
    std::unordered_map<EntityId, Company> companies_;
    std::unordered_map<EntityId, std::int64_t> spreads_;  // in how many documents somebody is named
};

}  // namespace kith
