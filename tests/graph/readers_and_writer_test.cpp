// Eight readers beside one writer: what docs/embedding.md promises of threads. The thread sanitizer runs this too.
#include <doctest/doctest.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include "graph/rows/path_index.hpp"
#include "graph/search/neighbourhood.hpp"
#include "graph/search/path.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

constexpr int readers = 8, commits = 12, links_each_commit = 20;

EntityReference link_number(int number) {
    return {"Link " + std::to_string(number), EntityKind::organisation, "", {}};
}

// Makes a chain longer: one link supplies the next.
void lengthen_chain(const std::string& path, int begin) {
    StoreWriter writer(path);
    writer.begin({.location = "source " + std::to_string(begin)});
    for (int i = begin; i < begin + links_each_commit; ++i) {
        ClaimRecord claim{.subject = link_number(i), .relation = "supplies", .object = link_number(i + 1)};
        claim.line = static_cast<std::size_t>(i) + 1;
        writer.add(claim);
    }
    writer.commit();
}

// One answer over whatever was committed by now: the last link's name, and whether all that must hold of it does.
struct Seen {
    std::int64_t claims = 0;
    bool sound = true;
};

Seen look(const std::string& path) {
    const Store store(path);
    Seen seen{store.statistics().claims, true};
    // A commit shows whole or not at all.
    seen.sound = seen.claims % links_each_commit == 0;
    const EntityId first = store.find_entity("Link 0").id;
    const EntityId fifth = store.find_entity("Link 5").id;
    const std::vector<Path> paths = find_paths(store, {.from = first, .to = fifth});
    seen.sound = seen.sound && paths.size() == 1 && paths.front().entities.size() == 6;
    const Neighbourhood around = find_neighbourhood(store, {.from = {first}, .filter = {}, .depth = 3});
    return {seen.claims, seen.sound && around.entities.size() == 4};
}

}  // namespace

TEST_CASE("eight readers ask beside one writer, and each sees whole commits only") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("chain.db");
    lengthen_chain(path, 0);

    std::atomic<bool> written = false;
    std::atomic<int> unsound = 0, failures = 0, answers = 0;
    std::vector<std::thread> threads;
    for (int reader = 0; reader < readers; ++reader) {
        threads.emplace_back([&] {
            std::int64_t before = 0;
            do {
                try {
                    const Seen seen = look(path);
                    if (!seen.sound || seen.claims < before) ++unsound;
                    before = seen.claims;
                    ++answers;
                } catch (const std::exception&) {
                    ++failures;
                }
            } while (!written);
        });
    }
    for (int i = 1; i < commits; ++i) {
        lengthen_chain(path, i * links_each_commit);
        if (i == commits / 2) make_path_index(Store(path));
    }
    written = true;
    for (std::thread& thread : threads) thread.join();

    CHECK(unsound == 0);
    CHECK(failures == 0);
    CHECK(answers >= readers);
    CHECK(look(path).claims == commits * links_each_commit);
}

TEST_CASE("several threads that make one index at once leave a whole one") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("chain.db");
    lengthen_chain(path, 0);
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            try {
                for (int round = 0; round < 20; ++round) make_path_index(Store(path));
            } catch (const std::exception&) {
                ++failures;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    CHECK(failures == 0);
    CHECK(check_path_index(Store(path)).claims == links_each_commit);
}

TEST_CASE("writers that meet at a file that is not there yet come one after the other") {
    for (int round = 0; round < 10; ++round) {
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("chain.db");
        std::atomic<int> failures = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 3; ++i) {
            threads.emplace_back([&, i] {
                try {
                    lengthen_chain(path, i * links_each_commit);
                } catch (const std::exception& error) {
                    MESSAGE(std::string(error.what()));
                    ++failures;
                }
            });
        }
        // One that comes to nothing must not take the others' file away.
        threads.emplace_back([&] {
            try {
                const StoreWriter nothing(path);
            } catch (const std::exception&) {
                ++failures;
            }
        });
        for (std::thread& thread : threads) thread.join();
        CHECK(failures == 0);
        CHECK(Store(path).statistics().claims == 3 * links_each_commit);
    }
}
