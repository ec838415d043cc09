#include "graph/search/fragility.hpp"

#include <doctest/doctest.h>

#include <set>

#include "graph/random_graph.hpp"
#include "graph/search/source_cut.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

bool connected(const SourceCutQuestion& question, const std::set<std::uint32_t>& lost) {
    std::set<std::uint32_t> reached{question.from};
    for (std::size_t size = 0; size != reached.size();) {
        size = reached.size();
        for (const SourcedTie& tie : question.ties) {
            const bool holds = tie.sources.empty() ||
                               std::ranges::any_of(tie.sources, [&](auto source) { return !lost.contains(source); });
            if (!holds) continue;
            if (reached.contains(tie.from)) reached.insert(tie.to);
            if (!question.directed && reached.contains(tie.to)) reached.insert(tie.from);
        }
    }
    return reached.contains(question.to);
}

// The most source-disjoint paths, trying every path with every choice of sources; for tiny questions.
std::size_t most_disjoint_paths(const SourceCutQuestion& question, const std::set<std::uint32_t>& used) {
    std::set<std::set<std::uint32_t>> ways;  // sets of sources that a path can stand on
    std::set<std::uint32_t> visited{question.from};
    const auto extend = [&](const auto& self, std::uint32_t at, const std::set<std::uint32_t>& taken) -> void {
        if (at == question.to) {
            ways.insert(taken);
            return;
        }
        for (const SourcedTie& tie : question.ties) {
            for (const bool back : {false, true}) {
                if (back && question.directed) continue;
                const std::uint32_t from = back ? tie.to : tie.from, to = back ? tie.from : tie.to;
                if (from != at || visited.contains(to)) continue;
                visited.insert(to);
                if (tie.sources.empty()) self(self, to, taken);
                for (const std::uint32_t source : tie.sources) {
                    if (used.contains(source)) continue;
                    std::set<std::uint32_t> more = taken;
                    more.insert(source);
                    self(self, to, more);
                }
                visited.erase(to);
            }
        }
    };
    extend(extend, question.from, {});
    std::size_t most = 0;
    for (const auto& way : ways) {
        std::set<std::uint32_t> more = used;
        more.insert(way.begin(), way.end());
        most = std::max(most, 1 + most_disjoint_paths(question, more));
    }
    return most;
}

}  // namespace

TEST_CASE("a paper that stands behind both ways cuts them both") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Ada -meets(from post)- Bo -meets(from herald)- Cy; Ada -meets(from post)- Dee -meets(from mail)- Cy")
        .write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const Fragility found = find_fragility(store, {.from = id("Ada"), .to = id("Cy"), .filter = {}});
    CHECK(found.connected);
    REQUIRE(found.sources.size() == 1);
    CHECK(found.sources[0].name == "post");
    CHECK(found.exact);
    CHECK(found.at_least == 1);
    CHECK(found.disjoint_paths == 1);
    CHECK(found.disjoint_paths_exact);
    CHECK_FALSE(find_fragility(store, {.from = id("Ada"), .to = id("Cy"), .filter = {}, .max_hops = 1}).connected);
}

TEST_CASE("a tie holds while one of its sources does") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Ada -meets(from post,herald)- Bo -meets(from mail,post,times)- Cy").write(path);
    const Store store(path);
    const auto id = [&](const char* name) { return store.find_entity(name).id; };
    const Fragility found = find_fragility(
        store, {.from = id("Ada"), .to = id("Cy"), .filter = {}, .by = FragilityQuestion::By::publisher});
    REQUIRE(found.sources.size() == 2);
    CHECK(found.sources[0].name == "post");
    CHECK(found.sources[1].name == "herald");
    CHECK(found.exact);
}

TEST_CASE("on thousands of random graphs no fewer sources cut, and the bounds are bounds") {
    Dice dice(41);
    std::size_t cuttable = 0, several = 0, disjoint_exact = 0;
    for (int round = 0; round < 3000; ++round) {
        SourceCutQuestion question;
        question.vertices = static_cast<std::uint32_t>(2 + dice.roll(5));
        question.directed = dice.chance(40);
        const int sources = 1 + dice.roll(6);
        const bool tiny = dice.chance(30);
        for (int i = dice.roll(tiny ? 6 : 14); i > 0; --i) {
            SourcedTie tie;
            tie.from = static_cast<std::uint32_t>(dice.roll(static_cast<int>(question.vertices)));
            tie.to = static_cast<std::uint32_t>(dice.roll(static_cast<int>(question.vertices)));
            for (int source = 0; source < sources; ++source) {
                if (dice.chance(30)) tie.sources.push_back(static_cast<std::uint32_t>(source));
            }
            if (tie.sources.empty() && dice.chance(90)) tie.sources.push_back(0);
            question.ties.push_back(tie);
        }
        std::optional<std::size_t> fewest;
        for (std::uint32_t subset = 0; subset < 1U << sources; ++subset) {
            std::set<std::uint32_t> lost;
            for (std::uint32_t source = 0; source < static_cast<std::uint32_t>(sources); ++source) {
                if (subset >> source & 1U) lost.insert(source);
            }
            if (!connected(question, lost)) fewest = std::min(fewest.value_or(99), lost.size());
        }
        INFO("round " << round);
        const SourceCut found = find_source_cut(question);
        REQUIRE(found.can_be_cut == fewest.has_value());
        if (!fewest) continue;
        ++cuttable;
        several += *fewest > 1;
        REQUIRE(found.exact);
        REQUIRE(found.sources.size() == *fewest);
        REQUIRE(found.at_least == *fewest);
        REQUIRE_FALSE(connected(question, {found.sources.begin(), found.sources.end()}));
        REQUIRE(found.disjoint_paths <= *fewest);
        if (tiny) {
            const std::size_t most = most_disjoint_paths(question, {});
            REQUIRE(found.disjoint_paths <= most);
            if (found.disjoint_paths_exact) REQUIRE(found.disjoint_paths == most);
            disjoint_exact += found.disjoint_paths_exact;
        }

        question.most_branches = 1;
        const SourceCut hasty = find_source_cut(question);
        REQUIRE(hasty.at_least <= *fewest);
        REQUIRE(hasty.sources.size() >= *fewest);
        REQUIRE_FALSE(connected(question, {hasty.sources.begin(), hasty.sources.end()}));
        if (hasty.exact) REQUIRE(hasty.sources.size() == *fewest);
    }
    CHECK(cuttable > 2000);
    CHECK(several > 300);
    CHECK(disjoint_exact > 300);
}
