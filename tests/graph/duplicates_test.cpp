// Entities that are one are found, joined and put apart again.
#include "graph/resolution/duplicates.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "graph/names/name_comparison.hpp"
#include "graph/resolution/pair_facts.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_writer.hpp"
#include "processor_seconds.hpp"
#include "temporary_directory.hpp"

using namespace kith;
using kith::test::processor_seconds;
using kith::test::TemporaryDirectory;

namespace {

struct Saying {
    std::string subject, object;
    EntityKind kind = EntityKind::person;
};

// An article a saying. `in_company`: the text names the other too.
void tell(StoreWriter& writer, const std::vector<Saying>& sayings, int number, bool in_company = false) {
    std::string text;
    DocumentRecord document{.location = "article " + std::to_string(number)};
    std::vector<ClaimRecord> claims;
    for (const Saying& each : sayings) {
        const std::size_t begin = text.size();
        text += each.subject + " met " + each.object + " in story " + std::to_string(number) + ". ";
        const EntityReference subject{each.subject, each.kind, "", {}};
        const EntityReference object{each.object, EntityKind::state, "", {}};
        document.sentences.push_back({begin, text.size() - 1});
        const std::size_t named = begin + each.subject.size() + 5;
        document.mentions.push_back({{begin, begin + each.subject.size()}, subject});
        if (in_company) document.mentions.push_back({{named, named + each.object.size()}, object});
        claims.push_back(
            {.subject = subject, .relation = "meets", .object = object, .sentence = document.sentences.back()});
    }
    document.text = text;
    if (!writer.begin(document)) return;
    for (const ClaimRecord& claim : claims) writer.add(claim);
}

bool are_one(const Store& store, const std::string& one, const std::string& other) {
    return store.find_entity(one).id == store.find_entity(other).id;
}

// Which names stand together, by name: what does not depend on the order in which things were read.
std::set<std::set<std::string>> partition(const Store& store) {
    std::map<EntityId, std::set<std::string>> groups;
    for (EntityId id = 1; id <= store.statistics().entities; ++id) {
        for (const Alias& alias : store.aliases(id)) {
            if (alias.origin == "name") groups[store.canonical(id)].insert(alias.name);
        }
    }
    std::set<std::set<std::string>> all;
    for (const auto& [id, names] : groups) all.insert(names);
    return all;
}

const std::vector<Saying> people{{"Viktor Orlov", "Mali"},
                                 {"Viktor P. Orlov", "Mali"},
                                 {"Orlov", "Mali"},
                                 {"Anna Weber", "Chad"},
                                 {"Weber", "Chad"},
                                 {"Boris Weber", "Chad"},
                                 {"Robert Kent", "Niger"},
                                 {"Robert Kent Jr.", "Niger"},
                                 {"Bob Kent", "Niger"},
                                 {"Mohammed Darwish", "Sudan"},
                                 {"Muhammad Darwish", "Sudan"}};

}  // namespace

TEST_CASE("what is as good as certain is joined, and the fuller name is kept") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    for (std::size_t i = 0; i < people.size(); ++i) tell(writer, {people[i]}, static_cast<int>(i));
    CHECK(join_duplicates(writer).made > 0);
    writer.commit();
    const Store store(folder.file("a.db"));
    CHECK(are_one(store, "Viktor Orlov", "Viktor P. Orlov"));
    CHECK(are_one(store, "Orlov", "Viktor Orlov"));
    CHECK(store.find_entity("Orlov").name.starts_with("Viktor"));
    CHECK_FALSE(are_one(store, "Anna Weber", "Boris Weber"));
    CHECK_FALSE(are_one(store, "Robert Kent", "Robert Kent Jr."));
    // Which Weber it is, people must say.
    const std::vector<Duplicate> asked = find_duplicates(store);
    CHECK(std::ranges::none_of(asked, [](const Duplicate& each) { return each.joined && each.other.name == "Weber"; }));
    for (const Duplicate& each : asked) CHECK_FALSE(each.reasons.empty());
}

TEST_CASE("a text that names more than a thousand says nothing of who belongs together") {
    const auto likeness_in_text_of = [](std::size_t count) {
        const TemporaryDirectory folder;
        {
            StoreWriter writer(folder.file("a.db"));
            std::vector<Saying> sayings;
            for (std::size_t i = 0; i < count; ++i) sayings.push_back({"Person " + std::to_string(i), "Mali"});
            tell(writer, sayings, 1, true);
            tell(writer, {{"Viktor Orlov", "Chad"}}, 2, true);
            writer.commit();
        }
        const Database database(folder.file("a.db"), Database::Mode::read_only);
        const std::vector<EntityProfile> profiles = read_profiles(database);
        StoreFacts facts(profiles, database);
        CHECK(shared_documents(facts.company(1), facts.company(3)) == 1);
        return likeness(facts.company(1), facts.company(3));
    };
    CHECK(likeness_in_text_of(900) > 0.9);
    CHECK(likeness_in_text_of(1100) == 0.0);
}

TEST_CASE("the same is joined in whatever order articles come") {
    const TemporaryDirectory folder;
    std::mt19937 dice(5);
    std::set<std::set<std::set<std::string>>> results;
    for (int turn = 0; turn < 6; ++turn) {
        const std::string path = folder.file(std::to_string(turn) + ".db");
        std::vector<std::size_t> order(people.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::shuffle(order, dice);
        for (const std::size_t i : order) {  // a run each, as a newsroom reads day by day
            StoreWriter writer(path);
            tell(writer, {people[i]}, static_cast<int>(i));
            join_duplicates(writer);
            writer.commit();
        }
        results.insert(partition(Store(path)));
    }
    CHECK(results.size() == 1);
}

TEST_CASE("what people judge different stays apart, also by way of a third") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    tell(writer, {{"Viktor Orlov", "Mali"}}, 1);
    tell(writer, {{"Viktor P. Orlov", "Chad"}}, 2);
    join_duplicates(writer);
    const Store store = writer.store();
    REQUIRE(are_one(store, "Viktor Orlov", "Viktor P. Orlov"));
    const EntityId one = store.unmerged_entities("Viktor Orlov").front();
    const EntityId other = store.unmerged_entities("Viktor P. Orlov").front();
    writer.judge(one, other, "different", "ana");
    join_duplicates(writer);
    CHECK(store.canonical(one) != store.canonical(other));
    CHECK(find_duplicates(store).empty());  // nor is it asked again
    tell(writer, {{"V. Orlov", "Mali"}}, 3);
    join_duplicates(writer);
    CHECK(store.canonical(one) != store.canonical(other));
    writer.withdraw(one, other, "ana");
    join_duplicates(writer);
    CHECK(store.canonical(one) == store.canonical(other));
}

TEST_CASE("joining twice changes nothing, and what is no longer found is withdrawn") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    tell(writer, {{"Viktor Orlov", "Mali"}}, 1, true);
    tell(writer, {{"Orlov", "Mali"}}, 2, true);
    REQUIRE(join_duplicates(writer).made == 1);
    const Joined again = join_duplicates(writer);
    CHECK(again.made == 0);
    CHECK(again.withdrawn == 0);
    // Another Orlov comes: whose the bare name is, is open again.
    for (int i = 3; i < 9; ++i) tell(writer, {{"Dmitri Orlov", "Mali"}}, i, true);
    CHECK(join_duplicates(writer).withdrawn == 1);
    const Store store = writer.store();
    CHECK_FALSE(are_one(store, "Orlov (person)", "Viktor Orlov"));
}

TEST_CASE("of judgements in kith's name only those that join are withdrawn") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    tell(writer, {{"Viktor Orlov", "Mali"}}, 1);
    writer.judge(1, 2, "different", automatic_judge);
    CHECK(join_duplicates(writer).withdrawn == 0);
    CHECK(writer.store().judgements().size() == 1);
}

TEST_CASE("relatives stay two, whoever a bare family name joins, and whose name stands in the middle of another's") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    tell(writer, {{"Ivan Brukov", "Mali"}}, 1);
    tell(writer, {{"Sergei Brukov", "Mali"}}, 2);
    tell(writer, {{"Brukov", "Mali"}}, 3);
    tell(writer, {{"DARWISH, Omar", "Chad"}}, 4);
    tell(writer, {{"DARWISH, Said Omar", "Chad"}}, 5);
    tell(writer, {{"Viktor A. Orlov", "Chad"}}, 6);
    tell(writer, {{"Viktor B. Orlov", "Chad"}}, 7);
    tell(writer, {{"Viktor Orlov", "Chad"}}, 8);
    join_duplicates(writer);
    const Store store = writer.store();
    CHECK_FALSE(are_one(store, "Ivan Brukov", "Sergei Brukov"));
    CHECK_FALSE(are_one(store, "DARWISH, Omar", "DARWISH, Said Omar"));
    CHECK_FALSE(are_one(store, "Viktor A. Orlov", "Viktor B. Orlov"));
}

TEST_CASE("what a person judges the same comes along with what kith joined") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    tell(writer, {{"Viktor Orlov", "Mali"}}, 1);
    tell(writer, {{"Viktor P. Orlov", "Mali"}}, 2);
    tell(writer, {{"Xavier Quill", "Chad"}}, 3);
    join_duplicates(writer);
    const Store store = writer.store();
    writer.judge(store.unmerged_entities("Xavier Quill").front(), store.unmerged_entities("Viktor P. Orlov").front(),
                 "same", "ana");
    join_duplicates(writer);
    CHECK(are_one(store, "Xavier Quill", "Viktor Orlov"));
    CHECK(are_one(store, "Viktor P. Orlov", "Viktor Orlov"));
}

TEST_CASE("fifty variants of long names take as long as comparing each two of them a few times") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    const std::string letters = "abcdefghij";
    std::vector<NameWords> names;
    for (int i = 0; i < 50; ++i) {
        std::string name;
        for (int word = 0; word < 24; ++word) {
            name += (word > 0 ? " Kor" : "Kor") + std::string(40, letters[static_cast<std::size_t>(word) % 10]);
            name += letters[static_cast<std::size_t>(i >> (word % 3 * 3)) % 10];
        }
        tell(writer, {{name, "Mali"}}, i);
        names.push_back(words_of_person(name));
    }
    const double begin = processor_seconds();
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) compare_names(names[i], names[j], true);
    }
    const double once = processor_seconds() - begin;
    join_duplicates(writer);
    CHECK(processor_seconds() - begin - once < 5 * once);  // twice: how alike they are, and whether they contradict
}

TEST_CASE("names that many bodies share are put to people") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    tell(writer, {{"Health Ministry", "Mali", EntityKind::government_body}}, 1);
    tell(writer, {{"Ministry of Health", "Chad", EntityKind::government_body}}, 2);
    tell(writer, {{"Center for Arid Lands", "Chad", EntityKind::ngo}}, 3);
    tell(writer, {{"Centre for Arid Lands", "Mali", EntityKind::ngo}}, 4);
    join_duplicates(writer);
    const Store store = writer.store();
    CHECK_FALSE(are_one(store, "Health Ministry", "Ministry of Health"));
    CHECK(are_one(store, "Center for Arid Lands", "Centre for Arid Lands"));
}

TEST_CASE("a bare last name that others share nothing with is asked about, not joined") {
    const TemporaryDirectory folder;
    StoreWriter writer(folder.file("a.db"));
    tell(writer, {{"Viktor Orlov", "Mali"}}, 1);
    tell(writer, {{"Orlov", "Norway"}}, 2);
    join_duplicates(writer);
    const Store store = writer.store();
    CHECK_FALSE(are_one(store, "Orlov (person)", "Viktor Orlov"));
    CHECK(find_duplicates(store).size() == 1);
}

TEST_CASE("that a text calls one of a family by the last name does not make a text's bare last name his") {
    const TemporaryDirectory folder;
    for (const bool has_brother : {false, true}) {
        StoreWriter writer(folder.file(has_brother ? "brothers.db" : "one.db"));
        const std::string text = "Viktor Orlov met Mali. Orlov left.";
        DocumentRecord document{.location = "story", .text = text};
        document.sentences = {{0, 22}, {23, text.size()}};
        document.mentions.push_back({{0, 12}, {"Viktor Orlov", EntityKind::person}});
        document.mentions.push_back({{17, 21}, {"Mali", EntityKind::state}});
        document.mentions.push_back({{23, 28}, {"Viktor Orlov", EntityKind::person, "Orlov"}});
        REQUIRE(writer.begin(document));
        if (has_brother) tell(writer, {{"Grigori Orlov", "Mali"}}, 1, true);
        tell(writer, {{"Orlov", "Mali"}}, 2, true);
        join_duplicates(writer);
        CHECK(are_one(writer.store(), "Orlov (person)", "Viktor Orlov") == !has_brother);
    }
}

TEST_CASE("a name of several words that texts have as two kinds is one actor's, but no person's and of no record") {
    const TemporaryDirectory folder;
    for (const bool has_record : {false, true}) {
        StoreWriter writer(folder.file(has_record ? "record.db" : "texts.db"));
        int number = 0;
        const auto name = [&](const std::string& actor, EntityKind kind) {
            const std::string text = actor + " stands in story " + std::to_string(++number) + ".";
            DocumentRecord document{.location = std::to_string(number), .text = text};
            document.mentions.push_back({{0, actor.size()}, {actor, kind}});
            REQUIRE(writer.begin(document));
        };
        for (const std::string actor : {"Salt Forum", "Forum"}) {
            name(actor, EntityKind::event);
            name(actor, EntityKind::ngo);
        }
        name("Abe Salt", EntityKind::person);
        name("Abe Salt", EntityKind::vehicle);
        if (has_record) {
            REQUIRE(writer.begin({.location = "table"}));
            writer.add({.subject = {"Salt Forum", EntityKind::ngo},
                        .relation = "meets",
                        .object = {"Mali", EntityKind::state}});
        }
        join_duplicates(writer);
        const Store store = writer.store();
        CHECK((store.canonical(1) == store.canonical(2)) == !has_record);  // Salt Forum
        CHECK(store.canonical(3) != store.canonical(4));                   // Forum
        CHECK(store.canonical(5) != store.canonical(6));                   // Abe Salt
    }
}

TEST_CASE("whom the gazetteer knows as two are two, however near their names") {
    const TemporaryDirectory folder;
    const std::vector<std::pair<EntityKind, std::pair<std::string, std::string>>> pairs{
        {EntityKind::person, {"Viktor Orlov", "Viktor P. Orlov"}},
        {EntityKind::ngo, {"Alten Harbor Salt Forum", "Alten Harbour Salt Forum"}}};
    for (const auto& [kind, names] : pairs) {
        for (const bool known : {false, true}) {
            const std::string path = folder.file(names.first + (known ? " known.db" : " unknown.db"));
            StoreWriter writer(path);
            for (const std::string& name : {names.first, names.second}) {
                DocumentRecord document{.location = name, .text = name + " left."};
                EntityReference actor{name, kind, "", {}};
                if (known) actor.aliases = {name == names.first ? "The Elder Salt" : "The Younger Ox"};
                if (kind != EntityKind::person) actor.mention = name == names.first ? names.second : names.first;
                document.mentions.push_back({{0, name.size()}, actor});
                CHECK(writer.begin(document));
            }
            join_duplicates(writer);
            writer.commit();
            CHECK(are_one(Store(path), names.first, names.second) == !known);
        }
    }
}

TEST_CASE("two places that the gazetteer knows are two, though both go by the same short form") {
    const TemporaryDirectory folder;
    const std::string path = folder.file("places.db");
    StoreWriter writer(path);
    EntityReference city{"Los Angeles", EntityKind::place, "", {}}, state{"Louisiana", EntityKind::place, "", {}};
    city.aliases = {"L.A."};
    city.mention = "L.A.";
    state.aliases = {"La."};
    state.name = "La.";
    state.known_name = "Louisiana";
    DocumentRecord document{.location = "both", .text = "L.A. and La. burned."};
    document.mentions = {{{0, 4}, city}, {{9, 12}, state}};
    CHECK(writer.begin(document));
    join_duplicates(writer);
    writer.commit();
    CHECK(!are_one(Store(path), "Los Angeles", "Louisiana"));
}

TEST_CASE("two whom the gazetteer knows by other names, and texts by the same one, are two from the start") {
    const TemporaryDirectory folder;
    const std::string path = folder.file("media.db");
    StoreWriter writer(path);
    for (const std::string known : {"Alten Broadcasting", "Ox Broadcasting"}) {
        EntityReference medium{"ABC", EntityKind::media, "", {}};
        medium.known_name = known;
        medium.aliases = {known, known + " Corporation"};
        DocumentRecord document{.location = known, .text = "ABC told " + known + "."};
        document.mentions.push_back({{0, 3}, medium});
        CHECK(writer.begin(document));
    }
    writer.commit();
    const Store store(path);
    CHECK(store.statistics().entities == 2);
    CHECK(!are_one(store, "Alten Broadcasting", "Ox Broadcasting"));
}
