#include "graph/search/path.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "graph/error.hpp"
#include "graph/random_graph.hpp"
#include "graph/rows/question_graph.hpp"
#include "graph/rows/snapshot.hpp"
#include "graph/search/k_shortest_paths.hpp"
#include "graph/search/path_search.hpp"
#include "graph/store/store_writer.hpp"
#include "graph/store/symmetric_relations.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

EntityId named(const Store& store, const std::string& name) {
    return store.find_entity(name).id;
}

std::string in_words(const Store& store, const Path& path) {
    std::string text;
    for (const EntityId id : path.entities) text += (text.empty() ? "" : " ") + store.entity(id).name;
    return text;
}

// Everything of an answer, to compare two.
std::string in_numbers(const std::vector<Path>& paths) {
    std::string text;
    for (const Path& path : paths) {
        for (const EntityId id : path.entities) text += std::to_string(id) + " ";
        text += std::to_string(path.strength) + "\n";
    }
    return text;
}

const char* const names[] = {"Alfa", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel"};
const char* const publishers[] = {"Post", "Herald", "Courier", "Tribune"};

// Claims of four publishers, some said by somebody, some dated, some entities judged the same.
void write_random_store(Dice& dice, const std::string& path) {
    StoreWriter writer(path);
    const char* const relations[] = {"supplies", "backs", "meets", "sanctions"};
    const char* const times[] = {"", "2021", "2022-06", "2020..2023", ".."};
    const auto actor = [&](int number) {
        const EntityKind kind = number % 3 == 0 ? EntityKind::party : EntityKind::organisation;
        return EntityReference{names[number], kind, names[number], {}};
    };
    for (const char* publisher : publishers) {
        DocumentRecord document;
        document.location = document.publisher = publisher;
        document.published = dice.chance(50) ? "2022-01-05" : "";
        writer.begin(document);
        for (std::size_t line = 1; line <= 8; ++line) {
            const int subject = dice.roll(8), object = (subject + 1 + dice.roll(7)) % 8;
            ClaimRecord claim;
            claim.subject = actor(subject);
            claim.object = actor(object);
            claim.relation = relations[dice.roll(4)];
            claim.status = dice.chance(70) ? Status::actual : static_cast<Status>(dice.roll(6));
            claim.confidence = 0.1 * dice.roll(11);
            claim.time = times[dice.roll(4)];
            if (dice.chance(40)) claim.speaker = actor(dice.roll(3));
            if (dice.chance(30)) claim.extractor = "Model 2";
            claim.line = line;
            claim.sentence = {line, line + 1};
            writer.add(claim);
        }
    }
    writer.commit();
    if (!dice.chance(40)) return;
    const Store store(path);
    for (int i = 0; i < 2; ++i) {
        const auto one = store.entities_named(names[dice.roll(8)]);
        const auto other = store.entities_named(names[dice.roll(8)]);
        if (one.empty() || other.empty() || one[0].id == other[0].id) continue;
        writer.judge(one[0].id, other[0].id, "same", "test");
    }
    writer.commit();
}

PathQuestion random_question(Dice& dice, const Store& store, const std::vector<EntityId>& entities) {
    PathQuestion question;
    const auto count = static_cast<int>(entities.size());
    const int from = dice.roll(count);
    question.from = entities[static_cast<std::size_t>(from)];
    question.to = entities[static_cast<std::size_t>((from + 1 + dice.roll(count - 1)) % count)];
    question.count = 1 + dice.roll(5);
    question.max_hops = 1 + dice.roll(6);
    question.directed = dice.chance(40);
    question.order = dice.chance(50) ? PathOrder::fewest_hops : PathOrder::surest;
    ClaimFilter& filter = question.filter;
    if (dice.chance(20)) filter.excluded_relations = {store.ontology().find("backs")->id};
    if (dice.chance(30)) filter.statuses = {Status::actual, static_cast<Status>(dice.roll(6))};
    if (dice.chance(20)) filter.min_confidence = 0.1 * dice.roll(8);
    if (dice.chance(20)) filter.min_sources = dice.roll(4);
    if (dice.chance(15)) filter.kinds = {EntityKind::organisation};
    if (dice.chance(15)) filter.avoided = {entities[static_cast<std::size_t>(dice.roll(count))]};
    if (dice.chance(15)) filter.max_degree = static_cast<std::size_t>(1 + dice.roll(4));
    if (dice.chance(15)) filter.publishers = {"post", publishers[dice.roll(4)]};
    if (dice.chance(15)) filter.extractors = {dice.chance(50) ? "kith" : "MODEL ?"};
    if (dice.chance(15)) filter.speakers = {entities[static_cast<std::size_t>(dice.roll(count))]};
    if (dice.chance(15)) filter.since = PartialDate{2022, 1, 1}.first_day();
    if (dice.chance(15)) filter.until = PartialDate{2021, 6, 1}.first_day();
    return question;
}

std::vector<EntityId> entities_of(const Store& store) {
    std::vector<EntityId> entities;
    for (const char* name : names) {
        for (const Entity& entity : store.entities_named(name)) entities.push_back(entity.id);
    }
    std::ranges::sort(entities);
    entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
    return entities;
}

// By the store's own filter and by trying all paths.
std::vector<std::vector<EntityId>> slow_answers(const Store& store, const PathQuestion& question,
                                                const std::vector<EntityId>& entities) {
    RandomGraph graph;
    for (const EntityId id : entities) graph.entities.emplace_back(id, store.entity(id).kind);
    RandomQuestion same;
    same.from = static_cast<Vertex>(std::ranges::find(entities, question.from) - entities.begin());
    same.to = static_cast<Vertex>(std::ranges::find(entities, question.to) - entities.begin());
    same.directed = question.directed;
    same.symmetric = symmetric_relations(store.ontology());
    same.listings = {store.ontology().find("sanctions")->id, store.ontology().find("designates")->id};
    same.max_hops = question.max_hops;
    same.order = question.order;
    same.filter.kinds = question.filter.kinds;
    same.filter.avoided = question.filter.avoided;
    same.filter.max_degree = question.filter.max_degree;
    ClaimFilter filter = question.filter;
    if (filter.statuses.empty()) {
        filter.statuses = {Status::actual, Status::planned, Status::possible, Status::demanded, Status::former};
    }
    for (const Claim& claim : store.claims(filter)) {
        for (const auto& [evidence, document] : store.evidence(claim.id)) {
            if (evidence.confidence < filter.min_confidence - 1e-6) continue;
            graph.claims.push_back({claim.subject,
                                    claim.relation,
                                    claim.object,
                                    claim.status,
                                    static_cast<int>(std::lround(evidence.confidence * 1000)),
                                    {static_cast<std::uint32_t>(evidence.source)}});
        }
    }
    std::vector<std::vector<EntityId>> answers;
    for (const VertexPath& path : slow_paths(graph, same)) {
        if (answers.size() == static_cast<std::size_t>(question.count)) break;
        auto& answer = answers.emplace_back();
        for (const Vertex vertex : path.vertices) answer.push_back(entities[vertex]);
    }
    return answers;
}

}  // namespace

TEST_CASE("the surest path goes by a common partner rather than by who sanctions both and many more") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture(
        "Office -sanctions(0.9)-> Ada; Office -sanctions(0.9)-> Zoe; Office -sanctions(0.9)-> Bo;"
        "Ada -supplies(0.6)-> Cy; Cy -supplies(0.6)-> Zoe")
        .write(path);
    const Store store(path);
    const auto find = [&](const char* from, const char* to) {
        return find_paths(
            store,
            {.from = named(store, from), .to = named(store, to), .filter = {}, .count = 2, .order = PathOrder::surest});
    };
    const std::vector<Path> paths = find("Ada", "Zoe");
    REQUIRE(paths.size() == 2);
    CHECK(paths[0].entities[1] == named(store, "Cy"));
    CHECK(paths[1].entities[1] == named(store, "Office"));
    CHECK(paths[1].strength == doctest::Approx(0.81));  // it is as sure as it was
    CHECK(find("Office", "Bo")[0].strength == doctest::Approx(0.9));
}

TEST_CASE("a directed question follows an alliance both ways, and a delivery one way") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Bo -allied_with-> Ada; Bo -supplies-> Cy").write(path);
    const Store store(path);
    const auto hops = [&](const char* from, const char* to) {
        return find_paths(store, {.from = named(store, from), .to = named(store, to), .filter = {}, .directed = true})
            .size();
    };
    CHECK(hops("Ada", "Cy") == 1);
    CHECK(hops("Bo", "Ada") == 1);
    CHECK(hops("Cy", "Ada") == 0);
}

TEST_CASE("a path is as strong as the product of its hops, each by its strongest edge") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture(
        "Wagner -supplies(planned 0.4 from post)-> Hezbollah -backs(0.9 from post,herald)-> Tehran;"
        "Wagner -backs(0.7 from herald)-> Hezbollah; Wagner -backs(denied 1 from herald)-> Hezbollah")
        .write(path);
    const Store store(path);
    const auto paths = find_paths(store, {.from = named(store, "Wagner"), .to = named(store, "Tehran"), .filter = {}});
    REQUIRE(paths.size() == 1);
    CHECK(in_words(store, paths[0]) == "Wagner Hezbollah Tehran");
    CHECK(paths[0].strength == doctest::Approx(0.7 * 0.99));
}

TEST_CASE("a denied tie is walked only when it is asked for") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Wagner -supplies(denied)-> Hezbollah").write(path);
    const Store store(path);
    PathQuestion question{.from = named(store, "Wagner"), .to = named(store, "Hezbollah"), .filter = {}};
    CHECK(find_paths(store, question).empty());
    question.filter.statuses = {Status::denied};
    CHECK(find_paths(store, question).size() == 1);
}

TEST_CASE("a path needs two different entities that exist") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Wagner -supplies-> Hezbollah").write(path);
    const Store store(path);
    const EntityId wagner = named(store, "Wagner");
    CHECK_THROWS_AS(find_paths(store, {.from = wagner, .to = wagner, .filter = {}}), Error);
    CHECK_THROWS_AS(find_paths(store, {.from = wagner, .to = 999, .filter = {}}), Error);
}

TEST_CASE("the indexes, a snapshot and trying all paths give the same answers on hundreds of random stores") {
    Dice dice(1914);
    std::size_t answered = 0;
    for (int round = 0; round < 60; ++round) {
        const test::TemporaryDirectory directory;
        const std::string path = directory.file("kith.db");
        write_random_store(dice, path);
        const Store store(path);
        const Projection snapshot = build_snapshot(store);
        const std::vector<EntityId> entities = entities_of(store);
        for (int i = 0; i < 40; ++i) {
            const PathQuestion question = random_question(dice, store, entities);
            INFO("round " << round << ", question " << i);
            const std::vector<Path> by_index = find_paths_by_index(store, question);
            if (ArcFilter::can_judge(question.filter)) {
                REQUIRE(in_numbers(find_paths(store, snapshot, question)) == in_numbers(by_index));
            }
            REQUIRE(in_numbers(find_paths(store, question)) == in_numbers(by_index));
            std::vector<std::vector<EntityId>> found;
            for (const Path& one : by_index) found.push_back(one.entities);
            REQUIRE(found == slow_answers(store, question, entities));
            answered += !found.empty();
        }
    }
    CHECK(answered > 800);
}

TEST_CASE("a snapshot is used while it matches the database, and not after") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    GraphPicture("Wagner -supplies-> Hezbollah").write(path);
    {
        const Store store(path);
        CHECK_FALSE(open_snapshot(store));
        build_snapshot(store);
        const auto snapshot = open_snapshot(store);
        REQUIRE(snapshot);
        CHECK(snapshot->arc_count() == 1);
        CHECK(is_intact(*snapshot));
    }
    GraphPicture("Wagner -backs-> Hezbollah").write(path);
    CHECK_FALSE(open_snapshot(Store(path)));

    // Another database in its place is not mistaken for it, even after as many writes.
    std::filesystem::remove(path);
    GraphPicture("Tehran -supplies-> Hezbollah").write(path);
    CHECK_FALSE(open_snapshot(Store(path)));
}

TEST_CASE("a damaged projection gives no answer out of bounds") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.file("kith.db");
    Dice dice(1815);
    write_random_store(dice, path);
    const Store store(path);
    build_snapshot(store);
    const std::string whole = test::read_file(snapshot_path(store));
    const std::vector<EntityId> entities = entities_of(store);
    int asked = 0;
    for (int round = 0; round < 300; ++round) {
        std::string damaged = whole;
        if (dice.chance(20)) damaged.resize(static_cast<std::size_t>(dice.roll(static_cast<int>(whole.size()))));
        for (int i = 0; i < 20 && !damaged.empty(); ++i) {
            damaged[static_cast<std::size_t>(dice.roll(static_cast<int>(damaged.size())))] =
                static_cast<char>(dice.roll(256));
            if (dice.chance(50)) std::copy_n(whole.begin(), std::min<std::size_t>(64, damaged.size()), damaged.begin());
        }
        const std::string copy = directory.write("copy", damaged);
        std::ofstream(snapshot_path(store), std::ios::binary) << damaged;
        CHECK(open_snapshot(store).has_value() == (damaged == whole));
        try {
            const Projection projection(MemoryBlock::map_file(copy).value_or(MemoryBlock()));
            for (int i = 0; i < 4; ++i, ++asked) {
                const Walk walk = walk_over(store, projection, {}, dice.chance(50));
                const auto last = static_cast<int>(projection.vertex_count());
                const auto draw = [&] { return static_cast<Vertex>(dice.roll(last)); };
                k_shortest_paths(walk, draw(), draw(), 5, PathOrder::surest, 6);
                k_shortest_paths(walk, draw(), draw(), 5, PathOrder::fewest_hops, 6);
            }
        } catch (const Error&) {  // sizes that do not fit
        }
    }
    CHECK(asked > 80);
}
