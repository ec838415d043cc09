#include "ingest/report_json.hpp"

#include <utility>

namespace kith {

using Json = nlohmann::ordered_json;

namespace {

Json with_position(const InputPosition& position, const Json& told) {
    Json json = {{"file", position.file},
                 {"line", position.line == 0 ? Json(nullptr) : Json(position.line)},
                 {"column", position.column == 0 ? Json(nullptr) : Json(position.column)}};
    json.update(told);
    return json;
}

}  // namespace

Json json_of(const std::string& database, const StoreWriter::Counts& counts, std::size_t joined,
             const IngestReport& report) {
    Json skipped = Json::array();
    for (const Skipped& each : report.skipped)
        skipped.push_back(with_position(each.position, {{"reason", each.reason}}));
    Json reasons = Json::array();
    for (const SkippedFor& each : report.reasons) reasons.push_back({{"reason", each.reason}, {"count", each.count}});
    Json lists = Json::array();
    for (const StoreWriter::ListChange& each : counts.lists)
        lists.push_back({{"list", each.list}, {"replaced", each.replaced}, {"former", each.dropped}});
    Json notes = Json::array();
    for (const Note& each : report.notes) notes.push_back(with_position(each.position, {{"text", each.text}}));
    return {{"database", database.empty() ? Json(nullptr) : Json(database)},
            {"inputs", report.inputs},
            {"documents", counts.documents},
            {"known_documents", report.known_documents},
            {"claims", counts.claims},
            {"evidence", counts.evidence},
            {"entities", counts.entities},
            {"joined", joined},
            {"lists", std::move(lists)},
            {"skipped_count", report.skipped_count},
            {"skipped", std::move(skipped)},
            {"reasons", std::move(reasons)},
            {"note_count", report.note_count},
            {"notes", std::move(notes)}};
}

}  // namespace kith
