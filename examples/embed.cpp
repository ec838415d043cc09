// Asks a kith database for a path from a program of your own: embed DATABASE FROM TO
#include <iostream>

#include "graph/search/path.hpp"
#include "graph/store/store.hpp"

int main(int argc, char** argv) try {
    if (argc != 4) return 2;
    const kith::Store store(argv[1]);
    const auto from = store.find_entity(argv[2]).matches.at(0);
    const auto to = store.find_entity(argv[3]).matches.at(0);
    for (const kith::Path& path : kith::find_paths(store, {.from = from.id, .to = to.id, .count = 3})) {
        for (const kith::Hop& hop : path.hops) {
            const kith::Claim claim = store.claim(hop.claims.front());
            std::cout << store.entity(claim.subject).name << ' ' << in_words(store.ontology().at(claim.relation)) << ' '
                      << store.entity(claim.object).name << ": " << store.evidence(claim.id).front().evidence.quote
                      << '\n';
        }
        std::cout << '\n';
    }
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
