// Time: when a tie holds, where its sentence tells; told relative to the publication ("on Tuesday", "in June",
// "last year") or by itself ("in 2015", "Nov. 2, 2023"). A sentence without a date gives none.
//
//     "Kirby said on Tuesday that Wagner had sold missiles in November"  ->  November
//     "Wagner had sold missiles, Kirby said on Tuesday"                  ->  no time: Tuesday is that of the saying
//
// Of several dates the one nearest to the tie's two names is taken, of two as near the later one in the sentence.
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

class Times final : public Component {
public:
    std::string_view name() const override { return "times"; }
    void apply(Document& document) const override;
};

// The times of the ties from `first_tie` on.
void tell_times(Document& document, std::size_t first_tie);

}  // namespace kith::text
