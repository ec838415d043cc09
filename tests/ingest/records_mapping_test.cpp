#include <doctest/doctest.h>

#include <filesystem>

#include "ingest/records/mapping_json.hpp"
#include "ingest/table_picture.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using test::read_table;
using test::ReadTable;
using test::TemporaryDirectory;

using Texts = std::vector<std::string>;

namespace {

// What is read by a mapping written as JSON.
ReadTable read_by(const std::string& json, const std::string& table) {
    const TemporaryDirectory directory;
    return read_table(table, {.map = directory.write("mapping.json", json)});
}

// "line:column: problem next step"
std::string error_in(const std::string& json) {
    try {
        records::parse_mapping(json, "m.json", Ontology::builtin());
    } catch (const Error& error) {
        return std::string(error.what()) + " " + error.next_step();
    }
    return "";
}

}  // namespace

TEST_CASE("--columns says which column is what") {
    const ReadTable table = read_table("Owner name,Company,IMO,Since\nAda,Acme,9187629,2019\n",
                                       {.columns = "Owner name=subject, Company=object,IMO=subject_identifier:imo,"
                                                   "Since=start,'person'=subject_kind",
                                        .relation = "owns"});
    CHECK(table.claims == Texts{"Ada owns Acme"});
    REQUIRE(table.records.size() == 1);
    CHECK(table.records[0].subject.kind == EntityKind::person);
    CHECK(table.records[0].subject.identifiers == std::vector<Identifier>{{"imo", "9187629"}});
    CHECK(table.records[0].time == "2019..");
}

TEST_CASE("--columns that cannot be is refused before anything is read") {
    const auto refuse = [](const TableOptions& options) {
        try {
            records::TableMappings(options, Ontology::builtin());
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    CHECK(refuse({.columns = "a=subject"}) == "a claim lacks its object");
    CHECK(refuse({.columns = "a=subject,b=object"}) == "a claim lacks its relation");
    CHECK(refuse({.columns = "a=subject,b=subject"}) == "two columns are the subject");
    CHECK(refuse({.columns = "a=owner,b=object"}) == "\"owner\" is no role of a column");
    CHECK(refuse({.columns = "a"}) == "\"a\" in --columns says nothing of a column");
    CHECK(refuse({.columns = "a=subject_identifier:isbn"}) == "there is no scheme of identifiers \"isbn\"");
    CHECK(refuse({.relation = "likes"}) == "there is no relation \"likes\"");
    CHECK(refuse({.map = "x", .columns = "y"}) == "--map and --columns both say what the columns are");
    CHECK(refuse({.map = "no-such-mapping"}).starts_with("no-such-mapping: cannot read the mapping: "));
}

TEST_CASE("a mapping for another table is told at the header") {
    CHECK(read_table("a,b\nA,B\n", {.columns = "a=subject,c=object", .relation = "meets"}).notes ==
          Texts{"1: there is no column \"c\". The columns are \"a\", \"b\"."});
    CHECK(read_table("owner,company\nA,B\n", {.columns = "ownr=subject,company=object", .relation = "owns"}).notes ==
          Texts{"1: there is no column \"ownr\". Did you mean \"owner\"? The columns are \"owner\", \"company\"."});
}

TEST_CASE("a mapping may be as short as --columns") {
    CHECK(read_by(R"({"columns": {"o": "subject", "c": "object"}, "relation": "owns"})", "o,c\nAda,Acme\n").claims ==
          Texts{"Ada owns Acme"});
    CHECK(read_by(R"({"subject": "o", "object": {"column": "c", "kind": "company"}, "relation": "owned by"})",
                  "o,c\nAda,Acme\n")
              .claims == Texts{"Acme owns Ada"});
}

TEST_CASE("one row may make several claims, and those without both ends are not told") {
    const std::string json = R"({
        "subject": {"column": "name", "kind": {"column": "type", "table": {"p": "person"}, "otherwise": "company"}},
        "claims": [{"relation": "owned_by", "object": {"column": "owners", "split": ";"}},
                   {"relation": "based_in", "object": {"column": "seat", "kind": "place"}}]})";
    const ReadTable table = read_by(json, "name,type,owners,seat\nAcme,c,Ada; Bo,Rome\nNord,c,,Oslo\nX,c,,\n");
    CHECK(table.claims == Texts{"Ada owns Acme", "Bo owns Acme", "Acme based_in Rome", "Nord based_in Oslo"});
    CHECK(table.records[0].object.kind == EntityKind::company);
    CHECK(table.notes.size() == 1);  // a row that tells nothing
    CHECK(table.notes[0].starts_with("0: note: 1 row tells no claim by the mapping "));
}

TEST_CASE("values are parts of columns, words of several, and what a table makes of them") {
    const std::string json = R"json({
        "empty": ["-0-"],
        "subject": {"column": "a", "trim": "*", "table": {"unknown*": null}, "otherwise": "*"},
        "object": {"column": "b", "split": ";", "after": "Linked To: ", "trim": "."},
        "relation": {"column": "code", "table": {"04*": "meets", "042": "visits", "1": null}},
        "item": {"text": "{n} {what} ({of})"},
        "date": {"column": "d", "else": "e"}})json";
    const std::string header = "a,b,code,n,what,of,d,e\n";
    const ReadTable table = read_by(json, header + "Ada**,DOB 1961; Linked To: ACME S.A.,040,2,tanks,,-0-,2019\n" +
                                              "Ada,Linked To: Bo; Linked To: Cy.,042,,tanks,T-72,2018,2019\n" +
                                              "unknown one,Linked To: Bo,042,,,,,\nAda,Linked To: Bo,1,,,,,\n" +
                                              "Ada,Linked To: Bo,99,,,,,\n");
    CHECK(table.claims == Texts{"Ada meets ACME S.A", "Ada visits Bo", "Ada visits Cy"});
    REQUIRE(table.records.size() == 3);
    CHECK(table.records[0].item == "2 tanks");
    CHECK(table.records[0].time == "2019");
    CHECK(table.records[1].item == "tanks (T-72)");
    CHECK(table.records[1].time == "2018");
    REQUIRE(table.notes.size() == 3);
    CHECK(table.notes[0] == "4: no subject");
    CHECK(table.notes[1] == "6: the mapping has no meaning for \"99\" in the column code");
    CHECK(table.notes[2].starts_with("0: note: 1 row tells no claim"));
}

TEST_CASE("rows may tell of entities alone") {
    const std::string json =
        R"({"entities": [{"column": "name", "kind": "company", "aliases": {"column": "aka", "split": ";"},
        "identifiers": [{"scheme": "imo", "column": "imo"}, {"scheme": "lei", "column": "lei"}]}]})";
    const ReadTable table = read_by(json, "name,aka,imo,lei\nAcme,Ac;Acme Ltd,9187629,none\n");
    REQUIRE(table.entities.size() == 1);
    CHECK(table.entities[0].aliases == Texts{"Ac", "Acme Ltd"});
    CHECK(table.entities[0].identifiers == std::vector<Identifier>{{"imo", "9187629"}});
    CHECK(table.notes == Texts{"2: note: \"none\" is no Legal Entity Identifier (ISO 17442): it is left out"});
}

TEST_CASE("what a table gives by number alone is looked up in the one beside it") {
    records::LookUpTable nodes;
    nodes.add("17", {"Ada Byron", EntityKind::person});
    nodes.add("4", {"Acme", EntityKind::company, "", {}, {{"lei", "5493001KJTIIGC8Y1R12"}}});
    const auto known = std::make_shared<const records::LookUpTable>(nodes);
    const auto beside = [&](const std::string& name) { return name == "nodes.csv" ? known : nullptr; };
    const ReadTable table = read_table("Source;Target;Label\n17;4;owns\n17;5;owns\n", {}, "edges.csv", beside);
    CHECK(table.claims == Texts{"Ada Byron owns Acme", "Ada Byron owns 5"});
    CHECK(table.records[0].subject.kind == EntityKind::person);
    CHECK(table.records[0].object.identifiers.size() == 1);
}

TEST_CASE("a number is nobody where no table tells whose it is") {
    const ReadTable table = read_by(R"({"entities": [{"column": "name", "key": "id"}]})", "id,name\n17,\n4,Acme\n");
    CHECK(table.notes == Texts{"2: no name"});
    REQUIRE(table.entities.size() == 1);
    CHECK(table.entities[0].name == "Acme");
}

TEST_CASE("errors of mappings have file, line, column and the next step") {
    CHECK(error_in("{\"subject\": \"a\",\n \"objekt\": \"b\"}") ==
          "m.json:2:12: \"objekt\" means nothing here Did you mean \"object\"?");
    CHECK(error_in("[]") == "m.json:1:1: expected an object Such as {\"columns\": {\"owner\": \"subject\"}, ...}.");
    CHECK(error_in("{\"subject\": }").starts_with("m.json:1:"));
    CHECK(error_in("{\"subject\": \"a\", \"relation\": \"meets\"}") ==
          "m.json:1:1: expected a claim's \"object\" Name the columns of subject and object, in the claim or beside "
          "\"claims\".");
    CHECK(
        error_in("{\"columns\": {\"a\": \"owner\"}}").starts_with("m.json:1:19: \"owner\" is no role of a column Use"));
    CHECK(error_in("{\"subject\": {\"kolumn\": \"a\"}}").starts_with("m.json:1:24: \"kolumn\" means nothing here Did"));
    CHECK(error_in("{\"a\": 1, \"a\": 2}") == "m.json:1:10: \"a\" stands twice in one object Remove one of them.");
    CHECK(error_in(std::string(100, '[')) == "m.json:1:33: nested deeper than 32 levels ");
    CHECK(error_in("{\"dates\": \"us\"}").starts_with("m.json:1:11: expected \"day-first\" or \"month-first\""));
    CHECK(error_in("{\"subject\": {\"column\": \"a\", \"identifiers\": {\"scheme\": \"isbn\", \"column\": \"b\"}}}")
              .starts_with("m.json:1:44: expected \"scheme\", a scheme of identifiers Use one of lei, imo"));
}

TEST_CASE("every mapping that ships can be read, and every file of the folder ships") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(KITH_SOURCE_DIR "/ingest/records/mappings"))
        files += entry.path().extension() == ".json" ? 1 : 0;
    CHECK(records::shipped_mappings().size() == files);
    for (const records::ShippedMapping& each : records::shipped_mappings()) {
        CAPTURE(each.name);
        CHECK_NOTHROW(records::parse_mapping(each.json, std::string(each.name), Ontology::builtin()));
    }
}

TEST_CASE("the mappings in docs/tables.md are right") {
    const std::string page = test::read_file(KITH_SOURCE_DIR "/docs/tables.md");
    std::size_t seen = 0;
    for (std::size_t at = page.find("\n    {"); at != page.npos; at = page.find("\n    {", at + 1)) {
        std::size_t end = at;
        while (page.compare(end + 1, 4, "    ") == 0) end = page.find('\n', end + 1);
        CHECK_NOTHROW(records::parse_mapping(page.substr(at, end - at), "docs/tables.md", Ontology::builtin()));
        ++seen;
    }
    CHECK(seen == 2);
}

TEST_CASE("docs/tables.md has every role and every mapping") {
    const std::string page = test::read_file(KITH_SOURCE_DIR "/docs/tables.md");
    for (const ColumnRole& role : column_roles()) {
        CAPTURE(role.name);
        CHECK(page.find("`" + std::string(role.name) + "`") != page.npos);
    }
    for (const std::string_view name : mapping_names()) {
        CAPTURE(name);
        CHECK(page.find("`" + std::string(name) + "`") != page.npos);
    }
}
