// Graphs as GraphViz source: one node an entity, one line for all ties of a pair in one direction and one status.
//
//     write_dot(graph, std::cout);                 // to be altered by hand, or drawn by any GraphViz program
//     std::string svg = draw(dot_of(graph), PictureFormat::svg);
//
// What it looks like is chosen so that a reader sees at a glance what is claimed and how surely: shape and fill tell the
// kind of an entity, colour the group of a relation, the stroke the status (planned dashed, possible dotted, denied with a
// bar), width and fade the strength; "supplies ×2 96 %" has two independent sources. What is part of another or lies in it
// stands in its box. A path runs from left to right; where many lines cross, their words are nodes of the layout, so that none
// lies on others. Forty entities fit a screen of 1,600 pixels. Only what occurs is in the legend.
#pragma once

#include <ostream>
#include <string>

#include "query/export/view.hpp"

namespace [[gnu::visibility("default")]] kith {

void write_dot(const GraphView& graph, std::ostream& out);
std::string dot_of(const GraphView& graph);

}  // namespace kith
