// What an answer is made of: claims and ties with names, documents and quotes filled in.
//
// A Store speaks in ids. query/result_builder turns ids into these plain values once, and every form of output (tables,
// JSON, GraphViz) is drawn from them, so that no format asks the store again or repeats a rule.
//
//     Wagner Group -supplies-> Hezbollah   planned      TieView
//       says John Kirby, item "air defense"             ClaimView
//         "Wagner ... was preparing to provide ..."     QuoteView
//
// The pointers to relations belong to the store's ontology: views live no longer than their store.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/claim.hpp"
#include "graph/claim_judgement.hpp"
#include "graph/document.hpp"
#include "graph/entity.hpp"
#include "graph/relation.hpp"

namespace [[gnu::visibility("default")]] kith {

// One place where a claim is said.
struct QuoteView {
    Document document;
    TextSpan span;                             // code points of the document's text; bytes of the file for a record
    std::string text;                          // the sentence; empty for a record
    TextSpan cue;                              // bytes of `text`: the words that express the relation; may be empty
    std::size_t line = 0;                      // of a record; 0 for text
    std::string record{}, url{}, extractor{};  // see ClaimRecord
};

// Another claim that stands instead of this one: "Hezbollah or else Iran".
struct AlternativeView {
    ClaimId claim = 0;
    Entity subject;
    Entity object;
};

// What somebody judged of a claim, and what the extractor had said.
struct ClaimJudgementView {
    std::int64_t id = 0;
    ClaimVerdict verdict = ClaimVerdict::confirmed;
    std::string judge;
    std::string decided;  // partial date, or empty
    Entity subject;       // as said, up to the status
    const Relation* relation = nullptr;
    Entity object;
    Status status = Status::actual;
};

struct ClaimView {
    ClaimId id = 0;
    Entity subject;
    const Relation* relation = nullptr;
    Entity object;
    Status status = Status::actual;
    double confidence = 0.0;
    std::optional<Day> day;
    std::optional<Entity> speaker;  // nothing: somebody unnamed, or the documents' own voice
    std::string unnamed_speaker;    // "a senior official"
    std::string item;
    std::string role;
    std::optional<Entity> place;
    std::string time;
    std::vector<AlternativeView> alternatives;
    std::optional<std::int64_t> alternative_of;  // the number that they share
    std::vector<QuoteView> quotes;               // earliest publication first
    std::vector<ClaimJudgementView> judgements;  // the latest, which counts, last
};

// All claims of one subject, relation, object and status.
struct TieView {
    Entity subject;
    const Relation* relation = nullptr;
    Entity object;
    Status status = Status::actual;
    int sources = 0;  // independent ones
    double strength = 0.0;
    std::vector<ClaimView> claims;  // surest first
};

// Entities and the ties between them, ready to be drawn.
struct GraphView {
    std::vector<Entity> nodes;  // each once, in order of appearance
    std::vector<TieView> ties;
    std::vector<EntityId> asked;  // the entities of the question: drawn with a heavier outline
    // Of paths: by the lesser and the greater of a hop's entities, which of them is nearer to the start.
    std::map<std::pair<EntityId, EntityId>, EntityId> ways{};
    std::size_t left_out = 0;  // entities that are not shown (query/export/strongest_part)
};

// Entities of the ties in order of appearance, those of the question first.
GraphView graph_of(std::vector<TieView> ties, const std::vector<Entity>& asked);

// The quote to show where there is room for one: the surest claim's first quote of a readable length, else its
// first. Null: no claim has a text.
const QuoteView* best_quote(const TieView& tie);

// Who says it, each once: speakers first ("John Kirby", then "a senior official, unnamed"), then the publishers that
// say it in their own voice.
struct Voices {
    std::vector<std::string> speakers;
    std::vector<std::string> publishers;  // a document without a publisher goes by the name of its file
};
Voices voices(const TieView& tie);

// Who found the claims, each once, where another program than kith is among them: "kith", "some-model 4.1". Else none.
std::vector<std::string> extractors(const TieView& tie);

// The times that the claims tell, each once, in order; never publication dates.
std::vector<std::string> times(const TieView& tie);

}  // namespace kith
