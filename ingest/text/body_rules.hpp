// Whose a body is and who stands behind it, from the build of its noun phrase.
//
//     "the Russian mercenary group Wagner"          Wagner -based_in-> Russia
//     "Hezbollah, a Lebanese militant group"        Hezbollah -based_in-> Lebanon
//     "Russia's FSB", "U.S. Central Command"        -part_of-> the state
//     "Iran-backed Houthis"                         Iran -backs-> Houthis
//     "the Israel-Hamas war"                        Israel -fights-> Hamas
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class BodyRules final : public Component {
public:
    std::string_view name() const override { return "body_rules"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
