// kith's own JSON Lines: what `kith extract` and `kith export --format jsonl` print, taken as it stands.
//
//     {"document": {"location": "a.txt", "publisher": "Beirut Courier", "text": "...", "sentences": [[0, 52]]}}
//     {"document": {"location": "b.txt", "text": ..., "entities": [{"name": ...}], "mentions": [[0, 6, 0]]}}
//     {"entity": {"name": "Wagner Group", "kind": "armed_group", "aliases": ["Wagner"]}}
//     {"entity": {"name": "Wagner Group", ..., "document": "b.csv", "record": [52, 90]}}      by this record of the source at hand
//     {"document": "a.txt", "subject": {"name": ..., "kind": ...}, "relation": "supplies", ..., "evidence": {"begin": 0, "end": 52}}
//     {"said": {"document": "a.txt", "subject": ...}}                  a claim that does not stand as things were judged
//     {"records": ["c7", "c8"]}                                        of the list at hand, without claims
//     {"judgement": {"verdict": "same", "entity": ..., "other": ..., "judge": "ana"}}
//     {"judgement": {"verdict": "rejected", "claim": {...}, "judge": "ana", "decided": "2024-05"}}
//
// What a claim was before people judged (its member "said", where it was something else) is what is taken: the judgements
// make of it again what it is.
//
// Claims behind the line of their document are its own, and their entities are not looked up in the gazetteer: they were.
// A claim without such a line (of `kith extract`) is of the text that was read from that place, where there is one; else
// its evidence is what it quotes. A claim that names an extractor is another program's: ingest/extracted_claims checks it.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim_sink.hpp"
#include "graph/code_points.hpp"
#include "graph/error.hpp"
#include "ingest/gazetteer/gazetteer.hpp"

namespace kith {

class OwnLines {
public:
    using Skip = std::function<void(const Skipped&)>;

    // All must outlive it.
    OwnLines(const Gazetteer& gazetteer, ClaimSink& sink, Skip skip)
        : gazetteer_(gazetteer), sink_(sink), skip_(std::move(skip)) {}

    // The object, if it is such a line.
    static std::optional<nlohmann::json> parse(std::string_view object);

    // `bytes`: of the line, in its file.
    void take(const nlohmann::json& line, const InputPosition& position, TextSpan bytes);

    // Others have written to the sink since.
    void interrupted() { location_.reset(); }

    std::int64_t documents() const { return documents_; }

private:
    void take_document(const nlohmann::json& document);
    void take_entity(const nlohmann::json& entity, const InputPosition& position, TextSpan bytes);
    void take_claim(const nlohmann::json& claim);
    void take_judgement(const nlohmann::json& judgement);
    void take_records(const nlohmann::json& records);
    void open(const std::string& location);
    TextSpan bytes_of(const nlohmann::json& evidence, const char* begin, const char* end) const;

    const Gazetteer& gazetteer_;
    ClaimSink& sink_;
    Skip skip_;
    std::int64_t documents_ = 0;

    // The document at hand.
    std::optional<std::string> location_{};
    bool is_told_ = false;   // by a line of its own
    bool is_known_ = false;  // a copy of a text that was read: what it says is known
    std::optional<std::string> text_{};
    std::optional<CodePoints> points_{};
};

}  // namespace kith
