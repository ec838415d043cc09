// RDF by property mapping: subjects are entities, properties that are relations claims.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "ingest/ingest.hpp"
#include "ingest/recording_sink.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using Texts = std::vector<std::string>;

namespace {

struct Read {
    test::RecordingSink sink{};
    Texts claims{}, entities{}, skipped{};
};

Read read(const std::vector<std::string>& paths, const IngestOptions& options = {}) {
    Read read;
    const IngestReport report = ingest_paths(paths, options, read.sink);
    for (const auto& [document, claim] : read.sink.claims)
        read.claims.push_back(claim.subject.name + ' ' + claim.relation + ' ' + claim.object.name);
    std::ranges::sort(read.claims);
    for (const EntityReference& each : read.sink.entities) {
        std::string words = each.name + ", " + std::string(to_string(each.kind));
        for (const std::string& alias : each.aliases) words += ", " + alias;
        for (const Identifier& identifier : each.identifiers) words += ", " + to_string(identifier);
        read.entities.push_back(words);
    }
    std::ranges::sort(read.entities);
    for (const Skipped& each : report.skipped)
        read.skipped.push_back(std::to_string(each.position.line) + ": " + each.reason);
    return read;
}

Read read_data(const std::string& name) {
    return read({KITH_SOURCE_DIR "/tests/data/" + name});
}

}  // namespace

TEST_CASE("Turtle by schema.org and the Organization Ontology: names may come after what uses them") {
    const Read found = read_data("good/friends.ttl");
    CHECK(found.skipped.empty());
    CHECK(found.claims == Texts{"Ada Vance citizen_of Denmark", "Ada Vance leads Acme (\"the works\")",
                                "Blue Lantern Trading part_of Acme (\"the works\")",
                                "Boris Vartan founded Acme (\"the works\")"});
    CHECK(std::ranges::count(found.entities, "Ada Vance, person, Ада Вэнс, A. Vance") == 1);
    CHECK(std::ranges::count(found.entities, "Acme (\"the works\"), company, wikidata:Q4242") == 1);
    CHECK(found.entities.size() == 5);
    CHECK(found.sink.claims[0].record.line == 12);
    CHECK(found.sink.claims[0].record.url == "http://example.org/ada");
}

TEST_CASE("Wikidata's truthy statements: labels by language, items as identifiers, properties as relations") {
    const Read found = read_data("good/truthy.nt");
    CHECK(found.skipped.empty());
    CHECK(found.claims == Texts{"Vadim Zorin owns Zorin Stroy"});
    CHECK(found.entities == Texts{"Vadim Zorin, person, wikidata:Q102",
                                  "Zorin Stroy, company, Зорин Строй, lei:529900T8BM49AURSDO55, wikidata:Q101"});
    const ClaimRecord& claim = found.sink.claims[0].record;
    CHECK(claim.line == 1);
    CHECK(claim.sentence == TextSpan{0, 120});
}

TEST_CASE("a mapping of one's own adds properties, kinds and relations, in any of a relation's forms") {
    const test::TemporaryDirectory directory;
    IngestOptions options;
    options.tables.map =
        directory.write("mine.json", R"({"triples": {"prefixes": {"x": "http://x.example/"}, "names": ["x:called"],
        "kinds": {"x:Ship": "vessel"}, "identifiers": {"x:imo": "imo"}, "relations": {"x:paidBy": "is funded by"}}})");
    const std::string statements = directory.write(
        "x.ttl",
        "@prefix x: <http://x.example/> .\nx:a x:called \"Ada\" ; x:paidBy x:b .\nx:b x:called \"Bolt\" .\n"
        "x:s a x:Ship ; x:called \"Lantern\" ; x:imo \"9074729\" .\n");
    const Read found = read({statements}, options);
    CHECK(found.claims == Texts{"Bolt funds Ada"});
    CHECK(std::ranges::count(found.entities, "Lantern, vehicle, imo:9074729") == 1);
    const std::string wrong =
        directory.write("wrong.json", "{\"triples\": {\n  \"relations\": {\"x:likes\": \"likes\"}}}");
    options.tables.map = wrong;
    CHECK_THROWS_WITH(read({statements}, options), (wrong + ":2:28: unknown relation \"likes\"").c_str());
}

TEST_CASE("hostile statements are told with their line, and the others are taken") {
    const Read wrong = read_data("bad/triples_wrong.nt");
    CHECK(wrong.claims == Texts{"a member_of b"});
    CHECK(wrong.skipped == Texts{"2: its object is empty or longer than 1000 bytes",
                                 "3: no statement of RDF: expected `<', not `\"'", "4: no statement of RDF",
                                 "5: not valid UTF-8", "6: \"not known\" is no Legal Entity Identifier (ISO 17442)",
                                 "8: no statement of RDF: expected `<'", "7: a blank node that is tied has no name"});
    const Read truncated = read_data("bad/triples_truncated.ttl");
    CHECK(truncated.claims == Texts{"a member_of b"});
    CHECK(truncated.skipped == Texts{"3: no statement of RDF: expected object"});
    CHECK(read_data("bad/triples_deep.ttl").skipped == Texts{"2: nested deeper than 64 levels"});
    CHECK(read_data("bad/triples_unknown_prefix.ttl").skipped ==
          Texts{"1: the prefix of \"org:memberOf\" is not declared"});
    CHECK(read_data("bad/triples_invalid_utf_8.ttl").skipped ==
          Texts{"2: no statement of RDF: invalid UTF-8 start 0xFF"});
    const test::TemporaryDirectory directory;
    const std::string huge =
        "<http://a.example/a> <http://www.w3.org/2000/01/rdf-schema#label> \"" + std::string(10 << 20, 'x') + "\" .\n";
    CHECK(read({directory.write("huge.nt", huge)}).skipped == Texts{"1: longer than 1 MiB"});
    CHECK(read({directory.write("huge.ttl", huge)}).skipped == Texts{"1: a statement is longer than 1 MiB"});
}
