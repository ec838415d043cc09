// Asks a kith database how two actors are tied: embed DATABASE FROM TO
#include <iostream>
#include <kith/kith.hpp>

int main(int argc, char** argv) try {
    if (argc != 4) return 2;
    const kith::Store store(argv[1]);
    const auto from = store.find_entity(argv[2]).id;
    const auto to = store.find_entity(argv[3]).id;
    const kith::PathQuestion question{.from = from, .to = to};
    const kith::PathAnswer answer = kith::ResultBuilder(store).paths(question, find_paths(store, question));
    for (const kith::PathView& path : answer.paths) {
        for (const kith::HopView& hop : path.hops) {
            const kith::TieView& tie = hop.ties.front();  // the strongest between the two
            std::cout << tie.subject.name << ' ' << in_words(*tie.relation) << ' ' << tie.object.name << '\n';
            if (const kith::QuoteView* quote = best_quote(tie)) std::cout << "    " << quote->text << '\n';
        }
    }
} catch (const kith::Error& error) {
    std::cerr << error.what() << ". " << error.next_step() << '\n';
    return 1;
}
