// Ties: makes of the tellings of an article the ties that are worth drawing.
//
//     "Turkey sold drones to Mali" .7 ... "Ankara's drones reached Mali" .3  ->  Turkey -supplies-> Mali .75
//
// Tellings of the same tie support each other: 1 - (1 - p1)(1 - p2)^w (1 - p3)^w ..., the surest first, one a sentence;
// w is below one since one article repeats itself. Two actors have a few relations in one article, not all that are
// thinkable. Drawn are those above a threshold, each with its surest telling, and with further ones where status,
// speaker, item, role or time differ. Their confidence is calibrated.
#pragma once

#include <memory>

#include "ingest/text/reading/model.hpp"
#include "ingest/text/words/component.hpp"

namespace kith::text {

// All that may be drawn.
class Ties final : public Component {
public:
    std::string_view name() const override { return "ties"; }
    void apply(Document& document) const override;
};

// Those that are drawn; who says them must be known by then.
class Drawing final : public Component {
public:
    // `recall`: more ties, among which more are wrong.
    Drawing(std::shared_ptr<const ModelSource> source, bool recall) : source_(std::move(source)), recall_(recall) {}
    std::string_view name() const override { return "drawing"; }
    void apply(Document& document) const override;

private:
    std::shared_ptr<const ModelSource> source_;
    bool recall_;
};

// The tellings whose actors are known and that the ontology allows, as ties; Tie::confidence is their probability.
void tie_tellings(Document& document);

// Leaves of the document's ties those to be drawn, in the order of the text, with the confidence of all their tellings.
void draw_ties(Document& document, const Thresholds& thresholds, double least, const Calibration& calibration);

}  // namespace kith::text
