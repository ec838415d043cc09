// What a command writes to, and how: width and colour of the terminal.
//
//     console.out << inked(console, Ink::bold, "Wagner Group") << '\n';
//
// Colours are for terminals alone, and not where NO_COLOR is set (https://no-color.org) or TERM is "dumb".
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "graph/stop.hpp"

namespace kith::cli {

struct Console {
    std::ostream& out;  // the answer
    std::ostream& err;  // notes, errors and progress
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    bool colour = false;      // of `out`
    StopCondition stop{};     // what ends a question: --timeout, Ctrl-C
    std::size_t width = 100;  // columns of `out`; COLUMNS, else the terminal's, else 100
};

// The console of this process; `out` writes to its standard output.
Console make_console(std::ostream& out);

enum class Ink { bold, dim, blue, red, magenta };

// The text between escape sequences where the console has colour; as it is otherwise.
std::string inked(const Console& console, Ink ink, std::string_view text);

}  // namespace kith::cli
