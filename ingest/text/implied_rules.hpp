// Ties that nobody tells in so many words but that follow from who speaks.
//
//     "Israel must withdraw," Erdogan said     Erdogan -demands_from-> Israel
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class ImpliedRules final : public Component {
public:
    std::string_view name() const override { return "implied_rules"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
