#include "graph/search/ownership.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "graph/error.hpp"
#include "graph/stop.hpp"
#include "graph_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

struct Drawn {
    explicit Drawn(std::string_view picture) { GraphPicture(picture).write(directory.file("drawn.db")); }

    Store store() const { return Store(directory.file("drawn.db")); }

    // "Oleg 30 %: Oleg 60 % Alfa 50 % Beta | Cy at least 20 %: ..."
    std::string ask(const std::string& name, OwnershipQuestion question = {}) const {
        const Store opened = store();
        question.entity = opened.find_entity(name).id;
        std::string text;
        for (const EffectiveShare& each : find_ownership(opened, question).entities) {
            text += (text.empty() ? "" : " | ") + opened.entity(each.entity).name + " " +
                    (each.is_least ? "at least " : "") + share_in_words(each.share) + ":";
            for (const OwnershipChain& chain : each.chains) {
                text += " " + opened.entity(chain.ties.front().owner).name;
                for (const OwnershipTie& tie : chain.ties) {
                    text += " " + (tie.share ? share_in_words(tie.share->least) : "?") + " " +
                            opened.entity(tie.owned).name;
                }
                if (&chain != &each.chains.back()) text += ",";
            }
        }
        return text;
    }

    // "blocked 55 % (20 %): Oleg listed, Alfa 60 %, Beta 55 %"
    std::string rule(const std::string& name, const std::vector<std::string>& blocked, bool sanctioned = false) const {
        const Store opened = store();
        OwnershipQuestion question{.entity = opened.find_entity(name).id, .blocked_by = BlockedParties{{}, sanctioned}};
        for (const std::string& each : blocked) question.blocked_by->named.push_back(opened.find_entity(each).id);
        const FiftyPercentRule rule = find_ownership(opened, question).rule.value();
        const char* const verdicts[] = {"not blocked", "blocked", "undecided"};
        std::string text = std::string(verdicts[static_cast<int>(rule.verdict)]) + " " +
                           share_in_words(rule.aggregate) + " (" + share_in_words(rule.effective) + "):";
        for (const FiftyPercentRule::Step& step : rule.steps) {
            text += " " + opened.entity(step.entity).name +
                    (step.is_listed ? " listed" : " " + share_in_words(step.aggregate)) +
                    (&step == &rule.steps.back() ? "" : ",");
        }
        return text;
    }

    test::TemporaryDirectory directory{};
};

}  // namespace

TEST_CASE("an owner's share is the product along a chain and the sum over chains") {
    const Drawn drawn("Oleg -owns(60%)-> Alfa -owns(50%)-> Beta; Oleg -owns(20%)-> Beta");
    CHECK(drawn.ask("Beta") == "Oleg 50 %: Oleg 60 % Alfa 50 % Beta, Oleg 20 % Beta | Alfa 50 %: Alfa 50 % Beta");
    CHECK(drawn.ask("Oleg", {.down = true}) ==
          "Alfa 60 %: Oleg 60 % Alfa | Beta 50 %: Oleg 60 % Alfa 50 % Beta, Oleg 20 % Beta");
    CHECK(drawn.ask("Oleg").empty());
}

TEST_CASE("a tie without a share is told and not guessed") {
    const Drawn drawn("Oleg -owns-> Alfa -owns(50%)-> Beta; Cy -owns(10%)-> Alfa");
    CHECK(drawn.ask("Beta") ==
          "Alfa 50 %: Alfa 50 % Beta | Cy 5 %: Cy 10 % Alfa 50 % Beta | Oleg at least 0 %: Oleg ? Alfa 50 % Beta");
}

TEST_CASE("of several claims on a tie the newest that tells a share counts, then the surest") {
    CHECK(Drawn("Oleg -owns(60% on 2019)-> Beta; Oleg -owns(30% on 2021)-> Beta; Oleg -owns(on 2022)-> Beta")
              .ask("Beta") == "Oleg 30 %: Oleg 30 % Beta");
    CHECK(Drawn("Oleg -owns(60% 0.5 on 2019)-> Beta; Oleg -owns(30% 0.9 on 2019)-> Beta").ask("Beta") ==
          "Oleg 30 %: Oleg 30 % Beta");
}

TEST_CASE("what is former, denied, planned or acquired is not owned") {
    const Drawn drawn(
        "A -owns(10% former)-> Beta; B -owns(20% denied)-> Beta; C -owns(30% planned)-> Beta; D -acquires(40%)-> Beta");
    CHECK(drawn.ask("Beta").empty());
    CHECK(drawn.ask("Beta", {.filter = {.statuses = {Status::planned}}}) == "C 30 %: C 30 % Beta");
}

TEST_CASE("the filter chooses the claims that count") {
    const Drawn drawn("Oleg -owns(60% 0.3 on 2019)-> Beta; Oleg -owns(30% 0.9 on 2017)-> Beta");
    CHECK(drawn.ask("Beta", {.filter = {.min_confidence = 0.5}}) == "Oleg 30 %: Oleg 30 % Beta");
    CHECK(drawn.ask("Beta", {.filter = {.until = parse_partial_date("2018")->last_day()}}) ==
          "Oleg 30 %: Oleg 30 % Beta");
}

TEST_CASE("of more than all that is claimed effective shares are scaled, and the answer says so") {
    const Drawn drawn("Oleg -owns(90%)-> Beta; Cy -owns(60%)-> Beta");
    CHECK(drawn.ask("Beta") == "Oleg 60 %: Oleg 90 % Beta | Cy 40 %: Cy 60 % Beta");
    const Store store = drawn.store();
    const Ownership found = find_ownership(store, {.entity = store.find_entity("Beta").id});
    REQUIRE(found.overclaimed.size() == 1);
    CHECK(found.overclaimed[0].claimed == doctest::Approx(1.5));
}

TEST_CASE("hostile shares are no shares") {
    for (const std::string item : {"-5%", "1e9%", "NaN%", "101%", "%"}) {
        CAPTURE(item);
        CHECK(Drawn("Oleg -owns(" + item + ")-> Beta").ask("Beta") == "Oleg at least 0 %: Oleg ? Beta");
    }
}

TEST_CASE("entities judged the same own as one, and what they hold of themselves is their owners'") {
    const Drawn drawn("Oleg -owns(60%)-> Alfa; Cy -owns(20%)-> Alfa Holding; Alfa Holding -owns(20%)-> Alfa");
    {
        StoreWriter writer(drawn.directory.file("drawn.db"));
        const Store store = drawn.store();
        writer.judge(store.find_entity("Alfa").id, store.find_entity("Alfa Holding").id, "same", "ana", 1.0);
        writer.commit();
    }
    CHECK(drawn.ask("Alfa").starts_with("Oleg 75 %:"));
    const Store store = drawn.store();
    CHECK(find_ownership(store, {.entity = store.find_entity("Alfa").id}).itself == doctest::Approx(0.2));
}

TEST_CASE("bounds leave out, and the answer says that it is not complete") {
    const Drawn drawn("A -owns(50%)-> B -owns(50%)-> C -owns(50%)-> D");
    CHECK(drawn.ask("D", {.max_hops = 2}) == "C 50 %: C 50 % D | B 25 %: B 50 % C 50 % D");
    CHECK(drawn.ask("A", {.down = true, .max_hops = 1}) == "B 50 %: A 50 % B");
    const Store store = drawn.store();
    const EntityId d = store.find_entity("D").id;
    CHECK(find_ownership(store, {.entity = d, .max_hops = 3}).complete);
    CHECK_FALSE(find_ownership(store, {.entity = d, .max_hops = 2}).complete);
    CHECK_FALSE(find_ownership(store, {.entity = d, .most_entities = 2}).complete);
    store.stop_when({{}, std::chrono::steady_clock::now()});
    CHECK_THROWS_AS(find_ownership(store, {.entity = d}), Stopped);
}

// The examples of OFAC's FAQ 401, with names.
TEST_CASE("the 50 % rule counts what blocked entities hold whole, and nothing of others") {
    CHECK(Drawn("Oleg -owns(50%)-> Alfa -owns(50%)-> Beta").rule("Beta", {"Oleg"}) ==
          "blocked 50 % (25 %): Oleg listed, Alfa 50 %, Beta 50 %");
    CHECK(Drawn("Oleg -owns(50%)-> Alfa -owns(40%)-> Beta; Oleg -owns(10%)-> Beta").rule("Beta", {"Oleg"}) ==
          "blocked 50 % (30 %): Oleg listed, Alfa 50 %, Beta 50 %");
    CHECK(Drawn("Oleg -owns(50%)-> Alfa -owns(25%)-> Gamma; Oleg -owns(50%)-> Beta -owns(25%)-> Gamma")
              .rule("Gamma", {"Oleg"}) == "blocked 50 % (25 %): Oleg listed, Alfa 50 %, Beta 50 %, Gamma 50 %");
    CHECK(Drawn("Oleg -owns(25%)-> Alfa -owns(50%)-> Gamma; Oleg -owns(25%)-> Beta -owns(50%)-> Gamma")
              .rule("Gamma", {"Oleg"}) == "not blocked 0 % (25 %): Gamma 0 %");
    CHECK(Drawn("Oleg -owns(50%)-> Alfa -owns(25%)-> Beta; Cy -owns(25%)-> Beta").rule("Beta", {"Oleg", "Cy"}) ==
          "blocked 50 % (37.5 %): Cy listed, Oleg listed, Alfa 50 %, Beta 50 %");
}

TEST_CASE("the 50 % rule adds what several blocked persons own, to the decimal") {
    const Drawn drawn("Oleg -owns(16.7%)-> Beta; Cy -owns(33.3%)-> Beta; Di -owns(49.9%)-> Gamma");
    CHECK(drawn.rule("Beta", {"Oleg", "Cy"}) == "blocked 50 % (50 %): Oleg listed, Cy listed, Beta 50 %");
    CHECK(drawn.rule("Beta", {"Cy"}) == "not blocked 33.3 % (33.3 %): Cy listed, Beta 33.3 %");
    CHECK(drawn.rule("Gamma", {"Di"}) == "not blocked 49.9 % (49.9 %): Di listed, Gamma 49.9 %");
}

TEST_CASE("the 50 % rule takes those that somebody sanctions") {
    const Drawn drawn(
        "United States:state -sanctions-> Oleg -owns(70%)-> Beta; Iran:state -sanctions(denied)-> Cy -owns(60%)-> "
        "Gamma");
    CHECK(drawn.rule("Beta", {}, true) == "blocked 70 % (70 %): Oleg listed, Beta 70 %");
    CHECK(drawn.rule("Gamma", {}, true) == "not blocked 0 % (0 %): Gamma 0 %");
    CHECK(drawn.rule("Oleg", {}, true) == "blocked 0 % (0 %): Oleg listed");
}

TEST_CASE("where a share that no claim tells decides, the 50 % rule says so") {
    const Drawn drawn("Oleg -owns-> Alfa -owns(50%)-> Beta; Oleg -owns(20%)-> Gamma; Cy -owns-> Gamma");
    CHECK(drawn.rule("Beta", {"Oleg"}) == "undecided 0 % (0 %): Oleg listed, Alfa 0 %, Beta 0 %");
    CHECK(drawn.rule("Gamma", {"Oleg"}) == "not blocked 20 % (20 %): Oleg listed, Gamma 20 %");
}

TEST_CASE("companies that own one another are blocked only by somebody outside") {
    const Drawn drawn("Alfa -owns(60%)-> Beta -owns(60%)-> Alfa; Oleg -owns(40%)-> Alfa");
    CHECK(drawn.rule("Beta", {"Oleg"}) == "not blocked 0 % (37.5 %): Beta 0 %");
    CHECK(drawn.rule("Alfa", {"Oleg", "Beta"}).starts_with("blocked 100 %"));
}

TEST_CASE("the 50 % rule is not asked of holdings") {
    const Drawn drawn("Oleg -owns(60%)-> Beta");
    const Store store = drawn.store();
    CHECK_THROWS_AS(find_ownership(store, {.entity = 1, .down = true, .blocked_by = BlockedParties{}}), Error);
}
