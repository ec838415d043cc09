// What two stores claim differently, told by what claims say.
#include <doctest/doctest.h>

#include "graph/store/store_writer.hpp"
#include "query/asked_claims.hpp"
#include "query/difference.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

EntityReference company(const std::string& name, const std::vector<Identifier>& identifiers = {}) {
    EntityReference entity{.name = name, .kind = EntityKind::company, .mention = name};
    entity.identifiers = identifiers;
    return entity;
}

ClaimRecord supply(const EntityReference& subject, const EntityReference& object, Status status = Status::actual,
                   const std::string& item = "") {
    return {.subject = subject, .relation = "supplies", .object = object, .status = status, .item = item};
}

class StoreOf {
public:
    explicit StoreOf(const std::vector<ClaimRecord>& claims, const std::string& document = "list") {
        StoreWriter writer(directory_.file("a.db"));
        std::size_t line = 0;
        for (ClaimRecord claim : claims) {
            writer.begin({.location = document, .publisher = document});
            claim.sentence = {10 * line, 10 * line + 9};
            claim.line = ++line;
            writer.add(claim);
        }
        writer.commit();
    }
    void judge(const std::string& kept, const std::string& other) {
        StoreWriter writer(directory_.file("a.db"));
        const Store store = writer.store();
        writer.judge(store.find_entity(kept).id, store.find_entity(other).id, "same", "ana");
        writer.commit();
    }
    Store open() const { return Store(directory_.file("a.db")); }

private:
    test::TemporaryDirectory directory_;
};

Difference between(const StoreOf& first, const StoreOf& second, const ExportQuestion& question = {}) {
    const Store one = first.open(), other = second.open();
    return difference_between(one, each_asked_claim(one, question), other, each_asked_claim(other, question));
}

const EntityReference quorvex = company("Quorvex"), zantibo = company("Zantibo"), oksarra = company("Oksarra");

}  // namespace

TEST_CASE("stores that say the same in another order, in other words for goods and with more evidence do not differ") {
    const StoreOf first({supply(quorvex, zantibo, Status::actual, "drones"), supply(zantibo, oksarra)});
    const StoreOf second({supply(oksarra, quorvex, Status::denied), supply(zantibo, oksarra), supply(zantibo, oksarra),
                          supply(quorvex, zantibo, Status::actual, "drone")},
                         "another list");
    const Difference found = between(first, second, {.filter = {.statuses = {Status::actual}}});
    CHECK(found.is_empty());
    CHECK(between(first, second).came.size() == 1);
    CHECK(between(second, first).went.size() == 1);
}

TEST_CASE("a claim with another status changed, and one that stands beside it with a status of its own did not") {
    const StoreOf first({supply(quorvex, zantibo, Status::planned), supply(quorvex, zantibo, Status::denied)});
    const StoreOf second({supply(quorvex, zantibo, Status::denied), supply(quorvex, zantibo)});
    const Difference found = between(first, second);
    CHECK(found.came.empty());
    CHECK(found.went.empty());
    REQUIRE(found.changed.size() == 1);
    CHECK(found.changed.front().before == Status::planned);
    CHECK(second.open().claim(found.changed.front().id).status == Status::actual);
}

TEST_CASE("of two of one name, identifiers tell of whom a claim is") {
    const EntityReference one = company("Mirelund", {{"wikidata", "Q900001"}});
    const EntityReference other = company("Mirelund", {{"wikidata", "Q900002"}});
    const StoreOf first({supply(one, zantibo), supply(other, oksarra)});
    const StoreOf second({supply(other, oksarra), supply(other, zantibo)});
    const Difference found = between(first, second);
    CHECK(found.went.size() == 1);
    CHECK(found.came.size() == 1);
    CHECK(between(first, first).is_empty());
}

TEST_CASE("who is known by an identifier more is still the same, where nobody else has the name") {
    const StoreOf first({supply(quorvex, zantibo)});
    const StoreOf second({supply(company("Quorvex", {{"wikidata", "Q900001"}}), zantibo)});
    CHECK(between(first, second).is_empty());
}

TEST_CASE("two who were merged are told as merged, and their claims neither went nor came") {
    const StoreOf apart({supply(quorvex, oksarra), supply(zantibo, oksarra)});
    StoreOf together({supply(quorvex, oksarra), supply(zantibo, oksarra)});
    together.judge("Quorvex", "Zantibo");
    const Difference merged = between(apart, together);
    CHECK(merged.came.empty());
    CHECK(merged.went.empty());
    REQUIRE(merged.merged.size() == 1);
    CHECK(merged.merged.front().kept.name == "Quorvex");
    CHECK(merged.merged.front().other.name == "Zantibo");
    CHECK(merged.parted.empty());
    const Difference parted = between(together, apart);
    CHECK(parted.merged.empty());
    REQUIRE(parted.parted.size() == 1);
    CHECK(parted.parted.front() == merged.merged.front());
    CHECK(between(together, together).is_empty());
}

TEST_CASE("a merge that the claims asked for do not touch is not told, and one of somebody new is none") {
    const StoreOf apart({supply(quorvex, oksarra), supply(zantibo, oksarra, Status::denied)});
    StoreOf together({supply(quorvex, oksarra), supply(company("Mirelund"), oksarra)});
    together.judge("Quorvex", "Mirelund");
    CHECK(between(apart, together).merged.empty());
    StoreOf another({supply(quorvex, oksarra), supply(zantibo, oksarra, Status::denied), supply(oksarra, quorvex)});
    another.judge("Quorvex", "Zantibo");
    CHECK(between(apart, another).merged.size() == 1);
    CHECK(between(apart, another, {.filter = {.statuses = {Status::former}}}).is_empty());
}

TEST_CASE("what is fed again has the claims on those who were merged since, by the name that they go by now") {
    const StoreOf apart({supply(quorvex, oksarra), supply(zantibo, oksarra)});
    StoreOf together({supply(quorvex, oksarra), supply(zantibo, oksarra), supply(company("Mirelund"), oksarra)});
    together.judge("Quorvex", "Zantibo");
    const Store known = apart.open(), store = together.open();
    std::size_t count = 0;
    each_asked_claim(store, {.not_in = &known})([&](const Claim&) { ++count; });
    CHECK(count == 3);
}

TEST_CASE("an export leaves out what another store claims") {
    const StoreOf first({supply(quorvex, zantibo), supply(zantibo, oksarra, Status::planned)});
    const StoreOf second({supply(quorvex, zantibo), supply(zantibo, oksarra), supply(oksarra, quorvex)});
    const Store known = first.open(), store = second.open();
    std::size_t count = 0;
    each_asked_claim(store, {.not_in = &known})([&](const Claim&) { ++count; });
    CHECK(count == 2);
}
