// What an ingestion did, as JSON for other programs: docs/json.md, "kith ingest --summary json".
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"

namespace [[gnu::visibility("default")]] kith {

// `database` is empty where none was made.
nlohmann::ordered_json json_of(const std::string& database, const StoreWriter::Counts& counts,
                               const IngestReport& report);

}  // namespace kith
