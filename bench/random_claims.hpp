// Claims for benchmarks that look like those of a large archive: a few actors stand in tens of thousands of claims and
// most in a handful (Chung-Lu graph with power-law degrees, exponents 2.5 out and 2.2 in), 40 relations by Zipf's law,
// one claim in seven between a pair that is tied already, 200 publishers, ten years of days.
//
//     RandomClaims claims({.actors = 100'000, .claims = 1'000'000, .seed = 1});
//     while (const auto claim = claims.next()) use(claim->subject, claim->object);
//
// The same size and seed give the same claims on every machine.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <random>
#include <vector>

#include "graph/claim.hpp"
#include "graph/relation.hpp"

namespace kith::bench {

struct Size {
    std::uint32_t actors = 100'000;
    std::uint32_t claims = 1'000'000;
    std::uint32_t seed = 1;
};

struct RandomClaim {
    std::uint32_t subject = 0, object = 0;  // from 0
    RelationId relation = 0;
    Status status = Status::actual;
    int confidence_thousandths = 0;
    Day day = 0;
    std::uint32_t document = 0;  // from 0
};

inline EntityKind kind_of(std::uint32_t actor) {
    using enum EntityKind;
    constexpr std::array kinds = {person,      person,  organisation,    company, person, party,        person,
                                  armed_group, company, government_body, person,  ngo,    organisation, person,
                                  media,       state};
    return kinds[actor * 2654435761U >> 28];
}

class RandomClaims {
public:
    explicit RandomClaims(Size size) : size_(size), engine_(size.seed) {
        while (std::gcd(stride_, size.actors) != 1) ++stride_;
        const EntityKindSet actors = kinds_of_domain("A");
        double total = 0.0;
        for (const Relation& relation : Ontology::builtin().all()) {
            if (relation.subject_kinds != actors || relation.object_kinds != actors || relations_.size() == 40)
                continue;
            relations_.push_back(relation.id);
            total += 1.0 / static_cast<double>(relations_.size());
            relation_bounds_.push_back(total);
        }
    }

    std::uint32_t documents() const { return size_.claims / 20 + 1; }

    std::optional<RandomClaim> next() {
        if (made_ == size_.claims) return std::nullopt;
        RandomClaim claim = last_;
        if (made_ == 0 || uniform() > 0.15) {
            do {
                claim.subject = actor(2.5, 1);
                claim.object = actor(2.2, 7);
            } while (claim.subject == claim.object);
        }
        const double drawn = uniform() * relation_bounds_.back();
        std::size_t relation = 0;
        while (relation_bounds_[relation] < drawn) ++relation;
        claim.relation = relations_[relation];
        const double kind = uniform();
        claim.status = kind < 0.8 ? Status::actual : static_cast<Status>(1 + static_cast<int>((kind - 0.8) * 25.0));
        claim.confidence_thousandths = 200 + static_cast<int>(400.0 * (uniform() + uniform()));
        claim.day = 16436 + static_cast<Day>(3652.0 * uniform());
        claim.document = made_ / 20;
        ++made_;
        return last_ = claim;
    }

private:
    double uniform() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }

    // Ranks follow a power law from the tenth on, so that the largest hub has some thousandths of all claims. Ranks of
    // subjects and objects are shuffled apart: who says much is not who is talked of.
    std::uint32_t actor(double exponent, std::uint64_t shift) {
        constexpr double first = 10.0;
        const double power = 1.0 - 1.0 / (exponent - 1.0);
        const double low = std::pow(first, power), high = std::pow(first + size_.actors, power);
        const double rank = std::pow(low + uniform() * (high - low), 1.0 / power) - first;
        const auto place = std::min(static_cast<std::uint64_t>(rank), std::uint64_t{size_.actors} - 1);
        return static_cast<std::uint32_t>((place * stride_ * shift + shift) % size_.actors);
    }

    Size size_;
    std::mt19937_64 engine_;
    std::uint64_t stride_ = 40'503;
    std::vector<RelationId> relations_;
    std::vector<double> relation_bounds_;
    std::uint32_t made_ = 0;
    RandomClaim last_;
};

}  // namespace kith::bench
