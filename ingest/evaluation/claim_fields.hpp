// Fields that annotated claims and those of a system are written with alike.
#pragma once

#include <vector>

#include "graph/claim.hpp"
#include "ingest/evaluation/compared_name.hpp"
#include "ingest/evaluation/json_field.hpp"

namespace kith::evaluation {

// Both throw Error, with the field's place, for what is no name or status.
std::vector<ComparedName> names_in(const JsonField& field);
std::vector<Status> statuses_in(const JsonField& field);

}  // namespace kith::evaluation
