#include "ingest/gazetteer/gazetteer.hpp"

#include <doctest/doctest.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "graph/error.hpp"
#include "ingest/gazetteer/compiled/name_letters.hpp"
#include "ingest/gazetteer/tables/gazetteer_tables.hpp"
#include "temporary_directory.hpp"

namespace kith {
namespace {

const std::string data = KITH_SOURCE_DIR "/ingest/gazetteer/data";

std::string name_of(const std::optional<GazetteerMatch>& match) {
    return match ? std::string(match->entry.name) : "nothing";
}

// Every name's record, as a plain map of the tables has it.
struct SlowGazetteer {
    struct Found {
        std::size_t record = 0;
        bool adjective = false;
    };

    explicit SlowGazetteer(const std::vector<GazetteerRecord>& records) {
        for (std::size_t r = 0; r < records.size(); ++r) {
            add(records[r].name, r, false);
            for (const std::string& alias : records[r].aliases) add(alias, r, false);
            for (const std::string& adjective : records[r].adjectives) add(adjective, r, true);
        }
    }

    void add(const std::string& name, std::size_t record, bool adjective) {
        Found& found = names.try_emplace(name_letters(name), Found{record, adjective}).first->second;
        if (found.record == record) found.adjective = adjective;
        lower.try_emplace(lower_letters(name_letters(name)), record);
    }

    std::unordered_map<std::string, Found> names;
    std::unordered_map<std::string, std::size_t> lower;
};

TEST_CASE("the compiled gazetteer leads every name of the tables where a plain map of them does") {
    const std::vector<GazetteerRecord> records = read_gazetteer_tables(data);
    const SlowGazetteer slow(records);
    const Gazetteer& gazetteer = Gazetteer::builtin();
    CHECK(slow.names.size() > 40'000);
    std::size_t differing = 0;
    const auto check = [&](const std::string& name) {
        const auto match = gazetteer.match(name);
        const auto expected = slow.names.at(name_letters(name));
        const GazetteerRecord& record = records[expected.record];
        const bool same = match && match->entry.number == expected.record && match->adjective == expected.adjective &&
                          match->entry.name == record.name && match->entry.kind == record.kind &&
                          match->entry.state == record.state && match->entry.capital == record.capital &&
                          match->entry.aliases() == record.aliases && match->entry.identifiers() == record.identifiers;
        const std::string lower = lower_letters(name_letters(name));
        const auto small = gazetteer.match(lower);
        const auto exact = slow.names.find(lower);
        const std::size_t other = exact != slow.names.end() ? exact->second.record : slow.lower.at(lower);
        if (!same || !small || small->entry.number != other) ++differing;
    };
    for (const GazetteerRecord& record : records) {
        check(record.name);
        for (const std::string& alias : record.aliases) check(alias);
        for (const std::string& adjective : record.adjectives) check(adjective);
    }
    CHECK(differing == 0);
}

TEST_CASE("names are told by letters and capitals, not by blanks and marks") {
    const Gazetteer& gazetteer = Gazetteer::builtin();
    CHECK(name_of(gazetteer.match("U.S.")) == "United States");
    CHECK(name_of(gazetteer.match("US")) == "United States");
    CHECK(name_of(gazetteer.match("C\u00F4te\u00A0d\u2019Ivoire")) == name_of(gazetteer.match("C\u00F4te d'Ivoire")));
    CHECK(name_of(gazetteer.match_exactly("Frente Farabundo Marti para la Liberacion Nacional")) == "FMLN");
    CHECK(name_of(gazetteer.match_exactly("Frente Farabundo Mart\u00ED para la Liberaci\u00F3n Nacional")) == "FMLN");
    CHECK(gazetteer.match("Iranians")->adjective);
    CHECK(name_of(gazetteer.match("RUSSIA")) == "Russia");
    CHECK_FALSE(gazetteer.match_exactly("RUSSIA"));
    CHECK(name_of(gazetteer.match("")) == "nothing");
    CHECK(name_of(gazetteer.match("...")) == "nothing");
}

TEST_CASE("bodies are known as Americans and as the British spell them") {
    const Gazetteer& gazetteer = Gazetteer::builtin();
    CHECK(name_of(gazetteer.match("North Atlantic Treaty Organisation")) ==
          name_of(gazetteer.match("North Atlantic Treaty Organization")));
    CHECK(name_of(gazetteer.match("Iranian Defense Ministry")) == name_of(gazetteer.match("Iranian Defence Ministry")));
    CHECK(name_of(gazetteer.match("North Atlantic Treaty Organisation")) != "nothing");
    CHECK(name_of(gazetteer.match("Rockefeller Centre")) == "nothing");  // a place
}

TEST_CASE("a name is known but for a letter within a word, where only one is so") {
    const Gazetteer& gazetteer = Gazetteer::builtin();
    const auto known = [&](const char* name) {
        const auto match = gazetteer.match_but_for_slip(name);
        return match ? std::string(match->entry.name) : "";
    };
    CHECK(known("Vladmir Putin") == "Vladimir Putin");
    CHECK(known("Bangaldesh") == "Bangladesh");
    CHECK(known("Hezbolllah") == "Hezbollah");
    CHECK(known("Vladimi Putin").empty());   // ends of words stay
    CHECK(known("Vladamir Putin").empty());  // another letter
    CHECK(known("").empty());
    CHECK(known(std::string(100, 'a').c_str()).empty());
}

TEST_CASE("a state has its code and a listed group its entry of the list") {
    CHECK(Gazetteer::builtin().match("Iran")->entry.identifiers().front() == Identifier{"iso3166", "IR"});
    CHECK(Gazetteer::builtin().match("PMC Wagner")->entry.identifiers() == std::vector<Identifier>{{"ofac", "22543"}});
}

TEST_CASE("a user's entries go before those that are built in, and the others stay") {
    const Gazetteer gazetteer = Gazetteer::builtin().with(
        {{.name = "Wagner Bakery", .kind = EntityKind::company, .aliases = {"Wagner"}, .identifiers = {{"lei", "X"}}}});
    const GazetteerEntry bakery = gazetteer.match("Wagner")->entry;
    CHECK(bakery.name == "Wagner Bakery");
    CHECK(bakery.by_user);
    CHECK(bakery.identifiers() == std::vector<Identifier>{{"lei", "X"}});
    CHECK(bakery.number != Gazetteer::builtin().match("Wagner")->entry.number);
    CHECK(name_of(gazetteer.match("WAGNER BAKERY")) == "Wagner Bakery");
    CHECK(name_of(gazetteer.match("PMC Wagner")) == "Wagner Group");
    CHECK_FALSE(gazetteer.match("PMC Wagner")->entry.by_user);
}

TEST_CASE("words that begin no name of a user's are passed over, and none that does") {
    const Gazetteer gazetteer = Gazetteer::builtin().with({{.name = "U Lin", .aliases = {"Al Bo", "Abu-Karim"}}});
    for (const char* word : {"U", "Al", "Abu", "Abu-Karim"}) CHECK(gazetteer.may_begin_user_name(word));
    for (const char* word : {"Lin", "Bo", "Wagner", "abu", ","}) CHECK_FALSE(gazetteer.may_begin_user_name(word));
    CHECK_FALSE(Gazetteer::builtin().may_begin_user_name("Wagner"));
    CHECK(gazetteer.longest_user_name() == 8);
}

// Where the table `bodies` is wrong.
std::string error_of(const std::string& bodies) {
    const test::TemporaryDirectory folder;
    folder.write("states.tsv", "Iran\tIranian\tTehran\t\tiso3166:IR\n");
    for (const std::string_view table : gazetteer_tables) folder.write(std::string(table) + ".tsv", "");
    folder.write("bodies.tsv", bodies);
    try {
        read_gazetteer_tables(folder.path().string());
        return "";
    } catch (const Error& error) {
        return to_string(error.position()).substr(folder.path().string().size() + 1) + ": " + error.problem();
    }
}

TEST_CASE("what is wrong in a table is told with file, line and column when the program is built") {
    CHECK(error_of("Quds Force\tmilitary_unit\tIran\t\tofac:12\t\n") == "");
    CHECK(error_of("# a comment\nQuds Force\tforce\tIran\t\t\t\n") == "bodies.tsv:2:12: unknown kind \"force\"");
    CHECK(error_of("Quds Force\tmilitary_unit\tIraq\t\t\t\n") == "bodies.tsv:1:26: no state of states.tsv: \"Iraq\"");
    CHECK(error_of("Quds Force\tmilitary_unit\tIran\t\timo:12\t\n").starts_with("bodies.tsv:1:32: \"12\" is no IMO"));
    CHECK(error_of("Quds Force\tmilitary_unit\n") == "bodies.tsv:1: expected 6 to 7 columns, found 2");
}

}  // namespace
TEST_CASE("a person is known by the last name beside the state, where no other of it has one like that") {
    const Gazetteer& gazetteer = Gazetteer::builtin();
    CHECK(gazetteer.person_of("Mexico", "Calderon")->name == "Felipe Calderon");
    CHECK_FALSE(gazetteer.person_of("Chile", "Calderon"));
    CHECK_FALSE(gazetteer.person_of("United States", "Bush"));
    CHECK_FALSE(gazetteer.match("Calderon"));
}

}  // namespace kith
