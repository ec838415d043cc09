// Speakers: which words of the article somebody says, and so who says each tie.
//
//     "Wagner was preparing ...," John Kirby told reporters.     all before the verb: John Kirby
//     Kirby said that Russia has ...                             all behind it
//     According to the Pentagon, ...
//     “We know that Russia ...” she said. “This comes as ...”    the next quotation of the paragraph goes on
//
// Speeches come before the ties, since "I" and "we" inside a quotation depend on its speaker (first_person.hpp).
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class Speeches final : public Component {
public:
    std::string_view name() const override { return "speeches"; }
    void apply(Document& document) const override;
};

// Gives each tie the speaker of the innermost speech that holds it.
class Speakers final : public Component {
public:
    std::string_view name() const override { return "speakers"; }
    void apply(Document& document) const override;
};

// The narrowest speech that holds the token of a sentence; null: nobody says it.
const Speech* innermost_speech(const Document& document, std::size_t sentence, std::size_t token);

}  // namespace kith::text
