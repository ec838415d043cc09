// First person: whom "I", "we" and "our" mean in quoted words.
//
//     "We will punish the raiders," said Nigerian Information Minister Mohammed Idris.     We -> Nigeria
//     "I met the rebels," he said.                                                         I -> Mohammed Idris
//
// "We" is the side that the speaker's post binds him to, as the title rules have found it; a speaker of whom the
// document tells no post speaks for himself. What is only said in the first person stays the speaker's own deed:
// Speakers sees to that when the relation is known.
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class FirstPerson final : public Component {
public:
    std::string_view name() const override { return "first_person"; }
    void apply(Document& document) const override;
};

// Whether the tokens are one word of the first person.
bool is_first_person(const Document& document, Range tokens);

}  // namespace kith::text
