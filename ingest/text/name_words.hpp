// Words that tell the kind of a name: data/heads.tsv and data/first_names.tsv.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/text/document.hpp"

namespace kith::text {

// "Ministry" -> government_body; nothing for other words.
std::optional<EntityKind> kind_of_head(std::string_view word);

// Nothing: no given name. Gender::unknown does not occur: a name of both genders counts for the first that lists it.
std::optional<Gender> gender_of_first_name(std::string_view word);

}  // namespace kith::text
