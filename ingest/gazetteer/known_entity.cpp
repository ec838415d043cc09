#include "ingest/gazetteer/known_entity.hpp"

namespace kith {

std::string_view name_of_known(const GazetteerEntry& entry, std::string_view written) {
    if (entry.kind == EntityKind::state || entry.by_user) return entry.name;
    if (written.find(' ') != written.npos) return written;
    const bool piece = entry.name.starts_with(written) && entry.name.substr(written.size()).starts_with(' ');
    return piece || entry.kind == EntityKind::person ? entry.name : written;
}

EntityReference known_entity(const GazetteerEntry& entry, std::string_view name) {
    EntityReference entity;
    entity.name = name;
    entity.kind = entry.kind;
    entity.aliases = entry.aliases();
    if (name != entry.name) entity.aliases.emplace_back(entry.name);
    std::erase(entity.aliases, name);
    entity.known_identifiers = entry.identifiers();
    return entity;
}

}  // namespace kith
