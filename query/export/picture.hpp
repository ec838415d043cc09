// Draws GraphViz source with GraphViz's own library: no `dot` program is needed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "graph/stop.hpp"

namespace [[gnu::visibility("default")]] kith {

enum class PictureFormat { svg, png };

// The bytes of the picture, laid out as the graph's attribute `layout` says, else by "dot". Throws Error for source
// that is no GraphViz or that the library cannot draw. Calls from several threads wait for one another: libgvc keeps
// its state in globals. It cannot be stopped either: where there is a condition, a child of the process draws, and
// Stopped is thrown once the condition is reached.
std::string draw(const std::string& dot, PictureFormat format, const StopCondition& stop = {});

// More than this takes minutes to lay out and cannot be read: draw() is not for it.
constexpr std::size_t drawable_nodes = 2000;
constexpr std::size_t drawable_ties = 5000;

}  // namespace kith
