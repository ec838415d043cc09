// What an ingestion did, as JSON for other programs: docs/json.md, "kith ingest --summary json".
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

#include "graph/store/store_writer.hpp"
#include "ingest/ingest.hpp"

namespace [[gnu::visibility("default")]] kith {

// `database` is empty where none was made. `joined`: entities joined with others (graph/resolution/duplicates).
nlohmann::ordered_json json_of(const std::string& database, const StoreWriter::Counts& counts, std::size_t joined,
                               const IngestReport& report);

}  // namespace kith
