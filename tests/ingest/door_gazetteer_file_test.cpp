#include "ingest/gazetteer_file.hpp"

#include <doctest/doctest.h>

#include "temporary_directory.hpp"

namespace kith {
namespace {

using List = std::vector<std::string>;

struct Outcome {
    std::vector<GazetteerRecord> records;
    List notes;
    std::string error;  // with its place, as "2:5: no kind"
    std::string next_step;
};

Outcome read(const std::string& content, const std::string& name = "people.csv") {
    const test::TemporaryDirectory directory;
    const std::string path = directory.write(name, content);
    const auto short_place = [&](const InputPosition& position) {
        return position.line == 0 ? "" : to_string(position).substr(path.size() + 1);
    };
    Outcome outcome;
    try {
        outcome.records = read_gazetteer_file(path, [&](const Note& note) {
                              outcome.notes.push_back(short_place(note.position) + ": " + note.text);
                          }).records;
    } catch (const Error& error) {
        outcome.error = short_place(error.position()) + ": " + error.problem();
        outcome.next_step = error.next_step();
    }
    return outcome;
}

TEST_CASE("a user's names are read by their header, in any order and any case") {
    const Outcome outcome = read(
        "Identifiers;KIND;Name;State;Aliases\n"
        "ofac:22543;Armed Group;Wagner  Group;Russian Federation;PMC Wagner|Wagner\n"
        ";person;Anna Berg;;\n");
    CHECK(outcome.error == "");
    REQUIRE(outcome.records.size() == 2);
    const GazetteerRecord& wagner = outcome.records[0];
    CHECK(wagner.name == "Wagner Group");
    CHECK(wagner.kind == EntityKind::armed_group);
    CHECK(wagner.state == "Russia");
    CHECK(wagner.aliases == List{"PMC Wagner", "Wagner"});
    CHECK(wagner.identifiers == std::vector<Identifier>{{"ofac", "22543"}});
    CHECK(outcome.records[1].kind == EntityKind::person);
    CHECK(read("name\tkind\taliases\nAda\tperson\tA. L.; Countess \n").records.at(0).aliases ==
          List{"A. L.", "Countess"});
    CHECK(read("name,kind,aliases\nAda,person,\"Lovelace, Ada\"\n").records.at(0).aliases == List{"Lovelace, Ada"});
}

TEST_CASE("an entry without name or kind is refused with its place and the next step") {
    CHECK(read("name,kind\nAda,person\nBob,\n").error == "3:5: no kind");
    CHECK(read("name,kind\nAda,person\nBob,\n").next_step.starts_with("Use one of person, state"));
    CHECK(read("name,kind\n,person\n").error == "2:1: no name");
    CHECK(read("name,kind\nAda,wizard\n").error == "2:5: unknown kind \"wizard\"");
    CHECK(read("name,aliases\nAda,Countess\n").error == "1: the header has no column \"kind\"");
    CHECK(read("").error == ": the gazetteer is empty");
    CHECK(read("name,kind\nAda\n").error == "2: the row has 1 fields, the header 2");
    CHECK(read("name,kind\n...,person\n").error == "2: \"...\" has no letters or digits");
}

TEST_CASE("identifiers and states are checked with file, line and column") {
    CHECK(read("name,kind,identifiers\nEver,vehicle,imo:12\n").error.starts_with("2:14: \"12\" is no IMO number"));
    CHECK(read("name,kind,identifiers\nEver,vehicle,9187629\n").next_step ==
          "Write scheme:value, such as imo:9187629.");
    CHECK(read("name,kind,state\nAda,person,Ruritania\n").error == "2:12: no state is called \"Ruritania\"");
    CHECK(read("name,kind,state\nAda,person,Ruritania\nRuritania,state,\n").records.size() == 2);
}

TEST_CASE("a column that means nothing and a name of two entries are noted") {
    CHECK(read("name,kind,comment\nAda,person,x\n").notes ==
          List{"1:11: the column \"comment\" means nothing here and is left out"});
    CHECK(read("name,kind,aliases\nAda Byron,person,Ada\nAda Smith,person,Ada\n").notes ==
          List{"3:1: \"Ada\" stands for Ada Byron already, and is known as that"});
}

}  // namespace
}  // namespace kith
