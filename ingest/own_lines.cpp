#include "ingest/own_lines.hpp"

#include <algorithm>
#include <utility>

#include "graph/claim_rules.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/gazetteer/known_entity.hpp"
#include "ingest/interchange/own_details.hpp"

namespace kith {
namespace {

using interchange::text_of;

bool has_object(const nlohmann::json& json, const char* key) {
    return json.contains(key) && json.at(key).is_object();
}

bool has_list(const nlohmann::json& json, const char* key) {
    return json.contains(key) && json.at(key).is_array();
}

bool is_own_claim(const nlohmann::json& json) {
    return has_object(json, "subject") && has_object(json, "object") && has_object(json, "evidence") &&
           !json.contains("extractor") && !json.contains("quote") && !json.contains("text") &&
           json.at("evidence").contains("begin") && !text_of(json, "relation").empty();
}

TextSpan span_of(const nlohmann::json& pair) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_unsigned() || !pair[1].is_number_unsigned())
        return {};
    return {pair[0].get<std::size_t>(), pair[1].get<std::size_t>()};
}

// With all that is known of it wherever it is named.
EntityReference whole_reference_of(const nlohmann::json& entity) {
    EntityReference told = interchange::reference_of(entity);
    if (!entity.is_object()) return told;
    told.known_name = interchange::shortened(text_of(entity, "known_name"), longest_name_bytes);
    told.known_identifiers = interchange::identifiers_in(entity, "known_identifiers");
    if (entity.contains("aliases")) interchange::append_texts(entity.at("aliases"), told.aliases);
    std::erase_if(told.aliases, [](const std::string& alias) { return alias.size() > longest_name_bytes; });
    return told;
}

// Without what judgements made of it: its member "said" has what they changed.
nlohmann::json as_said(const nlohmann::json& claim) {
    nlohmann::json said = claim;
    said.erase("said");
    said.update(claim.at("said"));
    return said;
}

// The ends, the relation and all else that tells a claim from others.
ClaimRecord claim_of(const nlohmann::json& claim) {
    ClaimRecord record = interchange::details_of(claim);
    record.subject = whole_reference_of(claim.at("subject"));
    record.object = whole_reference_of(claim.at("object"));
    if (record.speaker) record.speaker = whole_reference_of(claim.at("speaker"));
    if (record.place) record.place = whole_reference_of(claim.at("place"));
    return record;
}

// [begin, end, which of the entities], the words being those that stand there.
std::vector<MentionRecord> mentions_in(const nlohmann::json& told, const std::string& text, const CodePoints& points) {
    std::vector<MentionRecord> mentions;
    if (!has_list(told, "entities") || !has_list(told, "mentions")) return mentions;
    std::vector<EntityReference> entities;
    for (const nlohmann::json& each : told.at("entities"))
        entities.push_back(each.is_object() ? whole_reference_of(each) : EntityReference());
    for (const nlohmann::json& each : told.at("mentions")) {
        const bool is_whole = each.is_array() && each.size() == 3 && each[2].is_number_unsigned();
        const TextSpan span = is_whole ? span_of({each[0], each[1]}) : TextSpan{};
        if (span.empty() || each[2].get<std::size_t>() >= entities.size()) continue;
        MentionRecord& mention = mentions.emplace_back(MentionRecord{
            {points.byte_of(span.begin), points.byte_of(span.end)}, entities[each[2].get<std::size_t>()]});
        mention.entity.mention = text.substr(mention.span.begin, mention.span.end - mention.span.begin);
    }
    return mentions;
}

}  // namespace

std::optional<nlohmann::json> OwnLines::parse(std::string_view object) {
    const auto has = [&](std::string_view key) { return object.find(key) != object.npos; };
    const bool is_claim = has("\"subject\"") && has("\"evidence\"") && has("\"begin\"");
    if (!is_claim && !has("\"document\"") && !has("\"entity\"") && !has("\"judgement\"") && !has("\"records\""))
        return std::nullopt;
    nlohmann::json parsed = interchange::parse_record(object);
    if (!parsed.is_object()) return std::nullopt;
    if (parsed.size() == 1) {
        const auto is = [&](const char* what, const char* member) {
            return has_object(parsed, what) && parsed[what].contains(member);
        };
        const bool is_own = is("document", "location") || is("entity", "name") || is("judgement", "verdict") ||
                            has_list(parsed, "records") || (has_object(parsed, "said") && is_own_claim(parsed["said"]));
        return is_own ? std::optional(std::move(parsed)) : std::nullopt;
    }
    return is_own_claim(parsed) ? std::optional(std::move(parsed)) : std::nullopt;
}

void OwnLines::take(const nlohmann::json& line, const InputPosition& position, TextSpan bytes) {
    try {
        if (has_object(line, "entity")) {
            take_entity(line.at("entity"), position, bytes);
        } else if (has_object(line, "document")) {
            take_document(line.at("document"));
        } else if (has_object(line, "judgement")) {
            take_judgement(line.at("judgement"));
        } else if (has_list(line, "records")) {
            take_records(line.at("records"));
        } else if (line.size() == 1) {
            take_claim(line.at("said"));
        } else if (has_object(line, "said")) {
            take_claim(as_said(line));
        } else {
            take_claim(line);
        }
    } catch (const RejectedRecord& rejected) {
        skip_(UnusableInput(position, rejected.problem(), rejected.next_step()).skipped());
    }
}

void OwnLines::take_document(const nlohmann::json& told) {
    DocumentRecord document{.location = text_of(told, "location"),
                            .title = text_of(told, "title"),
                            .byline = text_of(told, "byline"),
                            .publisher = text_of(told, "publisher"),
                            .published = interchange::date_of(text_of(told, "published")),
                            .list = text_of(told, "list"),
                            .edition = text_of(told, "edition"),
                            .whole_edition = text_of(told, "whole_edition")};
    const bool has_text = told.contains("text") && told.at("text").is_string();
    document.is_snapshot =
        !has_text && !document.list.empty() && told.contains("snapshot") && told.at("snapshot") == true;
    location_.reset();
    text_.reset();
    points_.reset();
    is_known_ = false;
    if (has_text) {
        text_ = told.at("text").get<std::string>();
        points_.emplace(*text_);
        document.text = text_;
        if (told.contains("sentences")) {
            for (const nlohmann::json& each : told.at("sentences")) {
                const TextSpan span = span_of(each);
                const TextSpan sentence{points_->byte_of(span.begin), points_->byte_of(span.end)};
                if (!sentence.empty()) document.sentences.push_back(sentence);
            }
        }
        document.mentions = mentions_in(told, *text_, *points_);
    }
    if (!sink_.begin(document)) {
        // A text that kith has read is known by whoever has it, as an article is; but lines of the same article, some of
        // which may have been lost the first time, are taken again.
        const bool is_copy = told.contains("mentions") && text_ && sink_.text_at(document.location) != text_;
        is_known_ = is_copy || !text_ || !sink_.resume(*text_);
        if (is_known_) {
            location_ = document.location;
            return;
        }
    }
    ++documents_;
    location_ = document.location;
    is_told_ = true;
}

void OwnLines::take_entity(const nlohmann::json& entity, const InputPosition& position, TextSpan bytes) {
    if (location_ && !text_ && text_of(entity, "document") == *location_) {
        const TextSpan record = entity.contains("record") ? span_of(entity.at("record")) : TextSpan{};
        sink_.add_entity(whole_reference_of(entity), record.empty() ? bytes : record);
        return;
    }
    location_.reset();
    sink_.begin({.location = position.file});
    sink_.add_entity(whole_reference_of(entity), bytes);
}

void OwnLines::take_records(const nlohmann::json& records) {
    if (!location_ || is_known_) return;
    for (const nlohmann::json& each : records) {
        if (each.is_string()) sink_.add_record(each.get<std::string>());
    }
}

void OwnLines::take_judgement(const nlohmann::json& told) {
    const std::string verdict = text_of(told, "verdict"), judge = text_of(told, "judge"),
                      decided = text_of(told, "decided");
    const auto claim_in = [&](const char* key) {
        if (!has_object(told, key)) throw RejectedRecord("the judgement does not tell of what it is");
        for (const char* const end : {"subject", "object"}) {
            if (!has_object(told.at(key), end)) throw RejectedRecord("the judgement is of a claim without two ends");
        }
        return claim_of(told.at(key));
    };
    if (const auto of_claim = parse_claim_verdict(verdict)) {
        ClaimJudgementRecord judgement{*of_claim, judge, decided, claim_in("claim")};
        if (of_claim == ClaimVerdict::corrected) judgement.right = claim_in("right");
        sink_.add_judgement(judgement);
        return;
    }
    SamenessRecord judgement{.verdict = verdict, .judge = judge, .decided = decided};
    for (const auto& [key, entity] : {std::pair("entity", &judgement.entity), {"other", &judgement.other}}) {
        if (!has_object(told, key)) throw RejectedRecord("the judgement does not tell of whom it is");
        *entity = whole_reference_of(told.at(key));
    }
    if (told.contains("score") && told.at("score").is_number()) judgement.score = told.at("score").get<double>();
    if (has_list(told, "documents")) {
        for (const nlohmann::json& each : told.at("documents")) {
            if (each.is_string()) judgement.documents.push_back(each.get<std::string>());
        }
    }
    sink_.add_judgement(judgement);
}

void OwnLines::open(const std::string& location) {
    if (location_ && *location_ == location) return;
    location_.reset();
    points_.reset();
    is_told_ = is_known_ = false;
    text_ = sink_.text_at(location);
    if (text_) points_.emplace(*text_);
    if (!text_ || !sink_.resume(*text_)) {
        points_.reset();
        text_.reset();
        sink_.begin({.location = location});
        ++documents_;
    }
    location_ = location;
}

TextSpan OwnLines::bytes_of(const nlohmann::json& evidence, const char* begin, const char* end) const {
    const TextSpan span{interchange::count_of(evidence, begin), interchange::count_of(evidence, end)};
    return points_ ? TextSpan{points_->byte_of(span.begin), points_->byte_of(span.end)} : span;
}

void OwnLines::take_claim(const nlohmann::json& claim) {
    open(text_of(claim, "document"));
    if (is_known_) return;
    const nlohmann::json& evidence = claim.at("evidence");
    ClaimRecord record = claim_of(claim);
    record.alternative =
        static_cast<int>(std::min<std::size_t>(interchange::count_of(claim, "alternative"), 1'000'000));
    if (claim.contains("confidence") && claim.at("confidence").is_number())
        record.confidence = claim.at("confidence").get<double>();
    interchange::add_evidence(evidence, record);
    record.sentence = bytes_of(evidence, "begin", "end");
    if (evidence.contains("cue")) {
        const TextSpan cue = span_of(evidence.at("cue"));
        record.cue = points_ ? TextSpan{points_->byte_of(cue.begin), points_->byte_of(cue.end)} : cue;
    }
    if (points_) {
        const std::string quoted = text_of(evidence, "text");
        if (!quoted.empty() && std::string_view(*text_).substr(record.sentence.begin,
                                                               record.sentence.end - record.sentence.begin) != quoted)
            throw RejectedRecord("what it quotes does not stand at that place of " + *location_);
        record.quote = text_of(evidence, "quote");
    }
    if (!is_told_) {
        for (EntityReference* const each :
             {&record.subject, &record.object, record.speaker ? &*record.speaker : nullptr})
            if (each != nullptr) recognise(gazetteer_, ~EntityKindSet(), true, *each);
    }
    sink_.add(record);
}

}  // namespace kith
