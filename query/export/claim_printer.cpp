// Claims as JSON Lines, with the key order that DESIGN and docs/json.md give.
#include "query/export/claim_printer.hpp"

#include <algorithm>

#include "graph/claim_rules.hpp"
#include "query/export/json.hpp"

namespace kith {
namespace {

Json reference(const EntityReference& entity) {
    Json json = {{"name", entity.name}, {"kind", to_string(entity.kind)}, {"mention", entity.mention}};
    for (const Identifier& each : entity.identifiers) json["identifiers"].push_back(to_string(each));
    return json;
}

}  // namespace

ClaimPrinter::ClaimPrinter(std::ostream& out, const Ontology& ontology) : out_(out), ontology_(ontology) {}

bool ClaimPrinter::begin(const DocumentRecord& document) {
    location_ = document.location;
    text_ = document.text.value_or("");
    points_.reset();
    if (document.text) points_.emplace(text_);
    return true;
}

void ClaimPrinter::add(const ClaimRecord& claim) {
    require_acceptable(claim, ontology_);
    Json evidence = {{"begin", claim.sentence.begin}, {"end", claim.sentence.end}, {"text", nullptr}};
    if (points_) {
        const std::size_t end = std::min(claim.sentence.end, text_.size());
        const std::size_t begin = std::min(claim.sentence.begin, end);
        evidence = {{"begin", points_->of_byte(begin)},
                    {"end", points_->of_byte(end)},
                    {"text", text_.substr(begin, end - begin)}};
    }
    for (const auto& [key, value] : {std::pair("record", &claim.record), {"url", &claim.url}}) {
        if (!value->empty()) evidence[key] = *value;
    }
    if (!points_ && !claim.quote.empty()) evidence["text"] = claim.quote;
    if (claim.line > 0) evidence["line"] = claim.line;
    Json json = {{"document", location_},
                 {"subject", reference(claim.subject)},
                 {"relation", claim.relation},
                 {"object", reference(claim.object)},
                 {"status", to_string(claim.status)},
                 {"speaker", claim.speaker ? Json{{"name", claim.speaker->name}} : Json(nullptr)}};
    add_unnamed_speaker(json, claim.unnamed_speaker);
    json.update({{"item", text_or_null(claim.item)},
                 {"role", text_or_null(claim.role)},
                 {"time", text_or_null(claim.time)},
                 {"confidence", rounded(claim.confidence)},
                 {"evidence", std::move(evidence)}});
    out_ << compact(json) << '\n';
    ++claims_;
}

}  // namespace kith
