// Time: when a tie holds, where its sentence tells; told relative to the publication ("on Tuesday", "in June",
// "last year") or by itself ("in 2015", "Nov. 2, 2023"). A sentence without a date gives none.
#pragma once

#include <string>

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class Times final : public Component {
public:
    std::string_view name() const override { return "times"; }
    void apply(Document& document) const override;
};

// The first date that the tokens tell, as a partial date; empty: none, or relative without a publication date.
std::string date_in(const Document& document, Range tokens);

}  // namespace kith::text
