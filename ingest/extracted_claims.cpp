#include "ingest/extracted_claims.hpp"

#include <algorithm>
#include <utility>

#include "graph/claim_rules.hpp"
#include "graph/name_key.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/interchange/json_text.hpp"
#include "ingest/text/pipeline.hpp"
#include "ingest/text/words/sentences.hpp"
#include "ingest/text/words/tokenizer.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith {
namespace {

using interchange::text_of;

constexpr double usual_confidence = 0.5;  // of an extractor that gives none
constexpr std::size_t longest_quoted = 80;

std::string in_quotes(std::string_view text) {
    return '"' + std::string(text.substr(0, longest_quoted)) + '"';
}

// One mark for all of its kind: quotation marks, apostrophes, hyphens and dashes.
std::string_view plain(std::int32_t point) {
    switch (point) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x02BC:
        case 0x0060:
        case 0x00B4:
            return "'";
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x00AB:
        case 0x00BB:
            return "\"";
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
            return "-";
        case 0x2026:
            return "...";
        default:
            return {};
    }
}

bool is_blank(std::int32_t point) {
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || point == 0x202F ||
           (point >= 0x2000 && point <= 0x200B) || point == 0x3000 || point == 0xFEFF;
}

const text::Pipeline& sentence_finder() {
    static const text::Pipeline pipeline = [] {
        std::vector<std::unique_ptr<text::Component>> components;
        components.push_back(std::make_unique<text::Tokenizer>());
        components.push_back(std::make_unique<text::Sentences>());
        return text::Pipeline(std::move(components));
    }();
    return pipeline;
}

}  // namespace

std::optional<nlohmann::json> ExtractedClaims::parse(std::string_view object) {
    for (const std::string_view key : {"\"subject\"", "\"relation\"", "\"object\""}) {
        if (object.find(key) == object.npos) return std::nullopt;
    }
    nlohmann::json parsed = interchange::parse_record(object);
    if (!parsed.is_object() || text_of(parsed, "relation").empty()) return std::nullopt;
    for (const char* side : {"subject", "object"}) {
        if (!parsed.contains(side) || !(parsed.at(side).is_string() || parsed.at(side).is_object()))
            return std::nullopt;
    }
    return parsed;
}

ExtractedClaims::Searched ExtractedClaims::searched(std::string_view text) {
    Searched result;
    bool blank = true;  // none at the beginning
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::code_point_at(text, at);
        if (is_blank(point.value)) {
            if (!blank) {
                result.text += ' ';
                result.places.push_back(at);
            }
            blank = true;
        } else {
            blank = false;
            const std::string_view mark = plain(point.value);
            const std::string_view written = mark.empty() ? text.substr(at, point.size) : mark;
            result.text += written;
            result.places.insert(result.places.end(), written.size(), at);
        }
        at += point.size;
    }
    if (result.text.ends_with(' ')) {
        result.text.pop_back();
        result.places.pop_back();
    }
    result.places.push_back(text.size());
    return result;
}

std::optional<TextSpan> ExtractedClaims::Searched::find(std::string_view words) const {
    const std::size_t begin = text.find(words);
    if (words.empty() || begin == text.npos) return std::nullopt;
    const TextSpan found{places[begin], places[begin + words.size()]};
    return found.empty() ? std::nullopt : std::optional(found);
}

// The claim's document becomes the one at hand. Throws RejectedRecord where its text is not to be had.
void ExtractedClaims::open(const nlohmann::json& claim) {
    std::string text = text_of(claim, "text"), location = text_of(claim, "document");
    if (location.empty()) location = text_of(claim, "url");
    if (location.empty() && text.empty())
        throw RejectedRecord("the claim names no document", "Give \"document\", or its \"text\".");
    if (location_ && *location_ == location && (text.empty() || text == text_)) return;
    const bool is_given = !text.empty();
    if (!is_given) {
        std::optional<std::string> known = sink_.text_at(location);
        if (!known)
            throw RejectedRecord("the text of " + in_quotes(location) + " is not at hand",
                                 "Ingest it before its claims, or give it as \"text\".");
        text = std::move(*known);
    }
    location_.reset();
    text_ = std::move(text);
    text::Article article{.location = location, .text = text_};
    sentences_.clear();
    for (const text::Sentence& sentence : sentence_finder().analyse(std::move(article)).sentences)
        sentences_.push_back(sentence.span);
    if (!sink_.resume(text_)) {
        if (!is_given) throw RejectedRecord("the text of " + in_quotes(location) + " is not kept here");
        sink_.begin({.location = location.empty() ? "a text of an extractor's" : location,
                     .title = text_of(claim, "title"),
                     .publisher = text_of(claim, "publisher"),
                     .published = interchange::date_of(text_of(claim, "published")),
                     .text = text_,
                     .sentences = sentences_});
    }
    searched_ = searched(text_);
    names_ = ' ' + name_key(text_) + ' ';
    location_ = std::move(location);
}

// Whole sentences, as the evidence of other claims.
TextSpan ExtractedClaims::sentence_around(TextSpan span) const {
    TextSpan around = span;
    for (const TextSpan& each : sentences_) {
        if (each.end <= span.begin || span.end <= each.begin) continue;
        around.begin = std::min(around.begin, each.begin);
        around.end = std::max(around.end, each.end);
    }
    return around;
}

EntityReference ExtractedClaims::party(const nlohmann::json& claim, const char* side) const {
    const nlohmann::json& told = claim.at(side);
    EntityReference reference;
    reference.name = told.is_string() ? told.get<std::string>() : text_of(told, "name");
    reference.mention = told.is_string() ? reference.name : text_of(told, "mention");
    if (reference.mention.empty()) reference.mention = reference.name;
    if (reference.name.size() > longest_name_bytes)
        throw RejectedRecord("the name of its " + std::string(side) + " is too long");
    std::string kind = told.is_object() ? text_of(told, "kind") : text_of(claim, (std::string(side) + "_kind").c_str());
    std::ranges::replace(kind, ' ', '_');
    const auto known = parse_entity_kind(kind);
    if (!kind.empty() && !known)
        throw RejectedRecord("there is no kind of entity " + in_quotes(kind), "`kith relations` lists the kinds.");
    if (known) reference.kind = *known;
    return reference;
}

// By its name, the words at the place, or the last word of a person's name.
bool ExtractedClaims::is_named(const EntityReference& party) const {
    const auto holds = [&](const std::string& name) {
        const std::string key = name_key(name);
        return !key.empty() && names_.find(' ' + key + ' ') != names_.npos;
    };
    if (holds(party.name) || holds(party.mention)) return true;
    if (party.kind == EntityKind::person && party.name.find(' ') != party.name.npos &&
        holds(party.name.substr(party.name.rfind(' ') + 1)))
        return true;
    const auto known = gazetteer_.match(party.name);
    if (!known) return false;
    const std::vector<std::string> names = known->entry.aliases();
    return holds(std::string(known->entry.name)) || std::ranges::any_of(names, holds);
}

ClaimRecord ExtractedClaims::checked(const nlohmann::json& claim) const {
    ClaimRecord record{.subject = party(claim, "subject"),
                       .relation = text_of(claim, "relation"),
                       .object = party(claim, "object"),
                       .confidence = usual_confidence,
                       .record = text_of(claim, "id"),
                       .extractor = text_of(claim, "extractor")};
    const auto inverse = std::ranges::find(sink_.ontology().all(), record.relation, &Relation::inverse);
    if (!sink_.ontology().find(record.relation) && inverse != sink_.ontology().all().end()) {
        record.relation = inverse->name;
        std::swap(record.subject, record.object);
    }
    if (claim.contains("speaker") && (claim.at("speaker").is_string() || claim.at("speaker").is_object())) {
        EntityReference speaker = party(claim, "speaker");
        if (!speaker.name.empty()) record.speaker = std::move(speaker);
    }
    record.unnamed_speaker = text_of(claim, "unnamed_speaker");
    record.item = text_of(claim, "item");
    record.role = text_of(claim, "role");
    record.time = text_of(claim, "time");
    if (const std::string status = text_of(claim, "status"); !status.empty()) {
        const auto known = parse_status(status);
        if (!known)
            throw RejectedRecord("there is no status " + in_quotes(status),
                                 "Use actual, planned, possible, demanded, denied or former.");
        record.status = *known;
    }
    if (claim.contains("confidence") && claim.at("confidence").is_number())
        record.confidence = claim.at("confidence").get<double>();
    if (record.extractor.empty()) record.extractor = "another program";

    std::string quote = text_of(claim, "quote");
    if (quote.empty() && claim.contains("evidence") && claim.at("evidence").is_object())
        quote = text_of(claim.at("evidence"), "text");
    if (quote.empty()) throw RejectedRecord("the claim has no quote", "Give the words of the document that say so.");
    const auto found = searched_.find(searched(quote).text);
    if (!found) throw RejectedRecord("the quote does not stand in the document: " + in_quotes(quote));
    record.sentence = sentence_around(*found);
    record.cue = *found;

    const Relation* relation = sink_.ontology().find(record.relation);
    for (EntityReference* const each : {&record.subject, &record.object, record.speaker ? &*record.speaker : nullptr}) {
        if (each == nullptr) continue;
        if (!is_named(*each)) throw RejectedRecord("the document does not name " + in_quotes(each->name));
        EntityKindSet allowed = EntityKindSet().set();
        if (relation && each == &record.subject) allowed = relation->subject_kinds;
        if (relation && each == &record.object) allowed = relation->object_kinds;
        recognise(gazetteer_, allowed, each->kind != EntityKind::organisation, *each);
    }
    return record;
}

void ExtractedClaims::take(const nlohmann::json& claim, const InputPosition& position) {
    try {
        open(claim);
        sink_.add(checked(claim));
    } catch (const RejectedRecord& rejected) {
        skip_(UnusableInput(position, rejected.problem(), rejected.next_step()).skipped());
    }
}

}  // namespace kith
