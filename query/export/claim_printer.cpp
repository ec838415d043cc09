// Claims as JSON Lines, with the key order that DESIGN and docs/json.md give.
#include "query/export/claim_printer.hpp"

#include <algorithm>

#include "graph/claim_rules.hpp"
#include "query/export/json.hpp"

namespace kith {
namespace {

void add_text(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) json[key] = text;
}

void add_identifiers(Json& json, const char* key, const std::vector<Identifier>& identifiers) {
    for (const Identifier& each : identifiers) json[key].push_back(to_string(each));
}

Json reference(const EntityReference& entity) {
    Json json = {{"name", entity.name}, {"kind", to_string(entity.kind)}};
    add_text(json, "mention", entity.mention);
    add_identifiers(json, "identifiers", entity.identifiers);
    return json;
}

}  // namespace

ClaimPrinter::ClaimPrinter(std::ostream& out, const Ontology& ontology, PrintedLines lines, LineFrame frame)
    : out_(out), ontology_(ontology), lines_(lines), frame_(std::move(frame)) {}

void ClaimPrinter::print_line(const std::string& object) {
    out_ << frame_.before << object << frame_.after << '\n';
}

bool ClaimPrinter::begin(const DocumentRecord& document) {
    location_ = document.location;
    text_ = document.text.value_or("");
    points_.reset();
    if (document.text) points_.emplace(text_);
    if (lines_ == PrintedLines::all) print(document);
    return true;
}

void ClaimPrinter::print(const DocumentRecord& document) {
    Json json = {{"location", document.location}};
    for (const auto& [key, value] : {std::pair("title", &document.title),
                                     {"byline", &document.byline},
                                     {"publisher", &document.publisher},
                                     {"published", &document.published},
                                     {"list", &document.list},
                                     {"edition", &document.edition}})
        add_text(json, key, *value);
    if (document.text) {
        json["text"] = text_;
        json["sentences"] = Json::array();
        for (const TextSpan& each : document.sentences)
            json["sentences"].push_back({points_->of_byte(each.begin), points_->of_byte(each.end)});
    }
    print_line(compact({{"document", std::move(json)}}));
}

void ClaimPrinter::add_entity(const EntityReference& entity, TextSpan /*record*/) {
    if (lines_ != PrintedLines::all) return;
    Json json = reference(entity);
    add_identifiers(json, "known_identifiers", entity.known_identifiers);
    if (!entity.aliases.empty()) json["aliases"] = entity.aliases;
    print_line(compact({{"entity", std::move(json)}}));
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
    const bool is_whole = lines_ == PrintedLines::all;
    if (is_whole && !claim.cue.empty()) {
        const auto position = [&](std::size_t place) { return points_ ? points_->of_byte(place) : place; };
        evidence["cue"] = {position(claim.cue.begin), position(claim.cue.end)};
    }
    if (is_whole && points_) add_text(evidence, "quote", claim.quote);
    if (is_whole) add_text(evidence, "extractor", claim.extractor);
    Json speaker;
    if (claim.speaker) speaker = is_whole ? reference(*claim.speaker) : Json{{"name", claim.speaker->name}};
    Json json = {{"document", location_},
                 {"subject", reference(claim.subject)},
                 {"relation", claim.relation},
                 {"object", reference(claim.object)},
                 {"status", to_string(claim.status)},
                 {"speaker", std::move(speaker)}};
    add_unnamed_speaker(json, claim.unnamed_speaker);
    json.update({{"item", text_or_null(claim.item)}, {"role", text_or_null(claim.role)}});
    if (is_whole && claim.place) json["place"] = reference(*claim.place);
    json.update({{"time", text_or_null(claim.time)}, {"confidence", rounded(claim.confidence)}});
    if (is_whole && claim.alternative > 0) json["alternative"] = claim.alternative;
    json["evidence"] = std::move(evidence);
    print_line(compact(json));
    ++claims_;
}

}  // namespace kith
