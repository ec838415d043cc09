// Claims as JSON Lines, with the key order that docs/json.md gives.
#include "query/export/claim_printer.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "graph/claim_rules.hpp"
#include "query/export/json.hpp"

namespace kith {
namespace {

constexpr std::size_t records_of_a_line = 10'000;

// Whom a text names, each once, and where; without the words, which stand there.
void add_mentions(Json& json, const std::vector<MentionRecord>& mentions, const CodePoints& points) {
    if (mentions.empty()) return;
    Json entities = Json::array(), places = Json::array();
    std::map<std::string, std::size_t> known;
    for (const MentionRecord& each : mentions) {
        EntityReference entity = each.entity;
        entity.mention.clear();
        Json named = whole_reference(entity);
        const auto [which, is_new] = known.try_emplace(compact(named), known.size());
        if (is_new) entities.push_back(std::move(named));
        places.push_back({points.of_byte(each.span.begin), points.of_byte(each.span.end), which->second});
    }
    json["entities"] = std::move(entities);
    json["mentions"] = std::move(places);
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
    if (document.is_snapshot) json["snapshot"] = true;
    add_text(json, "whole_edition", document.whole_edition);
    if (document.text) {
        json["text"] = text_;
        json["sentences"] = Json::array();
        for (const TextSpan& each : document.sentences)
            json["sentences"].push_back({points_->of_byte(each.begin), points_->of_byte(each.end)});
        add_mentions(json, document.mentions, *points_);
    }
    std::string line = compact({{"document", std::move(json)}});
    if (line == source_) return;  // records of one source, each of which begins it
    finish();
    is_listed_ = !document.list.empty() && !document.text;
    told_.clear();
    for (const MentionRecord& each : document.mentions) told_.insert(each.entity.name);
    print_line(line);
    source_ = document.text ? std::string() : std::move(line);
}

void ClaimPrinter::add_entity(const EntityReference& entity, TextSpan record) {
    if (lines_ != PrintedLines::all) return;
    Json json = whole_reference(entity);
    if (!record.empty()) {
        json["document"] = location_;
        json["record"] = {record.begin, record.end};
    }
    print_line(compact({{"entity", std::move(json)}}));
}

// Claims tell of their records themselves, and mostly follow at once.
void ClaimPrinter::add_record(std::string_view id) {
    if (lines_ != PrintedLines::all || !is_listed_ || id.empty()) return;
    if (records_.empty() || records_.back() != id) records_.emplace_back(id);
    if (records_.size() >= records_of_a_line) finish();
}

void ClaimPrinter::finish() {
    add_records(std::exchange(records_, {}));
}

struct ClaimPrinter::Shape {
    ClaimPrinter& printer;
    bool is_whole = printer.lines_ == PrintedLines::all;

    Json named(const EntityReference& entity) const {
        const bool has_more = !entity.aliases.empty() || !entity.known_identifiers.empty();
        return is_whole && has_more && printer.told_.insert(entity.name).second ? whole_reference(entity)
                                                                                : json_of(entity);
    }

    Json evidence_of(const ClaimRecord& claim) const {
        const auto& points = printer.points_;
        const std::string& text = printer.text_;
        Json evidence = {{"begin", claim.sentence.begin}, {"end", claim.sentence.end}, {"text", nullptr}};
        if (points) {
            const std::size_t end = std::min(claim.sentence.end, text.size());
            const std::size_t begin = std::min(claim.sentence.begin, end);
            evidence = {{"begin", points->of_byte(begin)},
                        {"end", points->of_byte(end)},
                        {"text", text.substr(begin, end - begin)}};
        }
        add_text(evidence, "record", claim.record);
        add_text(evidence, "url", claim.url);
        if (!points && !claim.quote.empty()) evidence["text"] = claim.quote;
        if (claim.line > 0) evidence["line"] = claim.line;
        if (!is_whole) return evidence;
        if (!claim.cue.empty()) {
            const auto position = [&](std::size_t place) { return points ? points->of_byte(place) : place; };
            evidence["cue"] = {position(claim.cue.begin), position(claim.cue.end)};
        }
        if (points) add_text(evidence, "quote", claim.quote);
        add_text(evidence, "extractor", claim.extractor);
        return evidence;
    }

    Json of(const ClaimRecord& claim) const {
        require_acceptable(claim, printer.ontology_);
        Json evidence = evidence_of(claim);
        Json subject = named(claim.subject), object = named(claim.object);
        Json speaker;
        if (claim.speaker) speaker = is_whole ? named(*claim.speaker) : Json{{"name", claim.speaker->name}};
        Json json = {{"document", printer.location_},     {"subject", std::move(subject)},
                     {"relation", claim.relation},        {"object", std::move(object)},
                     {"status", to_string(claim.status)}, {"speaker", std::move(speaker)}};
        add_unnamed_speaker(json, claim.unnamed_speaker);
        json.update({{"item", text_or_null(claim.item)}, {"role", text_or_null(claim.role)}});
        if (is_whole && claim.place) json["place"] = named(*claim.place);
        json.update({{"time", text_or_null(claim.time)}, {"confidence", rounded(claim.confidence)}});
        if (is_whole && claim.alternative > 0) json["alternative"] = claim.alternative;
        json["evidence"] = std::move(evidence);
        return json;
    }
};

void ClaimPrinter::add(const ClaimRecord& claim) {
    print_line(compact(Shape{*this}.of(claim)));
    if (!records_.empty() && records_.back() == claim.record) records_.pop_back();
    ++claims_;
}

void ClaimPrinter::add(const ClaimRecord& claim, const ClaimRecord& said) {
    const Shape shape{*this};
    Json json = shape.of(claim);
    const Json before = shape.of(said);
    Json different;
    for (const auto& [key, value] : before.items()) {
        if (json.at(key) != value) different[key] = value;
    }
    if (!different.is_null()) json["said"] = std::move(different);
    print_line(compact(json));
    ++claims_;
}

void ClaimPrinter::add_said(const ClaimRecord& claim) {
    print_line(compact({{"said", Shape{*this}.of(claim)}}));
}

void ClaimPrinter::add_records(std::span<const std::string> ids) {
    for (; !ids.empty(); ids = ids.subspan(std::min(records_of_a_line, ids.size())))
        print_line(compact({{"records", ids.first(std::min(records_of_a_line, ids.size()))}}));
}

void ClaimPrinter::add_judgement(const SamenessRecord& judgement) {
    if (lines_ != PrintedLines::all) return;
    Json json = {{"verdict", judgement.verdict},
                 {"entity", json_of(judgement.entity)},
                 {"other", json_of(judgement.other)},
                 {"judge", judgement.judge}};
    add_text(json, "decided", judgement.decided);
    json["score"] = judgement.score;
    if (!judgement.documents.empty()) json["documents"] = judgement.documents;
    print_line(compact({{"judgement", std::move(json)}}));
}

void ClaimPrinter::add_judgement(const ClaimJudgementRecord& judgement) {
    if (lines_ != PrintedLines::all) return;
    const auto ends_of = [](const ClaimRecord& claim) {
        return Json{{"subject", json_of(claim.subject)},
                    {"relation", claim.relation},
                    {"object", json_of(claim.object)},
                    {"status", to_string(claim.status)}};
    };
    const ClaimRecord& said = judgement.said;
    Json claim = ends_of(said);
    if (said.speaker) claim["speaker"] = json_of(*said.speaker);
    if (said.place) claim["place"] = json_of(*said.place);
    for (const auto& [key, value] : {std::pair("unnamed_speaker", &said.unnamed_speaker),
                                     {"item", &said.item},
                                     {"role", &said.role},
                                     {"time", &said.time}})
        add_text(claim, key, *value);
    Json json = {{"verdict", to_string(judgement.verdict)}, {"claim", std::move(claim)}, {"judge", judgement.judge}};
    add_text(json, "decided", judgement.decided);
    if (judgement.verdict == ClaimVerdict::corrected) json["right"] = ends_of(judgement.right);
    print_line(compact({{"judgement", std::move(json)}}));
}

}  // namespace kith
