// A sink that keeps what it is given.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "graph/claim_sink.hpp"
#include "graph/error.hpp"

namespace kith::test {

class RecordingSink final : public ClaimSink {
public:
    struct Claim {
        std::string document;  // location
        ClaimRecord record;
    };

    bool begin(const DocumentRecord& document) override {
        current = document.location;
        if (document.text && !texts.insert(*document.text).second) return false;
        documents.push_back(document);
        return true;
    }
    void add(const ClaimRecord& claim) override {
        if (claim.subject.name == claim.object.name) throw RejectedRecord("an entity is tied to itself");
        claims.push_back({current, claim});
    }

    void add_entity(const EntityReference& entity, TextSpan /*record*/) override { entities.push_back(entity); }

    std::vector<DocumentRecord> documents;
    std::vector<EntityReference> entities;
    std::vector<Claim> claims;
    std::set<std::string> texts;
    std::string current;
};

}  // namespace kith::test
