// An evaluation as JSON: docs/json.md, "kith evaluate".
#pragma once

#include "ingest/evaluation/evaluation.hpp"
#include "query/export/json.hpp"

namespace kith::cli {

Json json_of(const evaluation::Evaluation& result);

}  // namespace kith::cli
