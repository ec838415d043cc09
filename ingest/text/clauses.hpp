// Clauses: each verb group with its subject, objects and prepositional complements.
//
//     Wagner, an infamous mercenary group, is planning to provide capabilities to Iran or Hezbollah
//     plan:    subject Wagner
//     provide: subject Wagner, object capabilities, to Iran | Hezbollah (exclusive), parent plan, link "to"
//
// No full parse: the subject is looked for to the left, past prepositional phrases, appositions and relative clauses,
// the complements to the right up to the next verb or stop. Infinitives, gerunds and coordinated verbs take over the
// subject of the verb that governs them, or its object where that verb is one like "urge".
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class Clauses final : public Component {
public:
    std::string_view name() const override { return "clauses"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
