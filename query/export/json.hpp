// The JSON of entities, quotes, claims and ties. docs/json.md describes the shapes; they are stable.
//
//     Json tie = json_of(tie_view);   // {"subject": {...}, "relation": "supplies", ...}
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "query/export/view.hpp"

namespace [[gnu::visibility("default")]] kith {

using Json = nlohmann::ordered_json;

Json json_of(const Entity& entity);
Json json_of(const Document& document);
Json json_of(const QuoteView& quote);
Json json_of(const ClaimJudgementView& judgement);
Json json_of(const ClaimView& claim);
Json json_of(const TieView& tie);

// As the record names it; and with all that is known of it wherever it is named.
Json json_of(const EntityReference& entity);
Json whole_reference(const EntityReference& entity);

// Left out where it is empty.
void add_text(Json& json, const char* key, const std::string& text);

// Null for an empty text: what a source does not tell.
Json text_or_null(const std::string& text);

// What a record tells of itself; keys that are left out where it does not.
void add_record(Json& json, const std::string& record, const std::string& url, const std::string& extractor);

// Behind "speaker": the words for a speaker who is not named. Left out where there is none.
void add_unnamed_speaker(Json& claim, const std::string& words);

// To thousandths, as the store keeps confidences, so that the same answer has the same digits everywhere.
double rounded(double share);

// One line, or indented by two blanks; bytes that are no UTF-8 become U+FFFD. Without a newline at the end.
std::string compact(const Json& json);
std::string indented(const Json& json);

}  // namespace kith
