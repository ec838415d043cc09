// Names: which tokens name an actor, a place or a thing, of what kind, and which of them are one.
//
//     "Israeli foreign minister Eli Cohen ... Cohen"  ->  Israel (adjective), Eli Cohen (person), Eli Cohen
//
// A name is one of the gazetteer, or a run of capitalised words. The kind of a run comes from its words ("Ministry"),
// from titles and given names, or from the votes of its surroundings all over the document ("in X", "X said").
// Names of persons are joined by their last words, other names by what stands in brackets behind them.
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class Names final : public Component {
public:
    std::string_view name() const override { return "names"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
