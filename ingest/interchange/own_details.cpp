#include "ingest/interchange/own_details.hpp"

#include "graph/claim_rules.hpp"
#include "graph/error.hpp"

namespace kith::interchange {

std::size_t count_of(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 0;
}

std::vector<Identifier> identifiers_in(const nlohmann::json& object, const char* key) {
    std::vector<std::string> texts;
    if (object.contains(key)) append_texts(object.at(key), texts);
    std::vector<Identifier> found;
    for (const std::string& each : texts) {
        if (const auto identifier = identifier_in(each)) found.push_back(*identifier);
    }
    return found;
}

EntityReference reference_of(const nlohmann::json& entity) {
    EntityReference reference;
    reference.name = entity.is_string() ? entity.get<std::string>() : text_of(entity, "name");
    if (reference.name.size() > longest_name_bytes) throw RejectedRecord("the name of an entity is too long");
    reference.mention = entity.is_object() ? text_of(entity, "mention") : std::string();
    if (reference.mention.empty()) reference.mention = reference.name;
    if (!entity.is_object()) return reference;
    const std::string kind = text_of(entity, "kind");
    const auto known = parse_entity_kind(kind);
    if (!known && !kind.empty())
        throw RejectedRecord("there is no kind of entity \"" + kind.substr(0, 40) + '"',
                             "`kith relations` lists the kinds.");
    reference.kind = known.value_or(EntityKind::organisation);
    reference.identifiers = identifiers_in(entity, "identifiers");
    return reference;
}

ClaimRecord details_of(const nlohmann::json& claim) {
    ClaimRecord record{.relation = text_of(claim, "relation"),
                       .unnamed_speaker = text_of(claim, "unnamed_speaker"),
                       .item = text_of(claim, "item"),
                       .role = text_of(claim, "role"),
                       .time = text_of(claim, "time")};
    const std::string status = text_of(claim, "status");
    const auto known = parse_status(status);
    if (!known && !status.empty())
        throw RejectedRecord("there is no status \"" + status.substr(0, 40) + '"',
                             "Use actual, planned, possible, demanded, denied or former.");
    record.status = known.value_or(Status::actual);
    if (claim.contains("speaker") && claim.at("speaker").is_object())
        record.speaker = reference_of(claim.at("speaker"));
    if (claim.contains("place") && claim.at("place").is_object()) record.place = reference_of(claim.at("place"));
    return record;
}

void add_evidence(const nlohmann::json& evidence, ClaimRecord& claim) {
    claim.sentence = {count_of(evidence, "begin"), count_of(evidence, "end")};
    claim.line = count_of(evidence, "line");
    claim.record = text_of(evidence, "record");
    claim.url = text_of(evidence, "url");
    claim.quote = text_of(evidence, "text");
    claim.extractor = text_of(evidence, "extractor");
    if (evidence.contains("confidence") && evidence.at("confidence").is_number())
        claim.confidence = evidence.at("confidence").get<double>();
}

}  // namespace kith::interchange
