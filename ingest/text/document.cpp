#include "ingest/text/document.hpp"

namespace kith::text {

EntityReference reference(const Actor& actor, std::string_view words) {
    EntityReference reference;
    reference.name = actor.name;
    reference.known_name = actor.known_name;
    reference.kind = actor.kind;
    reference.mention = words;
    reference.aliases = actor.aliases;
    reference.known_identifiers = actor.identifiers;
    return reference;
}

}  // namespace kith::text
