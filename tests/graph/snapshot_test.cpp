#include "graph/rows/snapshot.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "bench/random_database.hpp"
#include "graph/error.hpp"
#include "graph/rows/path_index.hpp"
#include "graph/rows/projection_layout.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

// Writes the file under its name, as damage would: the same file, other bytes.
void overwrite(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string problem_of(const Store& store) {
    try {
        check_path_index(store);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("no zeroed page, flipped bit or cut end of a snapshot stays unnoticed") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    bench::write_random_database({.actors = 5'000, .claims = 30'000, .seed = 3}, path);
    const Store store(path);
    const std::string file = snapshot_path(store);
    const ProjectionHeader header = build_snapshot(store).header();
    const ProjectionLayout layout(header.vertices, header.arc_room, header.hubs);
    const std::string whole = test::read_file(file);
    REQUIRE(whole.size() == layout.end);
    REQUIRE(header.hubs > 0);
    REQUIRE(problem_of(store).empty());
    REQUIRE(layout.out_arcs > ProjectionLayout::checksum_block);  // several blocks

    const auto expect_noticed = [&](const std::string& damaged, std::size_t place) {
        INFO("at " << place << " of " << whole.size());
        overwrite(file, damaged);
        CHECK(problem_of(store).find("the index is damaged") != std::string::npos);
        if (place < layout.out_arcs) CHECK_FALSE(open_snapshot(store));
    };
    constexpr std::size_t page = 4096;
    for (std::size_t begin = 0; begin < whole.size(); begin += page) {
        const std::size_t size = std::min(page, whole.size() - begin);
        std::string zeroed = whole;
        zeroed.replace(begin, size, size, '\0');
        if (zeroed != whole) expect_noticed(zeroed, begin);
        std::string flipped = whole;
        flipped[begin + begin / page * 37 % size] ^= 0x10;
        expect_noticed(flipped, begin + size - 1);
    }
    // The first and last byte of every section.
    for (const std::size_t begin :
         {layout.entities, layout.out_begins, layout.in_begins, layout.kinds, layout.out_arcs, layout.in_arcs,
          layout.hubs, layout.hub_counts, layout.hub_neighbours, layout.hub_places, layout.checksums, layout.end}) {
        for (const std::size_t place : {begin, begin - 1}) {
            if (place == layout.end || (place >= 8 && place < 16)) continue;
            std::string flipped = whole;
            flipped[place] ^= 0x01;
            expect_noticed(flipped, place);
        }
    }
    for (std::size_t left = whole.size() - 1; left > 0; left /= 3) expect_noticed(whole.substr(0, left), 0);

    overwrite(file, whole);
    CHECK(problem_of(store).empty());
}

TEST_CASE("a snapshot of another version is made anew, not called damaged") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    bench::write_random_database({.actors = 50, .claims = 100, .seed = 3}, path);
    const Store store(path);
    build_snapshot(store);
    std::string other = test::read_file(snapshot_path(store));
    other[8] = 1;
    overwrite(snapshot_path(store), other);
    CHECK_FALSE(open_snapshot(store));
    CHECK(problem_of(store).find("no index that fits the database") != std::string::npos);
}

TEST_CASE("a snapshot that cannot be made leaves the old one and no other file") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    bench::write_random_database({.actors = 50, .claims = 100, .seed = 3}, path);
    std::filesystem::create_directory(path + ".graph");  // not to be replaced by a file
    const Store store(path);
    CHECK_THROWS_AS(build_snapshot(store), Error);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(directory.path())) {
        files += entry.path().string().find(".graph.") != std::string::npos;
    }
    CHECK(files == 0);
}

TEST_CASE("who may not read the database may not read its index either") {
    namespace fs = std::filesystem;
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    bench::write_random_database({.actors = 50, .claims = 100, .seed = 3}, path);
    constexpr fs::perms own = fs::perms::owner_read | fs::perms::owner_write;
    fs::permissions(path, own);
    const Store store(path);
    build_snapshot(store);
    CHECK(fs::status(snapshot_path(store)).permissions() == own);
}
