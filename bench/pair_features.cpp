// What tells whether two entities of a database are one, for each pair that may be: to label by hand and learn from.
//
//     build/release/bench/kith_pair_features war.db 0.05 > pairs.tsv     # those of a probability from 0.05
//
// Columns: probability, both entities with their kinds, and the features in the order of PairFeature.
// training/names/fit_pairs.py takes them with the label (1: one actor) in place of the probability.
#include <cstdlib>
#include <iostream>

#include "graph/resolution/candidates.hpp"
#include "graph/resolution/pair_score.hpp"
#include "graph/store/store_database.hpp"

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: kith_pair_features DATABASE LEAST\n";
        return 2;
    }
    const kith::Store store(argv[1]);
    const kith::Database& database = kith::database_of(store);
    const double least = std::strtod(argv[2], nullptr);
    const std::vector<kith::EntityProfile> profiles = kith::read_profiles(database);
    kith::StoreFacts facts(profiles, database);
    kith::PairScorer scorer(profiles, facts);
    for (const auto& [one, other] : kith::candidate_pairs(profiles, nullptr)) {
        const kith::PairScore score = scorer.score(one, other);
        if (score.probability < least) continue;
        std::cout << score.probability;
        for (const kith::EntityProfile& each : {profiles[one], profiles[other]})
            std::cout << '\t' << each.name << " (" << to_string(each.kind) << ')';
        for (const double value : score.features) std::cout << '\t' << value;
        std::cout << '\n';
    }
}
