#include "ingest/gazetteer/known_entity.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kith {
namespace {

const EntityKindSet everything = ~EntityKindSet();

EntityKindSet only(EntityKind kind) {
    return EntityKindSet().set(static_cast<std::size_t>(kind));
}

// Of a record that tells no kind.
EntityReference recognised(const std::string& name, const EntityKindSet& allowed = everything) {
    EntityReference entity{.name = name};
    recognise(Gazetteer::builtin(), allowed, false, entity);
    return entity;
}

EntityReference recognised_as(const std::string& name, EntityKind kind) {
    EntityReference entity{.name = name, .kind = kind};
    recognise(Gazetteer::builtin(), everything, true, entity);
    return entity;
}

bool is_called(const EntityReference& entity, std::string_view alias) {
    return std::ranges::find(entity.aliases, alias) != entity.aliases.end();
}

TEST_CASE("a state of a record gets its name, its kind and its code") {
    const EntityReference state = recognised("USA");
    CHECK(state.name == "United States");
    CHECK(state.kind == EntityKind::state);
    CHECK(is_called(state, "USA"));
    CHECK(state.known_identifiers.front() == Identifier{"iso3166", "US"});
    CHECK(state.identifiers.empty());  // the record itself told none
}

TEST_CASE("a body of a record keeps the name that is written, and gets its others") {
    const EntityReference body = recognised("Hizbullah");
    CHECK(body.name == "Hizbullah");
    CHECK(body.kind == EntityKind::armed_group);
    CHECK(is_called(body, "Hezbollah"));
    CHECK(recognised("Wagner").name == "Wagner Group");  // a piece of its name
    CHECK(recognised("Putin").name == "Vladimir Putin");
}

TEST_CASE("names that a list writes in capitals, or the other way round, are known") {
    CHECK(recognised("ROSOBORONEXPORT").name == "Rosoboronexport");
    CHECK(recognised("PUTIN, Vladimir").name == "Vladimir Putin");
    CHECK(recognised("Putin, Vladimir").kind == EntityKind::person);
    CHECK(recognised("rosoboronexport").aliases.empty());  // capitals are the name's own
    CHECK(recognised("Iranian").kind == EntityKind::organisation);
}

TEST_CASE("a body of a record is known without its legal form, and goes without it") {
    CHECK(recognised("Boeing Co.").name == "Boeing");
    CHECK(recognised("ROSOBORONEXPORT OAO").name == "Rosoboronexport");
    CHECK(recognised("JSC Rosoboronexport").name == "Rosoboronexport");
    CHECK(recognised("Iran Ltd.").kind == EntityKind::organisation);  // not the state
}

TEST_CASE("a kind that the record tells must be of the entry's sort, and is made closer where it says little") {
    CHECK(recognised_as("Wagner", EntityKind::person).name == "Wagner");
    CHECK(recognised_as("Wagner", EntityKind::company).kind == EntityKind::company);
    CHECK(recognised_as("Wagner", EntityKind::company).name == "Wagner Group");
    CHECK(recognised_as("Wagner", EntityKind::organisation).kind == EntityKind::armed_group);
    CHECK(recognised_as("Iran", EntityKind::place).kind == EntityKind::state);
}

TEST_CASE("what may not stand there is not meant, and a capital stands for its state as in texts") {
    CHECK(recognised("Iran", only(EntityKind::person)).kind == EntityKind::organisation);
    CHECK(recognised("Tehran").kind == EntityKind::place);
    CHECK(recognised("Tehran", only(EntityKind::state)).name == "Iran");
}

TEST_CASE("aliases of the record stay beside those of the gazetteer, once each") {
    EntityReference entity{.name = "Hezbollah", .aliases = {"The Party", "Hizbullah"}};
    recognise(Gazetteer::builtin(), everything, false, entity);
    CHECK(is_called(entity, "The Party"));
    CHECK(std::ranges::count(entity.aliases, "Hizbullah") == 1);
}

}  // namespace
}  // namespace kith
