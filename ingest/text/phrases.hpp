// Chunks each sentence into phrases, and says which mention a noun phrase stands for.
//
//     [Wagner forces] [were preparing] [to send] [Hezbollah] [the Pantsir-S1]
//
// After S. Abney, "Parsing by Chunks" (1991): phrases do not nest; what hangs on what is left to clauses.
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class Phrases final : public Component {
public:
    std::string_view name() const override { return "phrases"; }
    void apply(Document& document) const override;
};

// Whether the phrase is a coordinating "and", "or" or "but" (and which).
bool is_word(const Document& document, const Phrase& phrase, std::string_view lower);

}  // namespace kith::text
