// Claims: what a source says of two entities, and the words in which it says so.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/entity.hpp"
#include "graph/partial_date.hpp"
#include "graph/relation.hpp"

namespace [[gnu::visibility("default")]] kith {

using ClaimId = std::int64_t;
using DocumentId = std::int64_t;

// How surely the speaker holds it; or that people have judged that no source says so, which no source can say: sinks
// refuse `rejected`, and what asks for no status leaves it out. The values are those of the table `status`.
enum class Status : std::uint8_t {
    actual,    // happened, holds, goes on
    planned,   // preparing, will, promised
    possible,  // may, might, reportedly
    demanded,  // urged, asked for
    denied,    // said not to be so
    former,    // held once
    rejected,  // by people: see graph/claim_judgement
};

std::span<const Status> all_statuses();  // that sources say: all but `rejected`
std::string_view to_string(Status status);
std::optional<Status> parse_status(std::string_view name);  // one of all_statuses()

// A half-open range of positions in a document's text. Which unit (bytes or code points) is said where it is used.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return begin >= end; }
    bool operator==(const TextSpan&) const = default;
};

// A claim as an ingester hands it over; spans are bytes of the document's text (or of the record file).
struct ClaimRecord {
    EntityReference subject{};
    std::string relation{};  // name in the ontology
    EntityReference object{};
    Status status = Status::actual;
    std::optional<EntityReference> speaker{};  // nothing: somebody unnamed, or the document's own voice
    std::string unnamed_speaker{};             // the words for him ("a senior official"); none beside a speaker
    std::string item{};                        // goods, weapon or money; empty: none
    std::string role{};                        // post or kinship; empty: none
    std::optional<EntityReference> place{};
    std::string time{};       // partial date or interval; empty: not told
    int alternative = 0;      // claims of a document with the same number exclude one another; 0: none
    double confidence = 0.5;  // 0 to 1
    TextSpan sentence{};      // the evidence
    TextSpan cue{};           // the words that express the relation; may be empty
    std::size_t line = 0;     // first line of a record in its file; 0 for text

    // What a record tells of itself; empty where it does not.
    std::string record{};     // its number in the source
    std::string url{};        // where it can be read
    std::string quote{};      // the words that say so, where no text at hand holds them
    std::string extractor{};  // the program that found the claim, with its version; empty: kith
};

// A claim as it is stored.
struct Claim {
    ClaimId id = 0;
    EntityId subject = 0;
    RelationId relation = 0;
    EntityId object = 0;
    Status status = Status::actual;
    double confidence = 0.0;   // of the surest evidence
    std::optional<Day> day{};  // start of time, else the first publication; to filter and sort, not to show
    std::optional<EntityId> speaker{};
    std::string unnamed_speaker{};  // as the text calls him; empty: a named speaker, or the documents' own voice
    std::string item{};
    std::string role{};
    std::optional<EntityId> place{};
    std::string time{};
    std::optional<ClaimId> alternative_of{};
};

// One place where a claim is said. Spans count code points of the document's text.
struct Evidence {
    ClaimId claim = 0;
    DocumentId document = 0;
    TextSpan sentence{};
    TextSpan cue{};  // empty: not marked
    std::size_t line = 0;
    std::string quote{};      // the sentence, or what a record quotes
    double confidence = 0.0;  // that this sentence says so
    DocumentId source = 0;    // equal numbers are one source of the tie: see graph/store/evidence_sources
    std::string record{}, url{}, extractor{};  // see ClaimRecord
};

}  // namespace kith
