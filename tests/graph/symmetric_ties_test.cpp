// A symmetric tie stands once, whichever way round its claims were told before their ends were merged: in what the
// store gives, in the view `edge`, and in the rows of all graphs.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "graph/random_graph.hpp"
#include "graph/rows/indexed_graph.hpp"
#include "graph/rows/projection.hpp"
#include "graph/store/database.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "graph/store/symmetric_relations.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

EntityReference actor(int number) {
    return {"Actor " + std::string(1, static_cast<char>('A' + number)), EntityKind::organisation, "", {}};
}

void write_random_store(Dice& dice, const std::string& path) {
    StoreWriter writer(path);
    for (int document = 0; document < 3; ++document) {
        DocumentRecord record;
        record.location = "list " + std::to_string(document);
        record.published = "2023-11-0" + std::to_string(1 + dice.roll(3));
        writer.begin(record);
        for (std::size_t line = 1; line <= 15; ++line) {
            const int subject = dice.roll(7);
            ClaimRecord claim{.subject = actor(subject),
                              .relation = dice.chance(70) ? "meets" : "supplies",
                              .object = actor((subject + 1 + dice.roll(6)) % 7),
                              .confidence = 0.1 * dice.roll(11),
                              .sentence = {line, line + 1},
                              .line = line};
            if (dice.chance(40)) claim.speaker = actor(dice.roll(7));
            writer.add(claim);
        }
    }
    for (int i = dice.roll(4); i > 0; --i) {
        const EntityId one = 1 + dice.roll(7), other = 1 + dice.roll(7);
        if (one != other && writer.counts().entities >= 7) writer.judge(one, other, "same", "test");
    }
    writer.commit();
}

// A tie in a line: its ends, what it says, and how many claims or sources it has.
std::string line(EntityId subject, std::int64_t relation, EntityId object, std::int64_t status, std::int64_t count) {
    std::string text;
    for (const std::int64_t number : {subject, relation, object, status, count}) text += std::to_string(number) + " ";
    return text;
}

using Lines = std::multiset<std::string>;

Lines ties_of_store(const Store& store, const ClaimFilter& filter = {}) {
    Lines lines;
    for (const Tie& tie : store.ties(store.claims(filter))) {
        lines.insert(line(tie.subject, tie.relation, tie.object, static_cast<int>(tie.status), tie.sources));
    }
    return lines;
}

Lines ties_of_view(const Store& store, int fewest_sources = 0) {
    Lines lines;
    Statement rows = database_of(store).prepare("SELECT subject, relation, object, status, sources FROM edge");
    while (rows.step()) {
        if (rows.integer(4) < fewest_sources) continue;
        lines.insert(line(rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)));
    }
    return lines;
}

// Claims instead of sources, of which arcs count few. `incoming`: from the rows of the objects.
template <typename Graph>
Lines claims_of_rows(const Graph& graph, const std::vector<EntityId>& entities, bool incoming) {
    std::map<std::string, std::int64_t> claims;
    for (const EntityId id : entities) {
        const Vertex vertex = *graph.find(id);
        const auto row = incoming ? graph.in(vertex) : graph.out(vertex);
        for (const Arc& arc : row) {
            if (arc.word.further()) continue;
            const EntityId other = graph.entity(arc.other);
            ++claims[line(incoming ? other : id, arc.word.relation(), incoming ? id : other,
                          static_cast<int>(arc.word.status()), 0)];
        }
    }
    Lines lines;
    for (const auto& [tie, count] : claims) lines.insert(tie + std::to_string(count));
    return lines;
}

Lines claims_of_store(const Store& store, const ClaimFilter& filter) {
    Lines lines;
    for (const Tie& tie : store.ties(store.claims(filter))) {
        lines.insert(line(tie.subject, tie.relation, tie.object, static_cast<int>(tie.status), 0) +
                     std::to_string(tie.claims.size()));
    }
    return lines;
}

}  // namespace

TEST_CASE("two ends that meet are tied once, though one of them stood first and now stands last") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Alfa -meets- Bravo; Bravo -meets- Charlie").write(path);
    {
        StoreWriter writer(path);
        writer.judge(3, 1, "same", "test");  // Alfa stands under Charlie: 1 - 2 becomes 3 - 2
        writer.commit();
    }
    const Store store(path);
    CHECK(store.ties(store.claims({})).size() == 1);
    CHECK(store.ties(store.claims_between(2, 3, {})).size() == 1);
    CHECK(store.statistics().edges == 1);
    CHECK(database_of(store).integer("SELECT count(*) FROM edge") == 1);
    const Projection graph = project(store);
    CHECK(graph.between(*graph.find(2), *graph.find(3)).size() == 2);
    CHECK(graph.between(*graph.find(3), *graph.find(2)).empty());
}

TEST_CASE("store, view and rows give the same ties after random merges, and each symmetric one once") {
    Dice dice(1648);
    int merged = 0;
    for (int round = 0; round < 200; ++round) {
        INFO("round " << round);
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("kith.db");
        write_random_store(dice, path);
        const Store store(path);
        const Lines ties = ties_of_store(store);
        REQUIRE(ties == ties_of_view(store));
        REQUIRE(store.statistics().edges == static_cast<std::int64_t>(ties.size()));
        for (const Claim& claim : store.claims({})) {
            if (is_symmetric(store.ontology(), claim.relation)) REQUIRE(claim.subject <= claim.object);
        }
        std::set<EntityId> canonical;
        for (EntityId id = 1; id <= 7; ++id) canonical.insert(store.canonical(id));
        merged += canonical.size() < 7;
        const std::vector<EntityId> entities(canonical.begin(), canonical.end());

        ClaimFilter filter;
        if (dice.chance(30)) filter.since = PartialDate{2023, 11, 2}.first_day();
        if (dice.chance(30)) filter.speakers = {entities.front()};
        if (dice.chance(30)) filter.min_sources = 2;
        if (filter.min_sources == 2 && !filter.since && filter.speakers.empty()) {
            REQUIRE(ties_of_store(store, filter) == ties_of_view(store, 2));
        }
        const Lines claims = claims_of_store(store, filter);
        const IndexedGraph indexed(store, filter, IndexedGraph::Sources::in_rows);
        REQUIRE(claims_of_rows(indexed, entities, false) == claims);
        REQUIRE(claims_of_rows(indexed, entities, true) == claims);
        if (filter.min_sources > 1 && filter.speakers.empty() && !filter.since) continue;  // which arcs judge
        const Projection graph = project(store, filter);
        REQUIRE(claims_of_rows(graph, entities, false) == claims);
        REQUIRE(claims_of_rows(graph, entities, true) == claims);
    }
    CHECK(merged > 100);
}
