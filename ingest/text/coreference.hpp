// Coreference: pronouns and nominals that stand for an actor named before.
//
//     "Putin denounced the move. He vowed ..."            He -> Putin
//     "Hezbollah ... The Lebanese militant group ..."     -> Hezbollah, whose home is Lebanon
//     "Bashar al-Assad ... The Syrian dictator ..."       -> Bashar al-Assad
//
// The candidate spoken of last wins, subjects before others; gender, kind and home state exclude. Rules in the spirit
// of H. Lee et al., "Deterministic coreference resolution" (2013), much reduced.
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class Coreference final : public Component {
public:
    std::string_view name() const override { return "coreference"; }
    void apply(Document& document) const override;
};

// Brings mentions that were added at the end into text order; the phrases' indices follow.
void sort_mentions(Document& document);

}  // namespace kith::text
