#include "query/export/view.hpp"

#include <doctest/doctest.h>

using namespace kith;

namespace {

const Entity iran{1, "Iran", EntityKind::state};
const Entity hezbollah{2, "Hezbollah", EntityKind::armed_group};
const Entity kirby{3, "John Kirby", EntityKind::person};

QuoteView quote(const std::string& text, const std::string& publisher = "Kyiv Wire") {
    QuoteView view;
    view.text = text;
    view.document.publisher = publisher;
    view.document.location = "a.txt";
    return view;
}

ClaimView claim(std::vector<QuoteView> quotes) {
    ClaimView view;
    view.quotes = std::move(quotes);
    return view;
}

TieView tie(std::vector<ClaimView> claims) {
    return {iran, Ontology::builtin().find("backs"), hezbollah, Status::actual, 1, 0.5, std::move(claims)};
}

const std::string readable = "Tehran has long paid and armed Hezbollah.";

}  // namespace

TEST_CASE("the best quote is the first that reads well") {
    const TieView some = tie({claim({quote("Too short."), quote(std::string(1000, 'x'))}), claim({quote(readable)})});
    CHECK(best_quote(some)->text == readable);
    CHECK(best_quote(tie({claim({quote("Too short.")})}))->text == "Too short.");
    CHECK(best_quote(tie({claim({quote("")})})) == nullptr);
    CHECK(best_quote(tie({})) == nullptr);
}

TEST_CASE("voices are speakers, and publishers for what nobody else says") {
    ClaimView spoken = claim({quote(readable, "Beirut Courier")});
    spoken.speaker = kirby;
    const Voices who = voices(tie({spoken, spoken, claim({quote(readable), quote(readable, "")})}));
    CHECK(who.speakers == std::vector<std::string>{"John Kirby"});
    CHECK(who.publishers == std::vector<std::string>{"Kyiv Wire", "a.txt"});
}

TEST_CASE("who found it is told where another program than kith has a part") {
    QuoteView found = quote(readable);
    CHECK(extractors(tie({claim({found})})).empty());
    found.extractor = "some-model 4.1";
    CHECK(extractors(tie({claim({found})})) == std::vector<std::string>{"some-model 4.1"});
    CHECK(extractors(tie({claim({found}), claim({found, quote(readable)})})) ==
          std::vector<std::string>{"kith", "some-model 4.1"});
}

TEST_CASE("an unnamed speaker is told behind the named ones, and is not the publisher's own voice") {
    ClaimView spoken = claim({quote(readable, "Beirut Courier")});
    spoken.unnamed_speaker = "a senior official";
    CHECK(voices(tie({spoken})).publishers.empty());
    ClaimView named = claim({quote(readable)});
    named.speaker = kirby;
    const Voices who = voices(tie({spoken, named, spoken}));
    CHECK(who.speakers == std::vector<std::string>{"John Kirby", "a senior official, unnamed"});
    CHECK(who.publishers.empty());
}

TEST_CASE("times are told once, in order, and publication is no time") {
    ClaimView late = claim({});
    late.time = "2023-06";
    ClaimView early = late;
    early.time = "2015..2018";
    ClaimView undated = claim({quote(readable)});
    undated.quotes[0].document.published = "2023-11-21";
    CHECK(times(tie({late, early, late, undated})) == std::vector<std::string>{"2015..2018", "2023-06"});
}

TEST_CASE("a graph has the entities of the question first and every entity once") {
    const GraphView graph = graph_of({tie({}), tie({})}, {hezbollah});
    REQUIRE(graph.nodes.size() == 2);
    CHECK(graph.nodes[0].name == "Hezbollah");
    CHECK(graph.asked == std::vector<EntityId>{2});
}
