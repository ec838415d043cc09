#include "ingest/report_json.hpp"

#include <utility>

namespace kith {

using Json = nlohmann::ordered_json;

namespace {

Json with_place(const Place& place, const Json& told) {
    Json json = {{"file", place.file},
                 {"line", place.line == 0 ? Json(nullptr) : Json(place.line)},
                 {"column", place.column == 0 ? Json(nullptr) : Json(place.column)}};
    json.update(told);
    return json;
}

}  // namespace

Json json_of(const std::string& database, const StoreWriter::Counts& counts, const IngestReport& report) {
    Json skipped = Json::array();
    for (const Skipped& each : report.skipped) skipped.push_back(with_place(each.place, {{"reason", each.reason}}));
    Json notes = Json::array();
    for (const Note& each : report.notes) notes.push_back(with_place(each.place, {{"text", each.text}}));
    return {{"database", database.empty() ? Json(nullptr) : Json(database)},
            {"inputs", report.inputs},
            {"documents", counts.documents},
            {"known_documents", report.known_documents},
            {"claims", counts.claims},
            {"evidence", counts.evidence},
            {"entities", counts.entities},
            {"skipped_count", report.skipped_count},
            {"skipped", std::move(skipped)},
            {"note_count", report.note_count},
            {"notes", std::move(notes)}};
}

}  // namespace kith
