// Actors: which names of an article are one, what it goes by, and of what kind it is.
//
//     "Donald J. Trump ... Trump ... the Popular Mobilization Forces (PMF) ... PMF ... the Iraqi army"
//     ->  Donald J. Trump (twice), Popular Mobilization Forces (twice), Iraq
//
// A name of the gazetteer is what the gazetteer says, unless the net takes it for a person. Of other names the longest
// come first, and shorter ones that are part of them join: last names of persons, abbreviations, "the Defence
// Ministry". The kind is what most mentions of an actor are read as.
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

class Actors final : public Component {
public:
    std::string_view name() const override { return "actors"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
