// Judgements of claims: how a judged claim stands, and that nothing of what was said is lost.
#include "graph/store/claim_judgements.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "graph/error.hpp"
#include "graph/search/path.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

EntityReference group(const std::string& name) {
    return {.name = name, .kind = EntityKind::armed_group};
}

// A text of its own for each location: "Ada supplies Bo".
void tell(StoreWriter& writer, const std::string& location, const std::string& subject, const std::string& relation,
          const std::string& object, double confidence = 0.6) {
    const std::string text = location + ": " + subject + " " + relation + " " + object;
    if (!writer.begin({.location = location, .publisher = location, .text = text, .sentences = {{0, text.size()}}}))
        return;
    ClaimRecord claim{.subject = group(subject), .relation = relation, .object = group(object)};
    claim.confidence = confidence;
    claim.sentence = {0, text.size()};
    writer.add(claim);
}

// "Ada supplies Bo actual 600", a line a claim, by number.
std::string seen_in(const std::string& path) {
    const Store store(path);
    Statement rows = database_of(store).prepare(
        "SELECT subject || ' ' || relation || ' ' || object || ' ' || status || ' ' || cast(confidence * 1000 AS "
        "INTEGER) FROM claim_text ORDER BY claim, location");
    std::string text;
    while (rows.step()) text.append(rows.text(0)) += '\n';
    return text;
}

bool is_path(const std::string& path, const std::string& from, const std::string& to) {
    const Store store(path);
    return !find_paths(store, {.from = store.find_entity(from).id, .to = store.find_entity(to).id}).empty();
}

struct Fixture {
    test::TemporaryDirectory directory;
    std::string path = directory.file("kith.db");

    Fixture() {
        StoreWriter writer(path);
        tell(writer, "herald", "Ada", "supplies", "Bo");
        tell(writer, "post", "Bo", "supplies", "Cy");
        writer.commit();
    }
    std::int64_t judge(ClaimId claim, ClaimVerdict verdict, std::optional<Correction> right = std::nullopt,
                       const std::string& judge = "mara") const {
        StoreWriter writer(path);
        const std::int64_t id = writer.judge_claim(claim, verdict, judge, right);
        writer.commit();
        return id;
    }
    void withdraw(std::int64_t judgement) const {
        StoreWriter writer(path);
        CHECK(writer.withdraw_claim_judgement(judgement));
        writer.commit();
    }
};

constexpr const char* as_said = "Ada supplies Bo actual 600\nBo supplies Cy actual 600\n";

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a rejected claim is no hop and no edge, and comes back as it was") {
    CHECK(is_path(path, "Ada", "Cy"));
    const std::int64_t judgement = judge(2, ClaimVerdict::rejected);
    CHECK_FALSE(is_path(path, "Ada", "Cy"));
    CHECK(seen_in(path) == "Ada supplies Bo actual 600\nBo supplies Cy rejected 600\n");
    {
        const Store store(path);
        CHECK(store.claims({}).size() == 1);
        CHECK(store.claims({.statuses = {Status::rejected}}).size() == 1);
        CHECK(store.claim(2).status == Status::rejected);
        CHECK(database_of(store).integer("SELECT count(*) FROM edge") == 1);
        CHECK(store.statistics().edges == 1);
        const std::vector<ClaimJudgement> all = store.claim_judgements();
        REQUIRE(all.size() == 1);
        CHECK(all[0].judge == "mara");
        CHECK(all[0].said.status == Status::actual);
        CHECK(all[0].claim == 2);
    }
    withdraw(judgement);
    CHECK(seen_in(path) == as_said);
    CHECK(is_path(path, "Ada", "Cy"));
}

TEST_CASE_FIXTURE(Fixture, "a corrected claim stands as corrected, with what was said beside it") {
    const Store store(path);
    const Correction right{store.find_entity("Cy").id, store.ontology().find("allied_with")->id,
                           store.find_entity("Ada").id, Status::planned};
    const std::int64_t judgement = judge(2, ClaimVerdict::corrected, right);
    CHECK(seen_in(path) == "Ada supplies Bo actual 600\nAda allied_with Cy planned 990\n");
    CHECK(Store(path).claim_judgements().at(0).said.subject == store.find_entity("Bo").id);
    withdraw(judgement);
    CHECK(seen_in(path) == as_said);
}

TEST_CASE_FIXTURE(Fixture, "who confirms a claim vouches for its surest evidence") {
    {
        StoreWriter writer(path);
        tell(writer, "wire", "Ada", "supplies", "Bo", 0.7);
        writer.commit();
    }
    const std::int64_t judgement = judge(1, ClaimVerdict::confirmed);
    CHECK(seen_in(path) == "Ada supplies Bo actual 600\nAda supplies Bo actual 990\nBo supplies Cy actual 600\n");
    CHECK(Store(path).claim(1).confidence == 0.99);
    withdraw(judgement);
    CHECK(Store(path).claim(1).confidence == 0.7);
}

TEST_CASE_FIXTURE(Fixture, "what is read later is judged as what was read before: by what it says") {
    judge(1, ClaimVerdict::rejected);
    StoreWriter writer(path);
    tell(writer, "wire", "Ada", "supplies", "Bo", 0.9);
    writer.commit();
    CHECK(seen_in(path) == "Ada supplies Bo rejected 600\nAda supplies Bo rejected 900\nBo supplies Cy actual 600\n");
}

TEST_CASE_FIXTURE(Fixture, "a judgement waits while no document says its claim") {
    judge(2, ClaimVerdict::rejected);
    StoreWriter writer(path);
    writer.forget(2);
    writer.commit();
    CHECK(seen_in(path) == "Ada supplies Bo actual 600\n");
    REQUIRE(Store(path).claim_judgements().size() == 1);
    CHECK_FALSE(Store(path).claim_judgements()[0].claim);
    tell(writer, "post", "Bo", "supplies", "Cy");
    writer.commit();
    CHECK(seen_in(path) == "Ada supplies Bo actual 600\nBo supplies Cy rejected 600\n");
}

TEST_CASE_FIXTURE(Fixture, "whom only a judgement of a claim holds goes with it") {
    const std::int64_t judgement = judge(2, ClaimVerdict::rejected);
    StoreWriter writer(path);
    writer.forget(2);
    CHECK(writer.store().entities_named("Cy").size() == 1);
    CHECK(writer.withdraw_claim_judgement(judgement));
    CHECK(writer.store().entities_named("Cy").empty());
    CHECK(writer.store().entities_named("Bo").size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "whom only a correction holds goes when its judge judges again") {
    StoreWriter writer(path);
    tell(writer, "wire", "Di", "supplies", "Ed");
    const EntityId di = writer.store().find_entity("Di").id, bo = writer.store().find_entity("Bo").id;
    const auto supplies = writer.store().ontology().find("supplies")->id;
    writer.judge_claim(1, ClaimVerdict::corrected, "mara", Correction{di, supplies, bo, Status::actual});
    writer.forget(3);
    CHECK(writer.store().entities_named("Di").size() == 1);
    CHECK(writer.store().entities_named("Ed").empty());
    writer.judge_claim(1, ClaimVerdict::confirmed, "mara");
    CHECK(writer.store().entities_named("Di").empty());
    writer.commit();
    CHECK(seen_in(path) == "Ada supplies Bo actual 990\nBo supplies Cy actual 600\n");
}

TEST_CASE_FIXTURE(Fixture, "who is named by a judgement that is told and not made is not left behind") {
    const EntityId bo = Store(path).find_entity("Bo").id, cy = Store(path).find_entity("Cy").id;
    const auto supplies = Store(path).ontology().find("supplies")->id;
    judge(1, ClaimVerdict::corrected, Correction{bo, supplies, cy, Status::actual});
    const ClaimRecord said{.subject = group("Ada"), .relation = "supplies", .object = group("Bo")};
    const ClaimRecord right{.subject = group("Gus"), .relation = "supplies", .object = group("Bo")};
    const auto tell_of = [&](const std::string& judge) {
        StoreWriter writer(path);
        writer.add_judgement(
            ClaimJudgementRecord{.verdict = ClaimVerdict::corrected, .judge = judge, .said = said, .right = right});
        writer.commit();
    };
    tell_of("mara");  // who has judged since
    CHECK(Store(path).claim_judgements().size() == 1);
    CHECK(Store(path).entities_named("Gus").empty());
    tell_of("otto");
    CHECK(Store(path).entities_named("Gus").size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "of several judgements on a claim the latest counts; withdrawn, the one before") {
    judge(1, ClaimVerdict::rejected, std::nullopt, "mara");
    const std::int64_t later = judge(1, ClaimVerdict::confirmed, std::nullopt, "otto");
    CHECK(is_path(path, "Ada", "Cy"));
    withdraw(later);
    CHECK_FALSE(is_path(path, "Ada", "Cy"));
    judge(1, ClaimVerdict::confirmed, std::nullopt, "mara");  // she changes her mind
    CHECK(Store(path).claim_judgements().size() == 1);
    CHECK(is_path(path, "Ada", "Cy"));
}

TEST_CASE_FIXTURE(Fixture, "a load in bulk and a run that comes to nothing leave judgements as they are") {
    judge(1, ClaimVerdict::rejected);
    const std::string before = seen_in(path);
    {
        StoreWriter abandoned(path);
        abandoned.expect_claims(1'000'000);
        tell(abandoned, "wire", "Ada", "supplies", "Bo");
    }
    CHECK(seen_in(path) == before);
    StoreWriter writer(path);
    writer.expect_claims(1'000'000);
    tell(writer, "wire", "Ada", "supplies", "Bo");
    writer.commit();
    CHECK(seen_in(path) == "Ada supplies Bo rejected 600\nAda supplies Bo rejected 600\nBo supplies Cy actual 600\n");
}

TEST_CASE_FIXTURE(Fixture, "what cannot be is no correction") {
    StoreWriter writer(path);
    const Store store = writer.store();
    const EntityId ada = store.find_entity("Ada").id, bo = store.find_entity("Bo").id;
    const auto relation = [&](const char* name) { return store.ontology().find(name)->id; };
    const auto correct = [&](const Correction& right) {
        writer.judge_claim(1, ClaimVerdict::corrected, "mara", right);
    };
    CHECK_THROWS_AS(correct({ada, relation("supplies"), bo, Status::actual}), Error);  // says so already
    CHECK_THROWS_AS(correct({ada, relation("supplies"), ada, Status::actual}), Error);
    CHECK_THROWS_AS(correct({ada, relation("relative_of"), bo, Status::actual}), Error);  // persons alone have families
    CHECK_THROWS_AS(writer.judge_claim(77, ClaimVerdict::rejected, "mara"), Error);
}
