// Claims that another extractor found in a text, a language model's above all: a JSON object each, checked before it is
// believed.
//
//     {"document": "news/17.html", "subject": "Wagner", "relation": "supplies", "object": {"name": "Hezbollah", "kind": "armed_group"},
//      "status": "planned", "speaker": "John Kirby", "quote": "Wagner is preparing to provide", "extractor": "some-model 4.1"}
//
// The text is in `text`, or it was read before from the place that `document` names. The quote must stand in it (white space
// and typographic marks aside; its place becomes the evidence), the parties and the speaker must be named in it, relation
// and kinds must fit the ontology. What fails is skipped with the reason. docs/claims.schema.json describes the object.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim_sink.hpp"
#include "graph/error.hpp"
#include "ingest/gazetteer/gazetteer.hpp"

namespace kith {

class ExtractedClaims {
public:
    using Skip = std::function<void(const Skipped&)>;

    // All must outlive it.
    ExtractedClaims(const Gazetteer& gazetteer, ClaimSink& sink, Skip skip)
        : gazetteer_(gazetteer), sink_(sink), skip_(std::move(skip)) {}

    // The object, if it is such a claim.
    static std::optional<nlohmann::json> parse(std::string_view object);

    void take(const nlohmann::json& claim, const InputPosition& position);

    // Others have written to the sink since.
    void interrupted() { location_.reset(); }

private:
    // A text to look quotes up in: in one kind of marks, blanks and letters, and where each byte of it stands.
    struct Searched {
        std::string text{};
        std::vector<std::size_t> places{};
        std::optional<TextSpan> find(std::string_view words) const;  // bytes of the text as it is
    };
    static Searched searched(std::string_view text);

    void open(const nlohmann::json& claim);
    TextSpan sentence_around(TextSpan span) const;
    EntityReference party(const nlohmann::json& claim, const char* side) const;
    bool is_named(const EntityReference& party) const;
    ClaimRecord checked(const nlohmann::json& claim) const;

    const Gazetteer& gazetteer_;
    ClaimSink& sink_;
    Skip skip_;

    // The document at hand.
    std::optional<std::string> location_;
    std::string text_;
    Searched searched_;
    std::string names_;  // key of the text, with blanks around: where names are looked up
    std::vector<TextSpan> sentences_;
};

}  // namespace kith
