// Who holds which post, from titles beside names.
//
//     "Israeli foreign minister Eli Cohen"          Eli Cohen -works_for-> Israel, role foreign minister
//     "Kirby, a spokesman for the White House"      Kirby -speaks_for-> White House
//     "Iran's foreign minister, Javad Zarif"        Javad Zarif -works_for-> Iran
//     "the Turkish leader" (known who)              -leads-> Turkey
//     "Rep. Adam Smith, D-Wash."                    -member_of-> Democratic Party
//
// Which title makes which relation is in data/titles.tsv.
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class TitleRules final : public Component {
public:
    std::string_view name() const override { return "title_rules"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
