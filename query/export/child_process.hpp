// Work that nothing can stop from within, done by a child of the process, which can be ended.
//
//     const std::string svg = in_child_process([&] { return layout(dot); }, stop);    // throws Stopped
//
// The child has a copy of all that the process has in memory, and gives back the bytes. What crashes there is an Error
// here. It must touch neither a database nor a file that is open; its threads are its own.
#pragma once

#include <functional>
#include <string>

#include "graph/stop.hpp"

namespace kith {

// Throws Error with what the work threw, Stopped once the condition is reached.
std::string in_child_process(const std::function<std::string()>& work, const StopCondition& stop);

}  // namespace kith
