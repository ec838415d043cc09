// How likely two entities are one, and why.
//
//     StoreFacts facts(profiles, database);
//     PairScorer scorer(profiles, facts);
//     scorer.score(3, 17)    // 0.97: "the only Trump; named with the same others"
//
// A logistic regression over what the names and the company of both say; the weights are in
// graph/resolution/data/pair_weights.tsv, fitted by training/names to pairs that people labelled (docs/design.md).
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/names/name_comparison.hpp"
#include "graph/resolution/entity_profiles.hpp"
#include "graph/resolution/pair_facts.hpp"

namespace kith {

enum class PairFeature : std::size_t {
    name,           // log odds of the names, from -5 to 5
    same_words,     // the names have the same words
    agreeing,       // two words or more of both names agree, and none is exchanged
    called,         // a text calls the one by the other's name
    single,         // persons: the one is known by one word only
    share,          // ... how much of what is said of all who bear that word is said of the other, 0 to 1
    company,        // named with the same others, 0 to 1
    same_document,  // a document names both as two
    kinds,          // of different kinds
    numbers,        // other numbers in their names
    spelling,       // agreeing: letters that differ
    general,        // bodies: what the names share, many others share too ("Health Ministry")
    given,          // single: by the given name
    count
};

using PairFeatures = std::array<double, static_cast<std::size_t>(PairFeature::count)>;

struct PairScore {
    double probability = 0.0;
    PairFeatures features{};
    NameComparison names{};
    const Identifier* shared = nullptr;  // of an identifier that both have: then the names matter no more
    bool by_aliases = false;             // none of the two names that agree is the entity's own
    bool contradictory = false;          // names or identifiers cannot be one actor's: no third joins these two
};

class PairScorer {
public:
    // Both must outlive it.
    PairScorer(const std::vector<EntityProfile>& profiles, PairFacts& facts) : profiles_(profiles), facts_(facts) {}

    // Of two profiles, by index.
    PairScore score(std::size_t one, std::size_t other);

    // Whether their names or identifiers alone keep them apart, whatever a third says. Of each pair once: it is asked
    // for every third again.
    bool contradict(std::size_t one, std::size_t other);

    // "the only Trump; an initial; named with the same others"
    std::string in_words(const PairScore& score, std::size_t one, std::size_t other) const;

private:
    struct Compared {
        NameComparison names{};
        bool by_aliases = false;
    };
    Compared compared(const EntityProfile& one, const EntityProfile& other) const;
    static bool are_two_kinds(const EntityProfile& one, const EntityProfile& other);
    bool found_to_contradict(const EntityProfile& one, const EntityProfile& other) const;
    bool is_contradiction(const NameComparison& names, const EntityProfile& one, const EntityProfile& other) const;
    double share_of_name(const EntityProfile& single, const EntityProfile& full) const;

    const std::vector<EntityProfile>& profiles_;
    PairFacts& facts_;
    std::map<std::pair<std::size_t, std::size_t>, bool> contradictions_;  // of pairs that were asked for
};

}  // namespace kith
