// Ties that verbs and nouns express, by the frames of data/frames.tsv.
//
//     "Iran is preparing to supply missiles to Russia"   supply: Iran -supplies-> Russia, item missiles
//     "Hamas's attack on Israel"                         attack: Hamas -attacks-> Israel
//
// What titles, appositions and places tell is left to title_rules, body_rules and place_rules.
#pragma once

#include "ingest/text/pipeline.hpp"

namespace kith::text {

class RelationRules final : public Component {
public:
    std::string_view name() const override { return "relation_rules"; }
    void apply(Document& document) const override;
};

}  // namespace kith::text
