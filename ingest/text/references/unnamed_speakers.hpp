// Unnamed speakers: who says a tie where the text does not tell his name.
//
//     A senior official said that Iran backs Hezbollah.               a senior official
//     Iran backs Hezbollah, two people briefed on the matter said.    two people briefed on the matter
//     Iran backs Hezbollah, according to diplomats.                   diplomats
//     “It backs Hezbollah,” said an aide. “It backs Hamas.”           an aide, of both
//
// The words of the text are kept, since there is nothing else to know him by. He must be a plain noun phrase whose head
// is in data/unnamed_speakers.tsv. Where a name or a reference stands in it ("Israeli officials", "the group's
// spokesman") somebody known speaks: other components see to that. A speaker that they have given to a tie stays,
// unless the sentence names him nowhere but as a side of the tie, or takes "a diplomat" for him.
//
// Needs tokens, sentences, tags, mentions and ties.
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

class UnnamedSpeakers final : public Component {
public:
    std::string_view name() const override { return "unnamed_speakers"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
