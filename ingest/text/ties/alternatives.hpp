// Alternatives: ties of one sentence that exclude each other, since only "or" stands between their other ends.
//
//     "Wagner may supply Hezbollah or Iran"  ->  supplies Hezbollah, supplies Iran: one of the two
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

class Alternatives final : public Component {
public:
    std::string_view name() const override { return "alternatives"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
