#include "graph/resolution/named_entities.hpp"

#include <algorithm>

#include "graph/claim_rules.hpp"
#include "graph/name_key.hpp"
#include "graph/store/entity_resolution.hpp"
#include "graph/store/schema.hpp"

namespace kith {

std::vector<std::string> reference_keys(const EntityReference& reference) {
    const std::string sort(1, static_cast<char>('0' + kind_class(reference.kind)));
    std::vector<std::string> keys;
    const auto add = [&](const std::string& name) {
        if (const std::string key = name_key(name); !key.empty()) keys.push_back(sort + key);
    };
    add(reference.name);
    add(given_name_first(reference));
    add(reference.known_name);
    for (const std::string& alias : reference.aliases) add(alias);
    std::ranges::sort(keys);
    keys.erase(std::ranges::unique(keys).begin(), keys.end());
    return keys;
}

NamedEntities name_entities(const std::vector<EntityReference>& references) {
    Database database(":memory:", Database::Mode::create);
    database.execute("BEGIN");
    create_schema(database, Ontology::builtin());
    EntityWriter writer(database);
    EntityResolution resolution(database, writer);
    NamedEntities named;
    for (const EntityReference& each : references) {
        const auto id = static_cast<std::size_t>(resolution.resolve(each).first);
        resolution.add_mention(static_cast<EntityId>(id), each);
        if (id > named.entities.size()) named.entities.push_back({.made_by = named.of.size()});
        named.of.push_back(id - 1);
    }
    Statement entities = database.prepare("SELECT id, name, kind FROM entity");
    while (entities.step()) {
        NamedEntity& entity = named.entities.at(static_cast<std::size_t>(entities.integer(0)) - 1);
        entity.name = entities.text(1);
        entity.kind = parse_entity_kind(entities.text(2)).value_or(EntityKind::organisation);
    }
    Statement names = database.prepare("SELECT entity, key, name, origin FROM alias ORDER BY entity, key, name");
    while (names.step()) {
        named.entities.at(static_cast<std::size_t>(names.integer(0)) - 1)
            .names.push_back({std::string(names.text(1)), std::string(names.text(2)), std::string(names.text(3))});
    }
    Statement identifiers = database.prepare("SELECT entity, scheme, value FROM identifier ORDER BY scheme, value");
    while (identifiers.step()) {
        named.entities.at(static_cast<std::size_t>(identifiers.integer(0)) - 1)
            .identifiers.push_back({std::string(identifiers.text(1)), std::string(identifiers.text(2))});
    }
    return named;
}

}  // namespace kith
