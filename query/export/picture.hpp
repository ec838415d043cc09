// Draws GraphViz source with GraphViz's own library: no `dot` program is needed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith {

enum class PictureFormat { svg, png };

// The bytes of the picture. Throws Error for source that is no GraphViz or that the library cannot draw. Calls from
// several threads wait for one another: libgvc keeps its state in globals.
std::string draw(const std::string& dot, PictureFormat format);

// More entities than this take minutes to lay out and cannot be read: draw() is not for them.
constexpr std::size_t drawable_nodes = 1500;
constexpr std::size_t drawable_ties = 4000;

}  // namespace kith
