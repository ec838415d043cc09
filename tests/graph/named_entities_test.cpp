// The entities of references, named in lots that share no key, are those that a store makes of all of them.
#include "graph/resolution/named_entities.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/store_writer.hpp"
#include "temporary_directory.hpp"

using namespace kith;

namespace {

std::vector<EntityReference> random_references(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned number) { return random() % number; };
    const std::vector<std::string> names = {"Ada Quorvex",   "QUORVEX, Ada", "Quorvex", "The Quorvex", "Zantibo Bank",
                                            "Zantibo, Bank", "Mirelund",     "Oksarra", "Ökşarra",     "Tivver Port"};
    const std::vector<EntityKind> kinds = {EntityKind::person, EntityKind::company, EntityKind::organisation,
                                           EntityKind::place, EntityKind::state};
    std::vector<EntityReference> references;
    for (unsigned i = 0; i < 40; ++i) {
        EntityReference& reference = references.emplace_back();
        reference.name = names[below(10)];
        reference.kind = kinds[below(5)];
        reference.mention = below(2) == 0 ? reference.name : names[below(10)];
        if (below(5) == 0) reference.aliases = {names[below(10)]};
        if (below(6) == 0) reference.known_name = names[below(10)];
        if (below(6) == 0) reference.identifiers = {{"wikidata", "Q" + std::to_string(1 + below(4))}};
        if (below(6) == 0) reference.known_identifiers = {{"wikidata", "Q" + std::to_string(1 + below(4))}};
    }
    return references;
}

// Whom a store makes of them: each with all that it knows of him, and the references in which he is meant.
using Known = std::map<std::vector<std::size_t>, std::string>;

std::string in_words(const std::string& name, EntityKind kind, const std::vector<std::string>& names) {
    std::string text = name + " (" + std::string(to_string(kind)) + ")";
    for (const std::string& each : names) text += "|" + each;
    return text;
}

Known by_store(const std::vector<EntityReference>& references) {
    const test::TemporaryDirectory directory;
    StoreWriter writer(directory.file("a.db"));
    DocumentRecord document{.location = "a", .text = std::string(references.size() * 2, 'x')};
    for (std::size_t i = 0; i < references.size(); ++i)
        document.mentions.push_back({{2 * i, 2 * i + 1}, references[i]});
    writer.begin(document);
    const Store store = writer.store();
    const Database& database = database_of(store);
    std::map<EntityId, std::vector<std::size_t>> meant;
    Statement mentions = database.prepare("SELECT begin, entity FROM mention ORDER BY begin");
    while (mentions.step()) meant[mentions.integer(1)].push_back(static_cast<std::size_t>(mentions.integer(0) / 2));
    Known known;
    for (const auto& [id, places] : meant) {
        std::vector<std::string> names;
        Statement rows = database.prepare("SELECT key || '/' || name || '/' || origin FROM alias WHERE entity = ?1");
        for (rows.bind(1, id); rows.step();) names.emplace_back(rows.text(0));
        std::ranges::sort(names);
        known[places] = in_words(store.entity(id).name, store.entity(id).kind, names);
    }
    return known;
}

// `places`: of the references, among all.
void add_named(const std::vector<EntityReference>& references, const std::vector<std::size_t>& places, Known& known) {
    const NamedEntities named = name_entities(references);
    std::vector<std::vector<std::size_t>> meant(named.entities.size());
    for (std::size_t i = 0; i < references.size(); ++i) meant[named.of[i]].push_back(places[i]);
    for (std::size_t e = 0; e < named.entities.size(); ++e) {
        CHECK(places[named.entities[e].made_by] == meant[e].front());
        std::vector<std::string> names;
        for (const NamedEntity::Name& each : named.entities[e].names)
            names.push_back(each.key + '/' + each.name + '/' + each.origin);
        std::ranges::sort(names);
        known[meant[e]] = in_words(named.entities[e].name, named.entities[e].kind, names);
    }
}

}  // namespace

TEST_CASE("entities that are named lot by lot, each of references that hang together by keys, are those of a store") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        CAPTURE(seed);
        const std::vector<EntityReference> references = random_references(seed);
        std::map<std::string, std::size_t> lot_of_key;
        std::vector<std::set<std::size_t>> lots;
        for (std::size_t i = 0; i < references.size(); ++i) {
            std::set<std::size_t> lot{i};
            const std::vector<std::string> keys = reference_keys(references[i]);
            for (const std::string& key : keys) {
                if (const auto found = lot_of_key.find(key); found != lot_of_key.end())
                    lot.merge(std::set(lots[found->second]));
            }
            for (const std::size_t member : lot) {
                for (const std::string& key : reference_keys(references[member])) lot_of_key[key] = lots.size();
            }
            lots.push_back(lot);
        }
        std::set<std::size_t> last;
        for (const auto& [key, lot] : lot_of_key) last.insert(lot);
        Known named;
        for (const std::size_t lot : last) {
            std::vector<EntityReference> members;
            for (const std::size_t member : lots[lot]) members.push_back(references[member]);
            add_named(members, {lots[lot].begin(), lots[lot].end()}, named);
        }
        REQUIRE(last.size() > 1);
        REQUIRE(named == by_store(references));
    }
}
