// Notes claims that a sink rejects, for those who do not look at each: readers of formats of one's own, and the
// analysis of articles, of which two actors may turn out to be one entity of the sink.
//
//     NotingSink noting(writer, [&](std::size_t line, std::string reason) { ... });
//     noting.begin(document);
//     noting.add(claim);           // throws where no document was begun, or the sink had it already
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_set>
#include <utility>

#include "graph/claim_sink.hpp"
#include "graph/error.hpp"
#include "ingest/forwarding_sink.hpp"

namespace kith {

class NotingSink final : public ForwardingSink {
public:
    using Note = std::function<void(std::size_t line, std::string reason)>;
    NotingSink(ClaimSink& sink, Note note) : ForwardingSink(sink), note_(std::move(note)) {}

    bool begin(const DocumentRecord& document) override {
        if (!document.text) sources_.insert(document.location);
        return accepting_ = ForwardingSink::begin(document);
    }
    void add(const ClaimRecord& claim) override {
        if (!accepting_) throw Error("a claim was added without a document to hold it");
        try {
            ForwardingSink::add(claim);
        } catch (const RejectedRecord& rejected) {
            note_(claim.line, rejected.what());
        }
    }

    void add_entity(const EntityReference& entity, TextSpan record) override {
        if (!accepting_) throw Error("an entity was added without a document to hold it");
        try {
            ForwardingSink::add_entity(entity, record);
        } catch (const RejectedRecord& rejected) {
            note_(0, rejected.what());
        }
    }

    bool resume(const std::string& text) override { return accepting_ = ForwardingSink::resume(text); }

    void end_document() { accepting_ = false; }
    std::int64_t sources() const { return static_cast<std::int64_t>(sources_.size()); }

private:
    Note note_;
    std::unordered_set<std::string> sources_;
    bool accepting_ = false;
};

}  // namespace kith
