// What lies where, and who is where.
//
//     "in Beirut, Lebanon", "Syria's Idlib province"   Beirut -located_in-> Lebanon, Idlib -located_in-> Syria
//     "the Syrian city of Aleppo"                      Aleppo -located_in-> Syria
//     "Wagner forces operated in Mali"                 Wagner -operates_in-> Mali
//     "Islamic State fighters in Iraq"                 Islamic State -operates_in-> Iraq
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class PlaceRules final : public Component {
public:
    std::string_view name() const override { return "place_rules"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
