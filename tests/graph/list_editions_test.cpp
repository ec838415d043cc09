// Lists that come again: for a record its latest edition speaks, and all is as it was when that is forgotten.
#include "graph/store/list_editions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "graph/store/past_claims.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

using Edition = std::map<std::string, std::vector<ClaimRecord>>;  // by record

ClaimRecord claim(const std::string& subject, const std::string& object, const std::string& item = "") {
    const auto company = [](const std::string& name) { return EntityReference{name, EntityKind::company, name}; };
    ClaimRecord claim{.subject = company(subject), .relation = "owns", .object = company(object)};
    claim.item = item;
    claim.confidence = 0.9;
    return claim;
}

// As a file "list-2024.csv" of the publisher "Register".
void write(StoreWriter& writer, const std::string& year, const Edition& edition, bool is_snapshot = false) {
    writer.begin({.location = "list-" + year + ".csv",
                  .publisher = "Register",
                  .published = year,
                  .list = "Register: No;Owner;Company",
                  .edition = "bytes of " + year,
                  .is_snapshot = is_snapshot});
    std::size_t line = 1;
    for (const auto& [record, claims] : edition) {
        writer.add_record(record);
        ++line;
        for (ClaimRecord each : claims) {
            each.record = record;
            each.line = line;
            each.sentence = {line * 100, line * 100 + 50};
            writer.add(each);
        }
    }
}

struct Lists {
    void read(const std::string& year, const Edition& edition, bool is_snapshot = false, bool in_bulk = false) const {
        StoreWriter writer(path);
        if (in_bulk) writer.expect_claims(1'000'000);
        write(writer, year, edition, is_snapshot);
        writer.commit();
    }
    void forget(const std::string& year) const {
        StoreWriter writer(path);
        for (const Document& each : Store(path).documents()) {
            if (each.published == year) writer.forget(each.id);
        }
        writer.commit();
    }
    // All that counts: claims with their evidence, and ties with their sources.
    std::string seen(bool with_numbers = false) const {
        const Store store(path);
        std::vector<std::string> lines;
        for (const Claim& each : store.claims({})) {
            std::string line = with_numbers ? std::to_string(each.id) + ": " : "";
            line += store.entity(each.subject).name + " owns " + store.entity(each.object).name;
            if (each.status != Status::actual) line += " (" + std::string(to_string(each.status)) + ")";
            if (!each.item.empty()) line += ", " + each.item;
            if (each.speaker) line += ", says " + store.entity(*each.speaker).name;
            line +=
                " " + std::to_string(std::lround(each.confidence * 1000)) + " " + std::to_string(each.day.value_or(0));
            for (const auto& [evidence, document] : store.evidence(each.id))
                line += " [" + document.published + " " + evidence.record + " " + std::to_string(evidence.line) + "]";
            lines.push_back(line);
        }
        for (const Tie& tie : store.ties(store.claims({}))) {
            lines.push_back("tie " + store.entity(tie.subject).name + " " + store.entity(tie.object).name + " " +
                            std::to_string(tie.sources) + " " + std::to_string(std::lround(tie.strength * 1e6)));
        }
        std::ranges::sort(lines);
        std::string text;
        for (const std::string& line : lines) text += line + "\n";
        return text;
    }
    std::string current() const {
        std::string text;
        const Store store(path);
        for (const Claim& each : store.claims({})) {
            text += store.entity(each.subject).name + "-" + store.entity(each.object).name + " " +
                    std::string(to_string(each.status)) + (each.item.empty() ? "" : " " + each.item) + "|";
        }
        return text;
    }
    std::string history(const std::string& name) const {
        const Store store(path);
        std::string text;
        for (const PastClaim& each : past_claims(store, store.find_entity(name).id)) {
            text += store.entity(each.claim.subject).name + "-" + store.entity(each.claim.object).name + " " +
                    each.claim.item + " from " + each.said.document.published + " until " +
                    (each.until ? each.until->published : "") + (each.is_dropped ? " dropped" : "") + "|";
        }
        return text;
    }
    std::int64_t count(const std::string& table) const {
        const Store store(path);
        return database_of(store).integer("SELECT count(*) FROM " + table);
    }

    test::TemporaryDirectory directory;
    std::string path = directory.file("lists.db");
};

// Records "r0" to "r5", of which some are missing unless all are asked for.
Edition random_edition(std::mt19937& dice, bool whole) {
    const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
    Edition edition;
    for (int record = 0; record < 6; ++record) {
        if (!whole && roll(3) == 0) continue;
        std::vector<ClaimRecord>& claims = edition["r" + std::to_string(record)];
        for (int i = roll(3); i > 0; --i) {
            const int subject = roll(4);
            ClaimRecord each = claim("Company " + std::to_string(subject), "Company " + std::to_string(4 + roll(4)),
                                     roll(2) == 0 ? "" : std::to_string(10 * (1 + roll(3))) + " %");
            each.confidence = 0.1 * (5 + roll(5));
            if (roll(4) == 0) each.status = static_cast<Status>(roll(6));
            if (roll(4) == 0) each.time = "2019";
            if (roll(3) == 0) each.speaker = EntityReference{"Auditor", EntityKind::company, "Auditor"};
            claims.push_back(each);
        }
    }
    return edition;
}

}  // namespace

TEST_CASE("a record that comes again replaces what it said, and the history tells what that was") {
    const Lists lists;
    lists.read("2024", {{"1", {claim("Ada", "Acme", "51 %")}}, {"2", {claim("Bo", "Bolt")}}});
    lists.read("2025", {{"1", {claim("Ada", "Acme", "20 %")}}, {"2", {claim("Bo", "Bolt")}}});
    CHECK(lists.current() == "Bo-Bolt actual|Ada-Acme actual 20 %|");
    CHECK(lists.history("Ada") == "Ada-Acme 51 % from 2024 until 2025|");
    CHECK(lists.history("Bo") == "");  // says the same
    lists.forget("2025");
    CHECK(lists.current() == "Ada-Acme actual 51 %|Bo-Bolt actual|");
    CHECK(lists.history("Ada") == "");
}

TEST_CASE("what a snapshot has no more is former, until the record comes back or the snapshot is forgotten") {
    const Lists lists;
    lists.read("2023", {{"1", {claim("Ada", "Acme")}}, {"2", {claim("Bo", "Bolt")}}});
    lists.read("2024", {{"2", {claim("Bo", "Bolt")}}}, true);
    CHECK(lists.current() == "Bo-Bolt actual|Ada-Acme former|");
    CHECK(lists.history("Ada") == "Ada-Acme  from 2023 until 2024 dropped|");
    lists.read("2025", {{"1", {claim("Ada", "Acme")}}, {"2", {claim("Bo", "Bolt")}}});
    CHECK(lists.current() == "Bo-Bolt actual|Ada-Acme actual|");
    lists.forget("2025");
    CHECK(lists.current() == "Bo-Bolt actual|Ada-Acme former|");
    lists.forget("2024");
    CHECK(lists.current() == "Ada-Acme actual|Bo-Bolt actual|");
    CHECK(lists.count("past_claim") == 0);
}

TEST_CASE("an edition that was published before another is older, whenever it is read") {
    const Lists lists;
    lists.read("2025", {{"1", {claim("Ada", "Acme", "20 %")}}});
    lists.read("2024", {{"1", {claim("Ada", "Acme", "51 %")}}, {"2", {claim("Bo", "Bolt")}}}, true);
    CHECK(lists.current() == "Ada-Acme actual 20 %|Bo-Bolt actual|");
    CHECK(lists.history("Ada") == "Ada-Acme 51 % from 2024 until 2025|");
    lists.read("2024", {{"1", {claim("Ada", "Acme", "99 %")}}});  // known by its edition: nothing is new
    CHECK(lists.count("past_claim") == 1);
}

TEST_CASE("a record without claims replaces what it said, and denials that are dropped are not former") {
    const Lists lists;
    ClaimRecord denied = claim("Cy", "Corp");
    denied.status = Status::denied;
    lists.read("2024", {{"1", {claim("Ada", "Acme")}}, {"2", {denied}}});
    StoreWriter writer(lists.path);
    write(writer, "2025", {{"1", {}}}, true);
    writer.commit();
    REQUIRE(writer.counts().lists.size() == 1);
    CHECK(writer.counts().lists[0].list == "Register");
    CHECK(writer.counts().lists[0].replaced == 1);
    CHECK(writer.counts().lists[0].dropped == 1);
    CHECK(lists.current() == "");
}

TEST_CASE("two editions give what the second alone gives, and forgetting it gives back the first") {
    std::mt19937 dice(7);
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        const bool is_snapshot = round % 3 == 0, in_bulk = round % 2 == 0;
        const Edition first = random_edition(dice, true), second = random_edition(dice, true);
        const Lists both, alone;
        both.read("2024", first);
        const std::string before = both.seen();
        both.read("2025", second, is_snapshot, in_bulk);
        alone.read("2025", second, is_snapshot);
        CHECK(both.seen() == alone.seen());
        both.forget("2025");
        CHECK(both.seen() == before);
        CHECK(both.count("past_claim") == 0);
    }
}

TEST_CASE("what counts depends on the editions alone: not on bulk loads, nor on others that came and went") {
    std::mt19937 dice(11);
    for (int round = 0; round < 60; ++round) {
        CAPTURE(round);
        const Lists straight, detour;
        std::map<std::string, Edition> editions;
        for (const char* year : {"2021", "2022", "2023", "2024"}) editions[year] = random_edition(dice, false);
        const bool is_snapshot = round % 4 != 0;
        straight.read("2021", editions["2021"]);
        straight.read("2023", editions["2023"], is_snapshot);
        for (const char* year : {"2021", "2022", "2023", "2024"})
            detour.read(year, editions[year],
                        year == std::string("2022") || (year == std::string("2023") && is_snapshot), dice() % 2 == 0);
        for (const char* year : {dice() % 2 == 0 ? "2022" : "2024", "2022", "2024"}) detour.forget(year);
        CHECK(detour.seen() == straight.seen());
        CHECK(detour.count("past_claim") == straight.count("past_claim"));
        CHECK(detour.count("pragma_foreign_key_check") == 0);
    }
}
