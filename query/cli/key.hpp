// One key for an answer, where a person goes through a list.
//
//     console.out << "right (y), wrong (n), end (q)? " << std::flush;
//     switch (read_key("ynq", console)) ...
#pragma once

#include <string>
#include <string_view>

#include "query/cli/console.hpp"

namespace kith::cli {

// One of `keys`; ' ' for Return or the space bar, 'q' where nobody answers any more. On a terminal a key is enough; else a
// line holds one, or a word that begins with it. Asks again for any other.
char read_key(std::string_view keys, Console& console);

// The next line, without what ends it; empty where there is none.
std::string read_line();

}  // namespace kith::cli
