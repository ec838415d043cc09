// Ties that the build of noun phrases tells: titles, appositions, nationalities, places.
//
//     "Israeli foreign minister Eli Cohen"          Eli Cohen -works_for-> Israel, role foreign minister
//     "Kirby, a spokesman for the White House"      Kirby -speaks_for-> White House
//     "Hezbollah, a Lebanese group backed by Iran"  Hezbollah -based_in-> Lebanon
//     "Iran-backed Houthis"                         Iran -backs-> Houthis
//     "in Beirut, Lebanon"                          Beirut -located_in-> Lebanon
//     "Wagner forces operated in Syria"             Wagner Group -operates_in-> Syria
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class StructureRules final : public Component {
public:
    std::string_view name() const override { return "structure_rules"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
