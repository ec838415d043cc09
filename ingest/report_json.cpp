#include "ingest/report_json.hpp"

#include <utility>

namespace kith {

using Json = nlohmann::ordered_json;

Json json_of(const std::string& database, const StoreWriter::Counts& counts, const IngestReport& report) {
    Json skipped = Json::array();
    for (const Skipped& each : report.skipped) {
        skipped.push_back({{"file", each.place.file},
                           {"line", each.place.line == 0 ? Json(nullptr) : Json(each.place.line)},
                           {"column", each.place.column == 0 ? Json(nullptr) : Json(each.place.column)},
                           {"reason", each.reason}});
    }
    return {{"database", database.empty() ? Json(nullptr) : Json(database)},
            {"inputs", report.inputs},
            {"documents", counts.documents},
            {"known_documents", report.known_documents},
            {"claims", counts.claims},
            {"evidence", counts.evidence},
            {"entities", counts.entities},
            {"skipped_count", report.skipped_count},
            {"skipped", std::move(skipped)}};
}

}  // namespace kith
