// Questions from other programs, asked of a small database.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "query/ask/questions.hpp"
#include "query/example_store.hpp"
#include "query/words.hpp"

using namespace kith;

namespace {

struct Example {
    test::ExampleStore file{};
    Store store{file.path()};

    Json ask(const std::string& question, const Json& arguments = Json::object()) const {
        return kith::ask(store, question, Arguments::from_json(arguments));
    }
    std::string error(const std::string& question, const Json& arguments = Json::object()) const {
        try {
            ask(question, arguments);
        } catch (const Error& error) {
            return std::string(error.what()) + " / " + error.next_step();
        }
        return "no error";
    }
};

// A singer who is called as the group is.
std::vector<test::WrittenDocument> documents_with_namesakes() {
    auto documents = test::example_documents();
    const std::string quote = "Wagner the tenor counts Mali as his ally.";
    documents.push_back({"opera.txt",
                         "Sahel Dispatch",
                         "2022-02-01",
                         quote,
                         {{.subject = {"Otto Wagner", EntityKind::person, "Wagner", {}},
                           .relation = "allied_with",
                           .object = {"Mali", EntityKind::state, "Mali", {}},
                           .quote = quote}}});
    return documents;
}

std::vector<std::string> names_in(const Json& list) {
    std::vector<std::string> names;
    for (const Json& each : list) names.push_back(each.value("entity", each)["name"]);
    return names;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("every question that can be asked gives an object with the keys that docs/json.md names") {
    const Example example;
    const std::map<std::string_view, std::pair<Json, Words>> cases = {
        {"find_entity", {{{"name", "Wagner"}}, {"entities", "suggestions"}}},
        {"paths", {{{"from", "Wagner"}, {"to", "Iran"}}, {"from", "to", "complete", "paths", "together"}}},
        {"all_paths", {{{"from", "Wagner"}, {"to", "Iran"}}, {"from", "to", "complete", "paths", "together"}}},
        {"path_in_time_order", {{{"from", "Wagner"}, {"to", "Iran"}}, {"from", "to", "complete", "paths", "together"}}},
        {"claims", {{{"about", "Wagner"}}, {"about", "ties", "left_out", "together"}}},
        {"entity",
         {{{"entity", "Wagner"}},
          {"entity", "aliases", "identifiers", "documents", "sources", "groups", "said", "rejected", "timeline",
           "history", "left_out"}}},
        {"neighbours", {{{"entities", {"Wagner", "Iran"}}}, {"from", "neighbours", "cut", "full"}}},
        {"common_neighbours", {{{"first", "Wagner"}, {"second", "Russia"}}, {"first", "second", "neighbours"}}},
        {"timeline", {{{"entity", "Wagner"}}, {"entity", "timeline", "left_out"}}},
        {"contradictions", {Json::object(), {"contradictions", "left_out"}}},
        {"fragility",
         {{{"from", "Mali"}, {"to", "Iran"}},
          {"from", "to", "connected", "can_be_cut", "hops", "exact", "at_least", "sources", "disjoint_paths",
           "disjoint_paths_exact"}}},
        {"owners",
         {{{"entity", "Mali"}, {"sanctioned", true}},
          {"entity", "direction", "entities", "left_out", "itself", "overclaimed", "complete", "fifty_percent_rule"}}},
        {"rank", {Json::object(), {"by", "sampled", "entity_count", "ranks"}}},
        {"communities", {Json::object(), {"modularity", "group_count", "lone_entities", "groups"}}},
        {"components",
         {Json::object(),
          {"group_count", "lone_entities", "groups", "bridge_count", "bridges", "hanging_count", "articulation_count",
           "articulation_points"}}},
        {"search", {{{"words", "Kirby"}}, {"words", "count", "documents", "sentences"}}},
        {"mentions", {{{"entity", "Wagner"}}, {"entity", "count", "documents", "mentions"}}},
        {"entities", {Json::object(), {"count", "entities"}}},
        {"evidence", {{{"claim", 1}}, {"claim"}}},
        {"document", {{{"document", 1}}, {"document", "begin", "end", "length", "text"}}},
        {"relations", {Json::object(), {"relations"}}},
        {"review", {Json::object(), {"claims"}}},
        {"statistics",
         {Json::object(),
          {"documents", "lineages", "sentences", "mentions", "entities", "aliases", "claims", "evidence", "ties",
           "judgements"}}},
    };
    CHECK(all_questions().size() == cases.size());
    const std::string page = test::read_file(KITH_SOURCE_DIR "/docs/json.md");
    CHECK(page.find("`notes`") != std::string::npos);
    for (const Question* each : all_questions()) {
        const Question& question = *each;
        CAPTURE(question.name);
        REQUIRE(cases.contains(question.name));
        const auto& [arguments, keys] = cases.at(question.name);
        const Json answer = example.ask(std::string(question.name), arguments);
        REQUIRE(answer.is_object());
        Words found;
        for (const auto& [key, value] : answer.items()) found.push_back(key);
        CHECK(found == keys);
        for (const std::string& key : keys) {
            CAPTURE(key);
            CHECK(page.find("`" + key + "`") != std::string::npos);
        }
    }
}

TEST_CASE("every parameter of a question has a type and a meaning, and none stands twice") {
    for (const Question* each : all_questions()) {
        const Question& question = *each;
        CAPTURE(question.name);
        CHECK_FALSE(question.title.empty());
        CHECK(question.summary.ends_with('.'));
        std::set<std::string_view> names;
        for (const Parameter& parameter : question.parameters) {
            CAPTURE(parameter.name);
            CHECK_FALSE(parameter.meaning.empty());
            CHECK(names.insert(parameter.name).second);
        }
    }
    const Json description = description_of_questions();
    REQUIRE(description.size() == all_questions().size());
    CHECK(description[1]["name"] == "paths");
    CHECK(description[1]["arguments"]["required"] == Json::array({"from", "to"}));
}

TEST_CASE("an entity is found by any of its names, with the others") {
    const Example example;
    const Json found = example.ask("find_entity", {{"name", "wagner  GROUP"}});
    REQUIRE(names_in(found["entities"]) == Words{"Wagner Group"});
    CHECK(found["entities"][0]["kind"] == "armed_group");
    const Words aliases = found["entities"][0]["aliases"];
    CHECK(std::ranges::find(aliases, "Wagner") != aliases.end());
    CHECK(std::ranges::find(aliases, "Wagner Group") == aliases.end());
    const Json misspelt = example.ask("find_entity", {{"name", "Hezbolah"}});
    CHECK(misspelt["entities"].empty());
    CHECK(misspelt["suggestions"][0] == "Hezbollah");
}

TEST_CASE("paths are asked for with filters, and none is an empty list") {
    const Example example;
    const Json two = example.ask("paths", {{"from", "Mali"}, {"to", "Hezbollah"}, {"count", 2}});
    REQUIRE(two["paths"].size() == 2);
    CHECK(two["paths"][0]["hops"].size() == 2);
    const Json none = example.ask("paths", {{"from", "Mali"}, {"to", "Hezbollah"}, {"max_hops", 1}});
    CHECK(none["paths"].empty());
    CHECK(example.ask("paths", {{"from", "Mali"}, {"to", "Hezbollah"}, {"avoid", "Wagner"}})["paths"].empty());
    const Json actual =
        example.ask("paths", {{"from", "Wagner"}, {"to", "Hezbollah"}, {"status", "actual"}, {"order", "surest"}});
    REQUIRE(actual["paths"].size() == 1);
    CHECK(actual["paths"][0]["hops"].size() == 3);  // Russia, Iran
}

TEST_CASE("claims are about one, between two or all, and what is too much is counted") {
    const Example example;
    CHECK(names_in(example.ask("claims", {{"about", "Mali"}})["about"]) == Words{"Mali"});
    const Json between = example.ask("claims", {{"between", {"Hezbollah", "Wagner"}}});
    CHECK(between["ties"].size() == 2);  // planned and denied
    CHECK(between["left_out"] == 0);
    const Json all = example.ask("claims");
    CHECK(all["about"].empty());
    CHECK(all["ties"].size() == 8);
    const Json few = example.ask("claims", {{"most", 3}});
    CHECK(few["ties"].size() == 3);
    CHECK(few["left_out"] == 5);
    CHECK(few["ties"][0] == all["ties"][0]);
    CHECK(example.error("claims", {{"between", "Wagner"}}) == "between: it takes two entities / Name both.");
    CHECK(example.error("claims", {{"between", {"Wagner", "Iran"}}, {"about", "Mali"}}) ==
          "about, between and among are different questions / Leave all but one of them out.");
    const Json among = example.ask("claims", {{"among", {"Wagner", "Hezbollah", "Iran", "Mali"}}});
    CHECK(names_in(among["about"]) == Words{"Wagner Group", "Hezbollah", "Iran", "Mali"});
    CHECK(among["ties"].size() == 5);  // not those with Russia
    CHECK(among["together"].is_null());
}

TEST_CASE("a profile counts what it leaves out of its lists") {
    const Example example;
    const Json whole = example.ask("entity", {{"entity", "Wagner"}});
    CHECK(whole["entity"]["name"] == "Wagner Group");
    CHECK(whole["left_out"] == 0);
    std::size_t more = 0;
    for (const Json& group : whole["groups"]) more += group["ties"].size() - 1;
    if (!whole["timeline"].empty()) more += whole["timeline"].size() - 1;
    REQUIRE(more > 0);
    CHECK(example.ask("entity", {{"entity", "Wagner"}, {"most", 1}})["left_out"] == more);
}

TEST_CASE("what others tell of two entities is answered as on the command line") {
    const Example example;
    CHECK(names_in(example.ask("neighbours", {{"entities", "Mali"}})["neighbours"]) == Words{"Wagner Group"});
    CHECK(example.ask("neighbours", {{"entities", "Mali"}, {"depth", 2}})["neighbours"].size() > 1);
    CHECK(names_in(example.ask("common_neighbours", {{"first", "Wagner"}, {"second", "Russia"}})["neighbours"]) ==
          Words{"Iran"});
    CHECK(example.ask("contradictions", {{"about", "Wagner"}})["contradictions"].size() == 1);
    CHECK(example.ask("contradictions", {{"about", "Mali"}})["contradictions"].empty());
    CHECK(example.ask("timeline", {{"entity", "Mali"}})["timeline"][0]["time"] == "2021-12");
    CHECK(example.ask("fragility", {{"from", "Mali"}, {"to", "Iran"}, {"by", "publisher"}})["connected"] == true);
    const Json owners =
        example.ask("owners", {{"entity", "Wagner"}, {"relation", "directs"}, {"blocked_by", "Russia"}});
    CHECK(names_in(owners["entities"]) == Words{"Russia"});
    CHECK(owners["entities"][0]["chains"][0]["share"] == nullptr);
    CHECK(owners["fifty_percent_rule"]["verdict"] == "undecided");
    CHECK(example.ask("relations", {{"word", "supplies"}})["relations"].size() == 1);
    CHECK(example.ask("relations")["relations"].size() == example.store.ontology().all().size());
    CHECK(example.ask("statistics")["documents"] == 4);
}

TEST_CASE("the place of a quote is a range of its document, in code points") {
    const Example example;
    int beyond_ascii = 0;
    for (ClaimId id = 1; id <= 9; ++id) {
        const Json claim = example.ask("evidence", {{"claim", id}})["claim"];
        CHECK(claim["id"] == id);
        for (const Json& quote : claim["evidence"]) {
            const Json part = example.ask(
                "document", {{"document", quote["document"]["id"]}, {"begin", quote["begin"]}, {"end", quote["end"]}});
            CHECK(part["text"] == quote["text"]);
            CHECK(part["document"] == quote["document"]);
            const std::string text = part["text"];
            beyond_ascii += std::ranges::any_of(text, [](char byte) { return byte < 0; });
        }
        if (id == 8) break;
    }
    CHECK(beyond_ascii > 0);
}

TEST_CASE("a part of a document keeps within its text") {
    const Example example;
    const std::string text = test::example_documents().back().text;  // of 2023-11-22, with one ’ of three bytes
    const auto length = static_cast<std::int64_t>(text.size()) - 2;
    const auto part = [&](const Json& range) {
        Json arguments = range;
        arguments["document"] = 4;
        return example.ask("document", arguments);
    };
    const Json whole = part(Json::object());
    CHECK(whole["text"] == text);
    CHECK(whole["begin"] == 0);
    CHECK(whole["end"] == length);
    CHECK(whole["length"] == length);
    CHECK(part({{"begin", 3}, {"end", 10}})["text"] == "Kirby’s");
    CHECK(part({{"begin", 9}})["text"].get<std::string>().starts_with("s telling"));
    CHECK(part({{"begin", 10}, {"end", 3}})["text"] == "");
    CHECK(part({{"begin", 1'000'000}})["begin"] == length);
    CHECK(part({{"begin", 3}, {"end", 1'000'000}})["end"] == length);
    CHECK(example.error("document", {{"document", 4}, {"begin", -1}}).starts_with("begin: \"-1\" is none of its"));
}

TEST_CASE("a long document is given in parts") {
    auto documents = test::example_documents();
    std::string& text = documents.back().text;
    for (int i = 0; i < 30'000; ++i) text += " é";
    const test::ExampleStore file(documents);
    const Store store(file.path());
    std::string joined;
    std::int64_t begin = 0, length = 0;
    do {
        const Json part =
            ask(store, "document", Arguments::from_json({{"document", 4}, {"begin", begin}, {"end", 1'000'000}}));
        length = part["length"];
        CHECK(part["end"].get<std::int64_t>() - begin <= 50'000);
        begin = part["end"];
        joined += part["text"].get<std::string>();
    } while (begin < length);
    CHECK(joined == text);
}

TEST_CASE("a note says which of several entities a name was taken for") {
    const test::ExampleStore file(documents_with_namesakes());
    const Store store(file.path());
    const Json answer = ask(store, "timeline", Arguments::from_text("entity=Wagner"));
    REQUIRE(answer.contains("notes"));
    CHECK(answer["notes"] == Json::array({"Wagner: taken as Wagner Group (armed group); also: Otto Wagner (person)"}));
    CHECK_FALSE(ask(store, "timeline", Arguments::from_text("entity=Otto Wagner")).contains("notes"));
    const Json filtered = ask(store, "claims", Arguments::from_text("speaker=Wagner"));
    CHECK(filtered["notes"].size() == 1);
}

TEST_CASE("what cannot be answered is an error with a next step") {
    const Example example;
    CHECK(example.error("path") == "there is no question \"path\" / Did you mean paths?");
    CHECK(example.error("weather").starts_with("there is no question \"weather\" / There are find_entity, paths, "));
    CHECK(example.error("paths", {{"from", "Wagner"}}) ==
          "the argument \"to\" is missing / It is the entity to reach.");
    CHECK(example.error("paths", {{"from", "Wagner"}, {"to", "Iran"}, {"hops", 3}})
              .starts_with("there is no argument \"hops\" here / "));
    CHECK(example.error("paths", {{"from", "Hezbolah"}, {"to", "Iran"}}) ==
          "Hezbolah: no entity goes by this name / Did you mean Hezbollah?");
    CHECK(example.error("paths", {{"from", "Wagner"}, {"to", "wagner group"}}) ==
          "Wagner and wagner group are one entity: Wagner Group / `kith split` parts entities that were merged by "
          "mistake.");
    CHECK(example.error("claims", {{"relation", "suplies"}}) ==
          "relation: there is no relation \"suplies\" / Did you mean supplies?");
    CHECK(example.error("claims", {{"since", "yesterday"}}) ==
          "since: \"yesterday\" is no date / Write 2023, 2023-11 or 2023-11-21.");
    CHECK(example.error("claims", {{"status", "certain"}}).starts_with("status: \"certain\" is none of its values"));
    CHECK(example.error("evidence", {{"claim", 999}}).starts_with("there is no claim number 999"));
    CHECK(example.error("document", {{"document", 999}}).starts_with("there is no document number 999"));
    CHECK(example.error("statistics", {{"most", 3}}).starts_with("there is no argument \"most\" here"));
}

TEST_CASE("a zero byte is refused, since messages would end at it") {
    const Example example;
    CHECK(example.error("find_entity", {{"name", std::string("Iran\0x", 6)}})
              .starts_with("an argument holds a zero byte"));
}

TEST_CASE("hostile names are only names that nobody goes by") {
    const Example example;
    for (const std::string& name : {std::string(60'000, 'x'), std::string("\xff\xfe\xc3"), std::string("' OR 1=1 --"),
                                    std::string("   "), std::string("%")}) {
        const Json found = example.ask("find_entity", {{"name", name}});
        CHECK(found["entities"].empty());
        CHECK(example.error("paths", {{"from", name}, {"to", "Iran"}}) != "no error");
        CHECK(compact(example.ask("claims", {{"publisher", name}})).find("\"ties\":[]") != std::string::npos);
    }
}
