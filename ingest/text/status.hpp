// Status: how surely each tie is said, from the verb group of its clause and the verbs and nouns that govern it.
//
//     "is preparing to send"  planned     "may be providing"  possible     "has refused to condemn"  denied
//
// Cues are in data/status_cues.tsv.
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class StatusRules final : public Component {
public:
    std::string_view name() const override { return "status"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
