// The first answer of a fresh process: opens the database, asks for one shortest path and prints the milliseconds since
// main began, the hops, and the largest memory of the process.
//
//     for pair in "17 4711" "23 90210"; do kith_first_answer large.db $pair; done          # a snapshot if there is one
//     kith_first_answer large.db 17 4711 index                                             # straight from the indexes
#include <sys/resource.h>

#include <chrono>
#include <iostream>
#include <string>

#include "graph/search/path_search.hpp"

int main(int count, char** arguments) {
    using namespace kith;
    const auto begin = std::chrono::steady_clock::now();
    if (count < 4) {
        std::cerr << "usage: kith_first_answer DATABASE FROM TO [index]\n";
        return 2;
    }
    const Store store(arguments[1]);
    const PathQuestion question{.from = std::stoll(arguments[2]), .to = std::stoll(arguments[3]), .filter = {}};
    const std::vector<Path> paths = count > 4 ? find_paths_by_index(store, question) : find_paths(store, question);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << taken.count() << " ms, " << (paths.empty() ? 0 : paths[0].entities.size() - 1) << " hops, "
              << usage.ru_maxrss / 1024 << " MB\n";
}
