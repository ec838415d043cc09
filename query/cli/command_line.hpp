// The command line as a function: what `kith` does with its arguments, given streams to write to.
//
//     run_command_line({"path", "Wagner", "Iran"}, console)   // 0
//
// Errors go to console.err as "kith: PLACE: problem" and a line with the next step. The result is the exit code: 0
// good, 1 the data or the question, 2 the command line, 130 interrupted.
#pragma once

#include <string>
#include <vector>

#include "query/cli/console.hpp"

namespace kith::cli {

// Throws ReaderLeft (query/cli/output) where console.out throws it, and nothing else.
int run_command_line(const std::vector<std::string>& arguments, Console& console);

}  // namespace kith::cli
