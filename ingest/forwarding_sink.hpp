// A sink that passes on to another what it does not heed itself.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim_sink.hpp"

namespace kith {

class ForwardingSink : public ClaimSink {
public:
    // The sink must outlive it.
    explicit ForwardingSink(ClaimSink& sink) : sink_(sink) {}

    const Ontology& ontology() const override { return sink_.ontology(); }
    void expect_claims(std::int64_t at_least) override { sink_.expect_claims(at_least); }
    bool begin(const DocumentRecord& document) override { return sink_.begin(document); }
    void add(const ClaimRecord& claim) override { sink_.add(claim); }
    void add_entity(const EntityReference& entity, TextSpan record) override { sink_.add_entity(entity, record); }
    void add_record(std::string_view id) override { sink_.add_record(id); }
    void add_judgement(const SamenessRecord& judgement) override { sink_.add_judgement(judgement); }
    void add_judgement(const ClaimJudgementRecord& judgement) override { sink_.add_judgement(judgement); }
    std::optional<std::string> text_at(const std::string& location) const override { return sink_.text_at(location); }
    bool resume(const std::string& text) override { return sink_.resume(text); }

private:
    ClaimSink& sink_;
};

// Files that a run reads as one whole list: what it reads of a list as a snapshot is one edition, that of the first file.
class WholeLists final : public ForwardingSink {
public:
    using ForwardingSink::ForwardingSink;

    bool begin(const DocumentRecord& document) override {
        if (!document.is_snapshot || document.list.empty()) return ForwardingSink::begin(document);
        const auto [first, is_new] = first_files_.try_emplace(document.list, document.edition);
        if (first->second == document.edition) return ForwardingSink::begin(document);
        DocumentRecord part = document;
        part.whole_edition = first->second;
        return ForwardingSink::begin(part);
    }

private:
    std::map<std::string, std::string> first_files_;  // their editions, by list
};

}  // namespace kith
