// Threats: who announces a hostile deed of his own side threatens.
//
//     "We will sanction Russia," Kirby said     United States -sanctions-> Russia (planned)
//                                               John Kirby -threatens-> Russia
#pragma once

#include "ingest/text/words/component.hpp"

namespace kith::text {

class Threats final : public Component {
public:
    std::string_view name() const override { return "threats"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
