#include "ingest/records/table_reader.hpp"

#include <doctest/doctest.h>

#include "ingest/table_picture.hpp"

using namespace kith;
using test::read_table;
using test::ReadTable;

using Texts = std::vector<std::string>;

TEST_CASE("columns stand in any order and any case") {
    CHECK(read_table("OBJECT, Relation ,subject\nB,trades_with,A\n").claims == Texts{"A trades_with B"});
}

TEST_CASE("a row gives all that its columns tell") {
    const std::string header =
        "subject,relation,object,subject_kind,object_kind,status,speaker,confidence,date,item,role,place,url,quote,"
        "record_id,subject_alias,object_identifier\n";
    const std::string line =
        "Iran,supplies,Hezbollah,state,armed_group,denied,Kirby,0.25,2015..2018,drones,ally,Beirut,https://a.org/1,"
        "\"It does, he said\",17,Persia; IRI,";
    const ReadTable table = read_table(header + line + "\nA,meets,B,,,,,,,,,,,,,,\n");
    REQUIRE(table.records.size() == 2);
    const ClaimRecord& claim = table.records[0];
    CHECK(claim.subject.kind == EntityKind::state);
    CHECK(claim.subject.aliases == Texts{"Persia", "IRI"});
    CHECK(claim.object.kind == EntityKind::armed_group);
    CHECK(claim.status == Status::denied);
    CHECK(claim.speaker->name == "Kirby");
    CHECK(claim.confidence == 0.25);
    CHECK(claim.time == "2015..2018");
    CHECK(claim.item == "drones");
    CHECK(claim.role == "ally");
    CHECK(claim.place->name == "Beirut");
    CHECK(claim.url == "https://a.org/1");
    CHECK(claim.quote == "It does, he said");
    CHECK(claim.record == "17");
    CHECK(claim.line == 2);
    CHECK(claim.sentence == TextSpan{header.size(), header.size() + line.size()});

    const ClaimRecord& bare = table.records[1];  // nothing of the row before is left
    CHECK(bare.subject == EntityReference{"A", EntityKind::organisation, "A"});
    CHECK(bare.status == Status::actual);
    CHECK(bare.confidence == records::confidence_of_tables);
    CHECK_FALSE(bare.speaker);
    CHECK_FALSE(bare.place);
    CHECK(bare.time + bare.item + bare.role + bare.url + bare.quote + bare.record == "");
    CHECK(table.notes == Texts{"1: note: the column \"object_identifier\" means nothing here and is left out"});
}

TEST_CASE("relations are read in any case, as verbs, and from the other side") {
    const ReadTable table = read_table(
        "subject,relation,object\nA,Supplies,B\nA,OWNED BY,B\nA,is supplied by,B\nA,is allied with,B\nA,Allied "
        "With,B\n");
    CHECK(table.notes.empty());
    CHECK(table.claims == Texts{"A supplies B", "B owns A", "B supplies A", "A allied_with B", "A allied_with B"});
}

TEST_CASE("statuses and kinds are read in any case, and kinds by the words of lists") {
    const ReadTable table = read_table(
        "subject,relation,object,subject_kind,object_kind,status\nA,owns,B,Individual,Corporation,PLANNED\n"
        "A,meets,B,Country,,\n");
    REQUIRE(table.records.size() == 2);
    CHECK(table.records[0].subject.kind == EntityKind::person);
    CHECK(table.records[0].object.kind == EntityKind::company);
    CHECK(table.records[0].status == Status::planned);
    CHECK(table.records[1].subject.kind == EntityKind::state);
}

TEST_CASE("an entity without a kind is what the relation takes") {
    const ReadTable table = read_table("subject,relation,object\nAda,leads,Acme\nAda,born_in,Gori\n");
    REQUIRE(table.records.size() == 2);
    CHECK(table.records[0].subject.kind == EntityKind::person);
    CHECK(table.records[0].object.kind == EntityKind::organisation);
    CHECK(table.records[1].object.kind == EntityKind::place);
}

TEST_CASE("a table whose columns are not known tells what it has, what is missing and how to start") {
    CHECK(read_table("").notes == Texts{"0: the table is empty. Begin it with a header: subject,relation,object"});
    CHECK(read_table("subject,object\nA,B\n").notes ==
          Texts{"1: what its columns are is not known. Found \"subject\", \"object\"; missing relation. Start from "
                "--columns subject=subject,object=object --relation RELATION, try it with --dry-run; or give --map "
                "FILE"});
    CHECK(read_table("Firm name;Boss\nAcme;Ada\n").notes ==
          Texts{"1: what its columns are is not known. Found \"Firm name\", \"Boss\"; missing subject, relation, "
                "object. Start from --columns \"Firm name=subject,Boss=object\" --relation RELATION, try it with "
                "--dry-run; or give --map FILE"});
    CHECK(read_table("subject,relation,object,object\nA,meets,B,C\n").notes ==
          Texts{"1: the column \"object\" stands twice in the header"});
}

TEST_CASE("columns that mean nothing give one note") {
    const ReadTable table = read_table("subject,relation,object,weight,x\nA,meets,B,1,2\nC,meets,D,2,3\n");
    CHECK(table.claims.size() == 2);
    CHECK(table.notes == Texts{"1: note: the columns \"weight\", \"x\" mean nothing here and are left out"});
}

TEST_CASE("bad rows are noted and the others read") {  // each reason: tests/golden/ingest/bad.txt
    const ReadTable table = read_table("subject,relation,object\nA,meets,B\nA,greets,B\nA,meets\n\nC,meets,D\n");
    CHECK(table.claims == Texts{"A meets B", "C meets D"});
    CHECK(table.notes ==
          Texts{"3: unknown relation \"greets\". kith relations lists them", "4: the row has 2 fields, the header 3"});
}

TEST_CASE("names are text of bounded length") {
    const auto note = [](const std::string& name) {
        const ReadTable table = read_table("subject,relation,object\n" + name + ",meets,B\n");
        return table.notes.empty() ? std::string() : table.notes.front();
    };
    CHECK(note("Київ") == "");
    CHECK(note("K\xFFiv") == "2: not valid UTF-8");
    CHECK(note(std::string("K\0v", 3)) == "2: not text: it holds a byte 0x00");
    CHECK(note(std::string(1001, 'x')) == "2: subject is longer than 1000 bytes");
}

TEST_CASE("usual pairs of columns are subject and object") {
    const ReadTable gephi = read_table("Source;Target;Type;Weight\nAda;Acme;owns;1\n");
    CHECK(gephi.claims == Texts{"Ada owns Acme"});
    CHECK(gephi.notes.front().starts_with("1: note: read as --columns Source=subject,Target=object,Type=relation; "));
    CHECK(read_table("Owner\tCompany\tShare\nAda\tAcme\t51%\n").claims == Texts{"Ada owns Acme"});
    CHECK(read_table("From|To|Label\nAda|Acme|leads\n").claims == Texts{"Ada leads Acme"});
    CHECK(read_table(":START_ID(P),:END_ID(C),:TYPE\nAda,Acme,OWNS\n").claims == Texts{"Ada owns Acme"});
    CHECK(read_table("source,target\nA,B\n", {.relation = "trades with"}).claims == Texts{"A trades_with B"});
}

TEST_CASE("the separator is that by which the rows agree, or which a first line names") {
    CHECK(read_table("sep=;\r\nsubject;relation;object\r\n\"A, B\";meets;C\r\n").claims == Texts{"A, B meets C"});
    CHECK(read_table("subject;relation;object\nA, B;meets;C\nD;meets;E, F, G\n").claims ==
          Texts{"A, B meets C", "D meets E, F, G"});
    CHECK(read_table("subject|relation|object\nA|meets|C\n").claims == Texts{"A meets C"});
}

TEST_CASE("lines may end in carriage returns alone") {
    CHECK(read_table("subject,relation,object\rA,meets,B\rC,meets,D").claims == Texts{"A meets B", "C meets D"});
}

TEST_CASE("dates are read as people write them") {
    const auto times = [](const std::string& cells, const TableOptions& options = {}) {
        std::string told;
        const ReadTable table = read_table("subject,relation,object,date\n" + cells, options);
        for (const ClaimRecord& claim : table.records) told += claim.time + " ";
        for (const std::string& note : table.notes) told += "[" + note + "]";
        return told;
    };
    CHECK(times("A,meets,B,2023-11-21T10:00:00Z\nA,meets,B,21 Nov 2023\nA,meets,B,May 2023\nA,meets,B,2015-2018\n"
                "A,meets,B,20231121\n") == "2023-11-21 2023-11-21 2023-05 2015..2018 2023-11-21 ");
    // The column tells the order; without evidence one is asked.
    CHECK(times("A,meets,B,12/05/2023\nA,meets,C,25/05/2023\n") == "2023-05-12 2023-05-25 ");
    CHECK(times("A,meets,B,12/05/2023\nA,meets,C,05/25/2023\n") == "2023-12-05 2023-05-25 ");
    CHECK(times("A,meets,B,12/05/2023\n") ==
          "[2: \"12/05/2023\" could be two dates. Say which it is with --dates day-first or month-first]");
    CHECK(times("A,meets,B,12/05/2023\nA,meets,C,25/05/2023\nA,meets,C,05/25/2023\n").starts_with("2023-05-25 2023"));
    CHECK(times("A,meets,B,12/05/2023\n", {.dates = DateOrder::month_first}) == "2023-12-05 ");
    CHECK(times("A,meets,B,soon\n") ==
          "[2: \"soon\" is not a date. Write it as 2023, 2023-11, 2023-11-21 or 2015..2018]");
}

TEST_CASE("start and end make an interval") {
    const ReadTable table = read_table(
        "subject,relation,object,start,end\nA,owns,B,2015,2018-03\nA,owns,C,2015,\nA,owns,D,,2018\nA,owns,E,2018,"
        "2015\n");
    REQUIRE(table.records.size() == 3);
    CHECK(table.records[0].time == "2015..2018-03");
    CHECK(table.records[1].time == "2015..");
    CHECK(table.records[2].time == "..2018");
    CHECK(table.notes == Texts{"5: it ends 2015, before it begins 2018"});
}

TEST_CASE("percentages become items in one form, fractions where the whole column has them") {
    const auto items = [](const std::string& cells) {
        std::string told;
        const ReadTable table = read_table("owner,company,percentage\n" + cells);
        for (const ClaimRecord& claim : table.records) told += claim.item + "|";
        return told + std::to_string(table.notes.size() - 1);  // but for the note that it was guessed
    };
    CHECK(items("A,B,51%\nA,C,51.0 %\nA,D,51\nA,E,\"51,5\"\nA,F,1\n") == "51 %|51 %|51 %|51.5 %|1 %|0");
    CHECK(items("A,B,0.51\nA,C,1\nA,D,0.005\n") == "51 %|100 %|0.5 %|0");
    CHECK(items("A,B,> 50 %\nA,C,25-50%\nA,D,more than 25% but not more than 50%\nA,E,75 % or more\n") ==
          "> 50 %|25-50%|more than 25% but not more than 50%|75 % or more|0");
    CHECK(items("A,B,half\nA,C,120\nA,D,-1\n") == "3");
}

TEST_CASE("a confidence is a number from 0 to 1, or a percentage") {
    const ReadTable table =
        read_table("subject,relation,object,confidence\nA,meets,B,80%\nA,meets,C,0.8\nA,meets,D,8\n");
    REQUIRE(table.records.size() == 2);
    CHECK(table.records[0].confidence == 0.8);
    CHECK(table.records[1].confidence == 0.8);
    CHECK(table.notes == Texts{"4: the confidence \"8\" is not a number from 0 to 1"});
}

TEST_CASE("so many rows are read and no more") {
    CHECK(read_table("subject,relation,object\nA,meets,B\nA,meets,C\nA,meets,D\n", {.rows = 2}).claims.size() == 2);
}
