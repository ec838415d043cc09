#include "query/result_builder.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "query/example_store.hpp"
#include "query/neighbourhood.hpp"

using namespace kith;

namespace {

struct Example {
    test::ExampleStore file{};
    Store store{file.path()};
    ResultBuilder builder{store};

    NeighboursAnswer neighbours(const NeighbourhoodQuestion& question) {
        return builder.neighbours(question, find_neighbourhood(store, question));
    }
    EntityId operator[](std::string_view name) const { return store.find_entity(name).id; }
};

std::vector<std::string> names(const std::vector<NeighbourView>& neighbours) {
    std::vector<std::string> found;
    for (const NeighbourView& each : neighbours) found.push_back(std::to_string(each.hops) + " " + each.entity.name);
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
    const NeighboursAnswer near = example.neighbours({.from = {example["Iran"]}, .filter = {}});
    CHECK(names(near.neighbours) == std::vector<std::string>{"1 Russia", "1 Hezbollah", "1 Wagner Group"});
    const NeighboursAnswer far = example.neighbours({.from = {example["Iran"]}, .filter = {}, .depth = 2});
    CHECK(names(far.neighbours) ==
          std::vector<std::string>{"1 Russia", "1 Hezbollah", "1 Wagner Group", "2 Mali", "2 Bashar al-Assad"});
    CHECK(far.neighbours[3].ties.size() == 1);
    CHECK(far.cut.empty());
    CHECK_FALSE(far.full);
}

TEST_CASE("neighbours of several entities have ties to each") {
    Example example;
    const NeighboursAnswer answer = example.neighbours({.from = {example["Iran"], example["Wagner"]}, .filter = {}});
    REQUIRE(answer.from.size() == 2);
    const auto hezbollah =
        std::ranges::find(answer.neighbours, "Hezbollah", [](const NeighbourView& each) { return each.entity.name; });
    REQUIRE(hezbollah != answer.neighbours.end());
    CHECK(hezbollah->ties.size() == 3);  // backs; supplies, planned and denied
}

TEST_CASE("a neighbourhood heeds avoided entities and kinds") {
    Example example;
    const EntityId iran = example["Iran"];
    CHECK(names(example
                    .neighbours(
                        {.from = {iran}, .filter = {.avoided = {example["Wagner"], example["Russia"]}}, .depth = 9})
                    .neighbours) == std::vector<std::string>{"1 Hezbollah"});
    CHECK(
        names(example.neighbours({.from = {iran}, .filter = {.kinds = {EntityKind::state}}, .depth = 9}).neighbours) ==
        std::vector<std::string>{"1 Russia"});
}

TEST_CASE("a hub that was cut is named, and its neighbours have their tie to it") {
    Example example;
    const NeighboursAnswer answer =
        example.neighbours({.from = {example["Wagner"]}, .filter = {}, .most_neighbours = 2});
    REQUIRE(answer.cut.size() == 1);
    CHECK(answer.cut[0].name == "Wagner Group");
    REQUIRE(answer.neighbours.size() == 2);
    for (const NeighbourView& each : answer.neighbours) CHECK_FALSE(each.ties.empty());
}

TEST_CASE("claims within a set of entities have both ends in it") {
    Example example;
    const EntityId mali = example["Mali"], wagner = example["Wagner"], hezbollah = example["Hezbollah"];
    CHECK(claims_within(example.store, {mali, wagner}, {}).size() == 1);
    CHECK(claims_within(example.store, {mali, hezbollah}, {}).empty());
    CHECK(claims_within(example.store, {mali, wagner, hezbollah}, {}).size() == 3);
}

TEST_CASE("common neighbours have their ties to either") {
    Example example;
    const EntityId russia = example["Russia"], hezbollah = example["Hezbollah"];
    const CommonAnswer answer =
        example.builder.common(russia, hezbollah, {}, find_common_neighbours(example.store, russia, hezbollah));
    REQUIRE(answer.neighbours.size() == 2);
    CHECK(answer.neighbours[0].entity.name == "Iran");
    CHECK(answer.neighbours[0].first_ties.at(0).relation->name == "supplies");
    CHECK(answer.neighbours[0].second_ties.at(0).relation->name == "backs");
}

TEST_CASE("all paths have the hops of one path alone, and no denied tie among them") {
    Example example;
    AllPathsQuestion question;
    question.from = example["Mali"];
    question.to = example["Hezbollah"];
    const PathAnswer answer = example.builder.all_paths(question, find_all_paths(example.store, question));
    CHECK(answer.complete);
    REQUIRE(answer.paths.size() == 3);  // by Wagner alone; by Iran; by Russia and Iran
    const PathQuestion shortest{.from = question.from, .to = question.to};
    const PathAnswer best = example.builder.paths(shortest, find_paths(example.store, shortest));
    CHECK(answer.paths[0].strength == doctest::Approx(best.paths.at(0).strength));
    CHECK(answer.paths[0].hops.at(1).ties.size() == 1);
    CHECK(answer.paths[0].hops.at(1).denials.size() == 1);
    question.directed = true;
    for (const PathView& path : example.builder.all_paths(question, find_all_paths(example.store, question)).paths) {
        for (const HopView& hop : path.hops) CHECK(hop.ties.at(0).subject.id == hop.from.id);
    }
}

TEST_CASE("a path in time order tells the day of each hop") {
    Example example;
    const TimeRespectingQuestion question{.from = example["Mali"], .to = example["Hezbollah"], .filter = {}};
    const PathAnswer answer =
        example.builder.path_in_time_order(question, find_time_respecting_path(example.store, question));
    REQUIRE(answer.paths.size() == 1);
    REQUIRE(answer.paths[0].hops.size() == 2);
    CHECK(date_of(answer.paths[0].hops[0].day.value()).to_string() == "2021-12-01");
    CHECK(answer.paths[0].hops[0].day <= answer.paths[0].hops[1].day);
    CHECK(example.builder.path_in_time_order(question, {}).paths.empty());
}

TEST_CASE("fragility names the documents of each source") {
    Example example;
    FragilityQuestion question;
    question.from = example["Mali"];
    question.to = example["Wagner"];
    const FragilityAnswer answer = example.builder.fragility(question, find_fragility(example.store, question));
    REQUIRE(answer.sources.size() == 1);
    REQUIRE(answer.sources[0].documents.size() == 1);
    CHECK(answer.sources[0].documents[0].location == "bamako.txt");
}

TEST_CASE("a contradiction has who holds it and who denies it") {
    Example example;
    const ContradictionsAnswer all = example.builder.contradictions({}, {});
    REQUIRE(all.contradictions.size() == 1);
    CHECK(all.contradictions[0].held.at(0).status == Status::planned);
    CHECK(all.contradictions[0].denied.at(0).claims[0].speaker->name == "Dmitry Peskov");
    CHECK(example.builder.contradictions(example["Wagner"], {}).contradictions.size() == 1);
    CHECK(example.builder.contradictions(example["Mali"], {}).contradictions.empty());
    CHECK(example.builder.contradictions({}, {.statuses = {Status::actual}}).contradictions.empty());
}
