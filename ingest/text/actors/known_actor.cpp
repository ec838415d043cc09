#include "ingest/text/actors/known_actor.hpp"

#include <utility>

#include "ingest/gazetteer/known_entity.hpp"

namespace kith::text {

Actor known_actor(const GazetteerEntry& entry, std::string_view name) {
    EntityReference known = known_entity(entry, name);
    Actor actor;
    actor.name = std::move(known.name);
    actor.known_name = std::move(known.known_name);
    actor.kind = known.kind;
    actor.aliases = std::move(known.aliases);
    actor.identifiers = std::move(known.known_identifiers);
    actor.state = entry.state;
    actor.capital = entry.capital;
    actor.known = true;
    return actor;
}

}  // namespace kith::text
