// Steps of the resolver for engines of many machines: what they make of counts that others gather is what a store makes.
#include "api/resolution.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "api/kith.h"
#include "graph/resolution/candidates.hpp"
#include "graph/resolution/duplicates.hpp"
#include "graph/resolution/pair_score.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"
#include "query/export/claim_printer.hpp"
#include "query/words.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

const std::vector<std::string> names = {
    "Viktor Orlov",   "Viktor P. Orlov",      "V. Orlov",       "Orlov",    "Victor Orlow",
    "Ivan Orlov",     "Ada Quorvex",          "Ada B. Quorvex", "Quorvex",  "Quorvex Trading",
    "Quorvex Trade",  "Quorvex Trading Ltd.", "Mirelund Steel", "Mirelund", "Mirelund Steel Co",
    "Steel Mirelund", "Port Oksarra",         "Oksarra"};

void write_random(StoreWriter& writer, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned number) { return static_cast<std::size_t>(random() % number); };
    for (std::size_t d = 0; d < 12; ++d) {
        std::string text;
        DocumentRecord document{.location = "article " + std::to_string(d)};
        std::vector<ClaimRecord> claims;
        for (std::size_t s = 0; s < 3; ++s) {
            const auto named = [&] {
                const std::size_t which = below(18);
                EntityReference entity{names[which], which < 9 ? EntityKind::person : EntityKind::company,
                                       names[which]};
                if (below(8) == 0) entity.mention = names[which < 9 ? below(9) : 9 + below(9)];
                if (below(10) == 0) entity.aliases = {names[which < 9 ? below(9) : 9 + below(9)]};
                if (below(12) == 0) entity.identifiers = {{"wikidata", "Q" + std::to_string(below(3) + 1)}};
                return entity;
            };
            const EntityReference subject = named(), object = named();
            const std::size_t begin = text.size();
            text += subject.name + " met " + object.name + " in story " + std::to_string(seed * 100 + d) + ". ";
            document.sentences.push_back({begin, text.size() - 1});
            document.mentions.push_back({{begin, begin + subject.name.size()}, subject});
            document.mentions.push_back(
                {{begin + subject.name.size() + 5, begin + subject.name.size() + 5 + object.name.size()}, object});
            claims.push_back(
                {.subject = subject, .relation = "meets", .object = object, .sentence = document.sentences.back()});
        }
        document.text = text;
        if (!writer.begin(document)) continue;
        for (const ClaimRecord& claim : claims) {
            try {
                writer.add(claim);
            } catch (const RejectedRecord&) {  // of two who are one
            }
        }
    }
}

// What an engine gathers of a store: profiles by id, each with all that is said of it elsewhere.
Json profiles_of(const Database& database) {
    const std::vector<EntityProfile> profiles = read_profiles(database);
    Json all = Json::array();
    std::map<std::string, Json> bearers;
    for (const EntityProfile& each : profiles) {
        for (const std::string& word : words_borne_by(each))
            bearers[word].push_back({{"id", each.id}, {"name", each.name}, {"weight", each.weight}});
    }
    for (const EntityProfile& each : profiles) {
        Json profile{{"id", each.id},
                     {"name", each.name},
                     {"kind", to_string(each.kind)},
                     {"weight", each.weight},
                     {"well_known", each.well_known}};
        for (const Identifier& identifier : each.identifiers) profile["identifiers"].push_back(to_string(identifier));
        Statement further = database.prepare(
            "SELECT a.name FROM alias a JOIN entity e ON e.id = a.entity WHERE e.id = ?1 AND a.origin IN ('gazetteer', "
            "'user') AND a.name <> e.name AND (SELECT count(DISTINCT entity) FROM alias o WHERE o.key = a.key AND "
            "o.origin <> 'mention') <= 2 ORDER BY a.key, a.name LIMIT 11");
        for (further.bind(1, each.id); further.step();) profile["further_names"].push_back(further.text(0));
        if (const NameWord* const word = each.is_person() ? single_word(each) : nullptr;
            word && bearers.contains(word->text))
            profile["bearers"] = bearers[word->text];
        profile["documents"] = Json::array();
        Statement documents = database.prepare("SELECT DISTINCT document FROM mention WHERE entity = ?1");
        for (documents.bind(1, each.id); documents.step();) profile["documents"].push_back(documents.integer(0));
        Statement company = database.prepare(
            "SELECT m.entity, count(DISTINCT m.document), (SELECT count(DISTINCT document) FROM mention s WHERE "
            "s.entity = "
            "m.entity) FROM mention m WHERE m.entity <> ?1 AND m.document IN (SELECT document FROM mention WHERE "
            "entity = "
            "?1) GROUP BY m.entity ORDER BY m.entity DESC");
        for (company.bind(1, each.id); company.step();)
            profile["company"].push_back(
                {{"id", company.integer(0)}, {"together", company.integer(1)}, {"documents", company.integer(2)}});
        all.push_back(std::move(profile));
    }
    return all;
}

// Pairs with a key in common, as an engine finds them.
std::set<std::pair<std::size_t, std::size_t>> pairs_by_keys(const Json& profiles) {
    const Json answer = take_step("blocking_keys", {{"profiles", profiles}});
    std::map<std::string, std::vector<std::size_t>> blocks;
    std::map<std::string, std::size_t> most;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        for (const Json& key : answer["profiles"][i]["keys"]) {
            blocks[key["key"]].push_back(i);
            most[key["key"]] = key["most_entities"];
        }
    }
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& [key, members] : blocks) {
        if (members.size() > most[key]) continue;
        for (const std::size_t one : members) {
            for (const std::size_t other : members) {
                if (one < other) pairs.emplace(one, other);
            }
        }
    }
    return pairs;
}

}  // namespace

TEST_CASE("pairs are scored and joined by what others counted as by what a store knows") {
    std::size_t joined = 0;
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const test::TemporaryDirectory directory;
        StoreWriter writer(directory.file("a.db"));
        write_random(writer, seed);
        const Store store = writer.store();
        const Database& database = database_of(store);
        const std::vector<EntityProfile> profiles = read_profiles(database);
        StoreFacts facts(profiles, database);
        PairScorer scorer(profiles, facts);

        const Json told = profiles_of(database);
        const auto candidates = candidate_pairs(profiles, nullptr);
        REQUIRE(pairs_by_keys(told) == std::set(candidates.begin(), candidates.end()));
        Json input{{"profiles", told}, {"all_documents", database.integer("SELECT count(*) FROM document")}};
        for (const auto& [one, other] : candidates) {
            input["pairs"].push_back({{"one", one},
                                      {"other", other},
                                      {"called", facts.are_called_alike(profiles[one].id, profiles[other].id)}});
        }
        for (std::size_t one = 0; one < profiles.size(); ++one) {
            for (std::size_t other = one + 1; other < profiles.size(); ++other) {
                if (facts.are_called_alike(profiles[one].id, profiles[other].id))
                    input["called"].push_back({{"one", one}, {"other", other}});
            }
        }
        const Json probabilities = take_step("scores", input)["probabilities"];
        const Json contradictory = take_step("contradictions", input)["contradictory"];
        Json joins = input;
        joins["pairs"] = Json::array();
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const auto [one, other] = candidates[i];
            CAPTURE(profiles[one].name);
            CAPTURE(profiles[other].name);
            const PairScore score = scorer.score(one, other);
            REQUIRE(contradictory[i] == scorer.contradict(one, other));
            if (score.contradictory) {
                REQUIRE(probabilities[i].is_null());
            } else {
                REQUIRE(probabilities[i].get<double>() == score.probability);  // to the last bit
                if (score.probability >= join_from)
                    joins["pairs"].push_back({{"one", one}, {"other", other}, {"probability", score.probability}});
            }
        }
        const Json kept = take_step("joins", joins)["kept"];
        join_duplicates(writer);
        for (std::size_t i = 0; i < profiles.size(); ++i) {
            const std::size_t stands_as = kept[i];
            REQUIRE(profiles[stands_as].id == store.canonical(profiles[i].id));
            if (stands_as != i) ++joined;
        }
    }
    CHECK(joined > 60);
}

TEST_CASE("the references of lines, in order, make the entities that kith ingest makes of the lines") {
    const test::TemporaryDirectory directory;
    std::ostringstream out;
    ClaimPrinter printer(out, Ontology::builtin(), PrintedLines::all);
    ingest_text({.location = "a.txt",
                 .text = "Hizballah attacked Israel, White House spokesman John Kirby said on Monday.\n\n"
                         "Iran supplied drones to Hezbollah, Kirby told reporters. The Wagner Group left Mali.\n"},
                {}, printer);
    std::vector<std::string> lines;
    std::istringstream in(out.str());
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    const Json told = take_step("references", {{"lines", lines}});
    Json references = Json::array();
    for (const Json& each : told["references"]) references.push_back(each["reference"]);
    const Json named = take_step("entities", {{"references", references}});

    const std::string file = directory.write("a.jsonl", out.str()), path = directory.file("a.db");
    StoreWriter writer(path);
    ingest_paths({file}, {}, writer);
    writer.commit();
    const Store store(path);
    REQUIRE(named["entities"].size() == static_cast<std::size_t>(store.statistics().entities));
    CHECK(named["entities"].size() > 4);
    for (std::size_t i = 0; i < named["entities"].size(); ++i) {
        const Entity entity = store.entity(static_cast<EntityId>(i + 1));
        CHECK(named["entities"][i]["name"] == entity.name);
        CHECK(named["entities"][i]["kind"] == to_string(entity.kind));
    }
    std::string mentions;
    for (const Json& each : told["documents"][0]["mentions"])
        mentions += each[0].dump() + "-" + each[1].dump() + ":" +
                    std::to_string(named["of"][each[2].get<std::size_t>()].get<int>() + 1) + " ";
    std::string stored;
    Statement rows = database_of(store).prepare(
        "SELECT begin || '-' || \"end\" || ':' || entity || ' ' FROM mention ORDER BY begin");
    while (rows.step()) stored += rows.text(0);
    CHECK(mentions == stored);
}

TEST_CASE("a step that there is not, and an input that is none, are told") {
    CHECK_THROWS_AS(take_step("guess", {}), UnknownWord);
    for (const char* const input :
         {R"({})", R"({"profiles": 3})", R"({"profiles": [{"id": 1, "name": "A", "kind": "wizard"}]})",
          R"({"profiles": [{"id": 1, "name": "A", "kind": "person"}], "pairs": [{"one": 0, "other": 1}]})",
          R"({"profiles": [{"id": 2, "name": "A", "kind": "person"}, {"id": 1, "name": "B", "kind": "person"}]})"}) {
        CAPTURE(input);
        CHECK_THROWS_AS(take_step("scores", Json::parse(input)), Error);
        kith_database* database = nullptr;
        kith_open("", KITH_WRITE, &database);
        CHECK(kith_resolve(database, "scores", input) == nullptr);
        CHECK(kith_error_code(database) == KITH_ERROR);
        CHECK(kith_resolve(database, "guess", input) == nullptr);
        CHECK(kith_error_code(database) == KITH_MISUSE);
        kith_close(database);
    }
}
