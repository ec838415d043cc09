// Graphs as GraphViz source: one node an entity, one line for all ties of a pair in one direction and one status.
//
//     write_dot(graph, std::cout);                 // to be altered by hand, or drawn by any GraphViz program
//     std::string svg = draw(dot_of(graph), PictureFormat::svg);
//
// What it looks like is chosen so that a reader sees at a glance what is claimed and how surely: colour and shape tell
// the kind of an entity; the line tells the status (planned dashed, possible dotted, denied red with a bar), its width
// the strength; "supplies ×2" has two independent sources. Only what occurs is in the legend.
#pragma once

#include <ostream>
#include <string>

#include "query/export/view.hpp"

namespace [[gnu::visibility("default")]] kith {

void write_dot(const GraphView& graph, std::ostream& out);
std::string dot_of(const GraphView& graph);

}  // namespace kith
