// What the gazetteer adds to a name of a source, so that a text and a table that mean one entity give one.
//
//     known_entity(entry, name_of_known(entry, "Wagner"))   // Wagner Group, also called Wagner, PMC Wagner ...; ofac:22543
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/entity.hpp"
#include "graph/relation.hpp"
#include "ingest/gazetteer/gazetteer.hpp"

namespace kith {

// The body of this name without its legal form: Boeing of "Boeing Co."; nothing for a name without one.
std::optional<GazetteerMatch> match_without_legal_form(const Gazetteer& gazetteer, std::string_view name);

// The person of this name without "Jr.", "Sr.", "III" behind it; nothing for a name without one.
std::optional<GazetteerMatch> match_without_generation(const Gazetteer& gazetteer, std::string_view name);

// The name that the entry's entity gets where the source calls it `written`: a state its English one, and what a user
// knows the user's; of others the written one, unless that is a piece of the name ("Azov" of "Azov Regiment", a bare
// last name) or an abbreviation of a place ("Tex.", "FL").
std::string_view name_of_known(const GazetteerEntry& entry, std::string_view written);

// The entity under this name, with the entry's other names as aliases, its kind and its identifiers.
EntityReference known_entity(const GazetteerEntry& entry, std::string_view name);

// Gives an entity of a record what the gazetteer knows by its name: a better name, aliases, a closer kind, identifiers.
// `is_kind_told`: the record says the kind, which an entry must agree with then; organisation agrees with all. `allowed`:
// kinds that may stand here; a record whose identifiers contradict the entry's means another; where a capital may not, its state does, as in texts. A name all in capitals ("ROSNEFT",
// "PUTIN, Vladimir") is known by its letters.
void recognise(const Gazetteer& gazetteer, const EntityKindSet& allowed, bool is_kind_told, EntityReference& entity);

}  // namespace kith
