// The JSON of views: key order is part of the shape.
#include "query/export/json.hpp"

#include <cmath>

namespace kith {

namespace {

void add_identifiers(Json& json, const char* key, const std::vector<Identifier>& identifiers) {
    for (const Identifier& each : identifiers) json[key].push_back(to_string(each));
}

}  // namespace

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

void add_text(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
}

void add_unnamed_speaker(Json& claim, const std::string& words) {
    add_text(claim, "unnamed_speaker", words);
}

double rounded(double share) {
    return std::round(share * 1000.0) / 1000.0;
}

std::string compact(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string indented(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json json_of(const EntityReference& entity) {
    Json json = {{"name", entity.name}, {"kind", to_string(entity.kind)}};
    add_text(json, "mention", entity.mention);
    add_identifiers(json, "identifiers", entity.identifiers);
    return json;
}

Json whole_reference(const EntityReference& entity) {
    Json json = json_of(entity);
    add_text(json, "known_name", entity.known_name);
    add_identifiers(json, "known_identifiers", entity.known_identifiers);
    if (!entity.aliases.empty()) json["aliases"] = entity.aliases;
    return json;
}

Json json_of(const Entity& entity) {
    return {{"id", entity.id}, {"name", entity.name}, {"kind", to_string(entity.kind)}};
}

Json json_of(const Document& document) {
    return {{"id", document.id},
            {"location", document.location},
            {"title", text_or_null(document.title)},
            {"publisher", text_or_null(document.publisher)},
            {"published", text_or_null(document.published)},
            {"lineage", document.lineage}};
}

void add_record(Json& json, const std::string& record, const std::string& url, const std::string& extractor) {
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) json[key] = text;
    };
    add("record", record);
    add("url", url);
    add("extractor", extractor);
}

Json json_of(const QuoteView& quote) {
    Json json = {{"document", json_of(quote.document)}, {"begin", quote.span.begin}, {"end", quote.span.end}};
    json["line"] = quote.line == 0 ? Json(nullptr) : Json(quote.line);
    json["text"] = text_or_null(quote.text);
    json["cue"] = text_or_null(quote.text.substr(quote.cue.begin, quote.cue.end - quote.cue.begin));
    add_record(json, quote.record, quote.url, quote.extractor);
    return json;
}

Json json_of(const ClaimJudgementView& judgement) {
    return {{"id", judgement.id},
            {"verdict", to_string(judgement.verdict)},
            {"judge", judgement.judge},
            {"decided", text_or_null(judgement.decided)},
            {"said",
             {{"subject", json_of(judgement.subject)},
              {"relation", judgement.relation->name},
              {"object", json_of(judgement.object)},
              {"status", to_string(judgement.status)}}}};
}

Json json_of(const ClaimView& claim) {
    Json alternatives = Json::array();
    for (const AlternativeView& other : claim.alternatives) {
        alternatives.push_back(
            {{"claim", other.claim}, {"subject", json_of(other.subject)}, {"object", json_of(other.object)}});
    }
    Json evidence = Json::array();
    for (const QuoteView& quote : claim.quotes) evidence.push_back(json_of(quote));
    Json json = {{"id", claim.id},
                 {"subject", json_of(claim.subject)},
                 {"relation", claim.relation->name},
                 {"object", json_of(claim.object)},
                 {"status", to_string(claim.status)},
                 {"speaker", claim.speaker ? json_of(*claim.speaker) : Json(nullptr)}};
    add_unnamed_speaker(json, claim.unnamed_speaker);
    json.update({{"item", text_or_null(claim.item)},
                 {"role", text_or_null(claim.role)},
                 {"place", claim.place ? json_of(*claim.place) : Json(nullptr)},
                 {"time", text_or_null(claim.time)},
                 {"confidence", rounded(claim.confidence)},
                 {"alternatives", std::move(alternatives)},
                 {"evidence", std::move(evidence)}});
    for (const ClaimJudgementView& each : claim.judgements) json["judgements"].push_back(json_of(each));
    return json;
}

Json json_of(const TieView& tie) {
    Json claims = Json::array();
    for (const ClaimView& claim : tie.claims) claims.push_back(json_of(claim));
    return {{"subject", json_of(tie.subject)}, {"relation", tie.relation->name}, {"object", json_of(tie.object)},
            {"status", to_string(tie.status)}, {"sources", tie.sources},         {"strength", rounded(tie.strength)},
            {"claims", std::move(claims)}};
}

}  // namespace kith
