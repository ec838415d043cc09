// Entities: the actors, places and things that claims tie together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/identifier.hpp"

namespace [[gnu::visibility("default")]] kith {

// Row number in the table `entity`; positive. An entity keeps its id for ever; merged entities are looked up through
// Store::canonical.
using EntityId = std::int64_t;

enum class EntityKind : std::uint8_t {
    person,
    state,  // the actor and the place: "Moscow said" is the state, "in Moscow" the place Moscow
    place,
    government_body,
    military_unit,
    armed_group,
    party,
    international_body,
    company,
    ngo,
    media,
    population_group,
    weapon,
    vehicle,
    event,
    agreement,
    product,
    organisation,  // where nothing closer is known
};

// All kinds, in the order of the enumeration.
std::span<const EntityKind> all_entity_kinds();

// "armed_group": the name used in files, in JSON and on the command line.
std::string_view to_string(EntityKind kind);
std::optional<EntityKind> parse_entity_kind(std::string_view name);

// Sources call one entity by different kinds: a company is another's armed group. Kinds of one class may be one entity:
// persons; places and states; things; events and agreements; organisations of all sorts.
inline constexpr std::size_t kind_classes = 5;
std::size_t kind_class(EntityKind kind);

// "armed group": for people.
std::string in_words(EntityKind kind);
// "an armed group"
std::string with_article(EntityKind kind);

struct Entity {
    EntityId id = 0;
    std::string name{};
    EntityKind kind = EntityKind::organisation;

    bool operator==(const Entity&) const = default;
};

// An entity as a source names it, before the store knows which one it is.
struct EntityReference {
    std::string name{};  // fullest name in the document, or the gazetteer's name: "Wagner Group"
    EntityKind kind = EntityKind::organisation;
    std::string mention{};               // the words at this place: "Wagner", "the Lebanese militant group"
    std::vector<std::string> aliases{};  // further names that identify it beyond this document (gazetteer)

    // What the source itself says: an entity of these is told from another of the same name.
    std::vector<Identifier> identifiers{};
    // What the gazetteer adds to the name.
    std::vector<Identifier> known_identifiers{};
    std::string known_name{};  // by which a store calls it; empty: it is `name`, or the gazetteer has none

    bool operator==(const EntityReference&) const = default;
};

}  // namespace kith
