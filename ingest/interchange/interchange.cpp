#include "ingest/interchange/interchange.hpp"

#include "ingest/interchange/json_text.hpp"

namespace kith::interchange {

std::optional<nlohmann::json> Interchange::parse(std::string_view object) {
    const auto has = [&](std::string_view words) { return object.find(words) != object.npos; };
    const bool may_be_one = (has("\"schema\"") && (has("\"properties\"") || has("\"prop\""))) ||
                            (has("\"type\"") && has("--")) || has("\"statementID\"") || has("\"statementId\"");
    if (!may_be_one) return std::nullopt;
    nlohmann::json parsed = parse_record(object);
    if (!FollowTheMoney::is_record(parsed) && !Stix::is_record(parsed) && !Bods::is_record(parsed)) return std::nullopt;
    return parsed;
}

void Interchange::take(const nlohmann::json& record, const RecordPlace& place) {
    if (FollowTheMoney::is_record(record)) {
        follow_the_money_.take(record, place);
    } else if (Bods::is_record(record)) {
        bods_.take(record, place);
    } else {
        stix_.take(record, place);
    }
}

void Interchange::settle() {
    follow_the_money_.settle();
    stix_.settle();
    records_.settle();
}

void Interchange::finish() {
    settle();
    bods_.settle();  // a later file may have replaced what an earlier one says
    records_.finish();
}

}  // namespace kith::interchange
