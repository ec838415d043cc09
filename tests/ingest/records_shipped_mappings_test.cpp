// Tables that kith knows, in the shape in which their publishers give them; what stands in them is made up.
#include <doctest/doctest.h>

#include "ingest/table_picture.hpp"

using namespace kith;
using test::read_table;
using test::ReadTable;

using Texts = std::vector<std::string>;

TEST_CASE("SIPRI's register of arms transfers") {
    const ReadTable table = read_table(
        "recipient,supplier,year_of_order,year_uncertain,number_ordered,number_uncertain,weapon_designation,"
        "weapon_description,number_delivered,delivered_uncertain,years_of_delivery,status,comments\n"
        "Freedonia,Sylvania,2019,,12,,MX-1,light helicopter,12,,2020; 2021,New,Aid\n"
        "Hamas (Palestine)*,Sylvania,2022,?,,,RX-2,rocket,0,,,New,\n"
        "NATO**,Freedonia,2021,,1,,Radar,air search radar,1,,2022,New,\n"
        "unknown recipient(s),Freedonia,2021,,1,,Radar,air search radar,1,,2022,New,\n");
    CHECK(table.claims == Texts{"Sylvania supplies Freedonia", "Sylvania supplies Hamas", "Freedonia supplies NATO"});
    REQUIRE(table.records.size() == 3);
    CHECK(table.records[0].item == "12 MX-1 (light helicopter)");
    CHECK(table.records[0].time == "2020..2021");
    CHECK(table.records[0].quote == "Aid");
    CHECK(table.records[0].subject.kind == EntityKind::state);
    CHECK(table.records[1].status == Status::planned);
    CHECK(table.records[1].time == "2022..");
    CHECK(table.records[1].item == "RX-2 (rocket)");
    CHECK(table.records[1].object.kind == EntityKind::armed_group);
    CHECK(table.records[2].object.kind == EntityKind::international_body);
    CHECK(table.notes == Texts{"1: note: read by the mapping sipri", "5: no object"});
}

TEST_CASE("events of ACLED") {
    const ReadTable table = read_table(
        "event_id_cnty,event_date,year,disorder_type,event_type,sub_event_type,actor1,actor2,country,location,source,"
        "notes\n"
        "FRD1,21 November 2023,2023,Political violence,Battles,Armed clash,Military Forces of Freedonia (2019-),Red "
        "Band,Freedonia,Port,Daily News,They fought.\n"
        "FRD2,22 November 2023,2023,Demonstrations,Protests,Peaceful protest,Protesters "
        "(Freedonia),,Freedonia,Port,Daily "
        "News,They walked.\n");
    CHECK(table.claims == Texts{"Military Forces of Freedonia (2019-) fights Red Band",
                                "Military Forces of Freedonia (2019-) operates_in Freedonia"});
    CHECK(table.records[0].subject.kind == EntityKind::military_unit);
    CHECK(table.records[0].object.kind == EntityKind::armed_group);
    CHECK(table.records[0].time == "2023-11-21");
    CHECK(table.records[0].place->name == "Port");
    CHECK(table.records[0].record == "FRD1");
    CHECK(table.records[0].quote == "They fought.");
    CHECK(table.notes.back() == "0: note: 1 row tells no claim by the mapping acled");
}

TEST_CASE("events of GDELT are told by their number of columns") {
    const auto event = [](const std::string& code, const std::string& other) {
        std::vector<std::string> fields(61);
        fields[0] = "1234567";
        fields[1] = "20231121";
        fields[6] = "FREEDONIA";
        fields[7] = "FRD";
        fields[16] = other;
        fields[22] = "REB";
        fields[26] = code;
        fields[59] = "20231122";
        fields[60] = "https://news.example/a/1";
        std::string line;
        for (const std::string& field : fields) line += (line.empty() ? "" : "\t") + field;
        return line + "\n";
    };
    const ReadTable table =
        read_table(event("190", "RED BAND") + event("030", "RED BAND") + event("010", "RED BAND") + event("190", ""),
                   {}, "20231122000000.export.CSV");
    CHECK(table.claims == Texts{"FREEDONIA fights RED BAND", "FREEDONIA cooperates_with RED BAND"});
    CHECK(table.records[0].subject.kind == EntityKind::state);
    CHECK(table.records[0].object.kind == EntityKind::armed_group);
    CHECK(table.records[0].time == "2023-11-21");
    CHECK(table.records[0].url == "https://news.example/a/1");
    CHECK(table.records[0].confidence == 0.5);
    CHECK(table.records[1].status == Status::planned);
    CHECK(table.notes == Texts{"1: note: read by the mapping gdelt-events",
                               "0: note: 2 rows tell no claim by the mapping gdelt-events"});
}

TEST_CASE("targets of OpenSanctions") {
    const ReadTable table = read_table(
        "\"id\",\"schema\",\"name\",\"aliases\",\"birth_date\",\"countries\",\"addresses\",\"identifiers\","
        "\"sanctions\","
        "\"phones\",\"emails\",\"dataset\",\"first_seen\",\"last_seen\",\"last_change\"\n"
        "\"Q1\",\"Person\",\"Ada Byron\",\"A. Byron;Ada King\",\"1815\",\"gb\",\"\",\"\",\"EU-1\",\"\",\"\",\"EU "
        "Financial "
        "Sanctions Files (FSF);UN Security Council Consolidated Sanctions\",\"\",\"\",\"\"\n"
        "\"ofac-2\",\"Vessel\",\"GLORIA\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"US OFAC Specially Designated "
        "Nationals "
        "(SDN) List\",\"\",\"\",\"\"\n");
    CHECK(table.claims == Texts{"European Union sanctions Ada Byron", "United Nations sanctions Ada Byron"});
    CHECK(table.records[0].object.aliases == Texts{"A. Byron", "Ada King"});
    CHECK(table.records[0].object.identifiers == std::vector<Identifier>{{"opensanctions", "Q1"}});
    CHECK(table.records[0].url == "https://www.opensanctions.org/entities/Q1/");
    REQUIRE(table.entities.size() == 2);
    CHECK(table.entities[1].kind == EntityKind::vehicle);
}

TEST_CASE("sanctions of the European Union from its Official Journal") {
    const ReadTable table = read_table(
        "celex,recordId,programKey,annex,measure,startDate,reason,schema,name,alias,previousName,imoNumber,mmsi,"
        "leiCode,"
        "innCode,ogrnCode,swiftBic\n"
        "32014R0269,1,EU-UKR,I.PERSONS,Asset freeze,17.3.2014,For reasons.,Person,Ada BYRON,Ada KING; A. BYRON,,,,,,,\n"
        "32014R0833,2,EU-RUS,XLII,Transportation restrictions,16.12.2022,,Vessel,GLORIA,,Hana,9187629,,,,,\n");
    CHECK(table.claims == Texts{"European Union sanctions Ada BYRON"});
    CHECK(table.records[0].time == "2014-03-17..");
    CHECK(table.records[0].record == "32014R0269 I.PERSONS 1");
    CHECK(table.records[0].quote == "For reasons.");
    REQUIRE(table.entities.size() == 2);
    CHECK(table.entities[1].identifiers == std::vector<Identifier>{{"imo", "9187629"}});
    CHECK(table.entities[1].aliases == Texts{"Hana"});
}
