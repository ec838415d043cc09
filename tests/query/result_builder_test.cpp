#include "query/result_builder.hpp"

#include <doctest/doctest.h>

#include "graph/error.hpp"
#include "query/example_store.hpp"
#include "query/neighbourhood.hpp"

using namespace kith;

namespace {

struct Example {
    test::ExampleStore file{};
    Store store{file.path()};
    ResultBuilder builder{store};

    EntityId operator[](std::string_view name) const { return store.find_entity(name).matches.front().id; }
};

std::vector<std::string> names(const std::vector<Neighbour>& neighbours) {
    std::vector<std::string> found;
    for (const Neighbour& each : neighbours) found.push_back(std::to_string(each.hops) + " " + each.entity.name);
    return found;
}

}  // namespace

TEST_CASE("a tie gathers its claims, sources and quotes") {
    Example example;
    const auto ties = example.builder.ties(
        example.store.claims_between(example["Wagner"], example["Hezbollah"], {.statuses = {Status::planned}}));
    REQUIRE(ties.size() == 1);
    CHECK(ties[0].subject.name == "Wagner Group");
    CHECK(ties[0].relation->name == "supplies");
    CHECK(ties[0].sources == 2);
    REQUIRE(ties[0].claims.size() == 1);
    CHECK(ties[0].claims[0].speaker->name == "John Kirby");
    REQUIRE(ties[0].claims[0].quotes.size() == 2);
    CHECK(ties[0].claims[0].quotes[0].document.publisher == "Beirut Courier");
    REQUIRE(ties[0].claims[0].alternatives.size() == 1);
    CHECK(ties[0].claims[0].alternatives[0].object.name == "Iran");
}

TEST_CASE("a cue is marked in bytes of its quote, also behind letters of several bytes") {
    Example example;
    const auto ties = example.builder.ties(example.store.claims_between(example["Wagner"], example["Hezbollah"], {}));
    const QuoteView& quote = ties[0].claims[0].quotes[1];
    CHECK(quote.text.starts_with("In Kirby’s telling"));
    CHECK(quote.text.substr(quote.cue.begin, quote.cue.end - quote.cue.begin) == "let Hezbollah have");
}

TEST_CASE("ties come strongest first, whatever the order of their claims") {
    Example example;
    const auto ties = example.builder.ties(example.store.claims({}));
    for (std::size_t i = 1; i < ties.size(); ++i) CHECK(ties[i - 1].strength >= ties[i].strength);
    CHECK(ties.size() == 8);
}

TEST_CASE("a hop of a path lists the denials that the search left out") {
    Example example;
    PathQuestion question{.from = example["Wagner"], .to = example["Hezbollah"]};
    question.filter.statuses = {Status::planned};
    const PathAnswer answer = example.builder.paths(question, find_paths(example.store, question));
    REQUIRE(answer.paths.size() == 1);
    const HopView& hop = answer.paths[0].hops.at(0);
    CHECK(hop.ties.size() == 1);
    REQUIRE(hop.denials.size() == 1);
    CHECK(hop.denials[0].claims[0].speaker->name == "Dmitry Peskov");

    question.filter.statuses = {Status::denied};
    const PathAnswer denied = example.builder.paths(question, find_paths(example.store, question));
    CHECK(denied.paths.at(0).hops.at(0).ties.size() == 1);
    CHECK(denied.paths.at(0).hops.at(0).denials.empty());
}

TEST_CASE("a profile groups ties by relation and direction, and dates what texts date") {
    Example example;
    const Profile profile = example.builder.profile(example["Wagner"], {});
    CHECK(profile.entity.name == "Wagner Group");
    CHECK(profile.documents == 3);
    CHECK(profile.sources == 3);
    REQUIRE(profile.groups.size() == 3);
    CHECK(in_words(*profile.groups[0].relation, profile.groups[0].inverse) == "supplies");
    CHECK(in_words(*profile.groups[1].relation, profile.groups[1].inverse) == "is hosted by");
    CHECK(in_words(*profile.groups[2].relation, profile.groups[2].inverse) == "is directed by");
    REQUIRE(profile.timeline.size() == 1);
    CHECK(profile.timeline[0].time == "2021-12");
    CHECK(example.builder.profile(example["John Kirby"], {}).said.size() == 3);
}

TEST_CASE("neighbours are listed nearest first, with the ties that lead inwards") {
    Example example;
    const NeighboursAnswer near = example.builder.neighbours(example["Iran"], 1, {}, 100);
    CHECK(names(near.neighbours) == std::vector<std::string>{"1 Russia", "1 Hezbollah", "1 Wagner Group"});
    const NeighboursAnswer far = example.builder.neighbours(example["Iran"], 2, {}, 100);
    CHECK(names(far.neighbours) ==
          std::vector<std::string>{"1 Russia", "1 Hezbollah", "1 Wagner Group", "2 Bashar al-Assad", "2 Mali"});
    CHECK(far.neighbours[3].ties.size() == 1);
}

TEST_CASE("a neighbourhood heeds filters, avoided entities and kinds") {
    Example example;
    const EntityId iran = example["Iran"];
    CHECK(reach(example.store, iran, 9, {.statuses = {Status::planned}}, 100).size() == 3);
    CHECK(reach(example.store, iran, 9, {.avoided = {example["Wagner"], example["Russia"]}}, 100).size() == 2);
    CHECK(reach(example.store, iran, 9, {.kinds = {EntityKind::state}}, 100).size() == 2);
    CHECK(reach(example.store, iran, 0, {}, 100).size() == 1);
    CHECK_THROWS_AS(reach(example.store, iran, 9, {}, 3), Error);
}

TEST_CASE("claims within a neighbourhood have both ends in it") {
    Example example;
    const auto reached = reach(example.store, example["Mali"], 1, {}, 100);
    CHECK(claims_within(example.store, reached, {}).size() == 1);
    const auto wider = reach(example.store, example["Mali"], 2, {}, 100);
    CHECK(claims_within(example.store, wider, {}).size() == 7);  // all but Assad's
}
