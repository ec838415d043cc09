#include "query/cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

namespace kith::cli {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::size_t widest = 160;  // longer lines are hard to read
constexpr std::size_t usual = 100;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

std::size_t columns() {
    std::size_t width = 0;
    const std::string_view told = environment("COLUMNS");
    std::from_chars(told.data(), told.data() + told.size(), width);
    winsize size{};
    if (width == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) width = size.ws_col;
    return width == 0 ? usual : std::clamp(width, narrowest, widest);
}

std::string_view sequence(Ink ink) {
    switch (ink) {
        case Ink::bold:
            return "\033[1m";
        case Ink::dim:
            return "\033[2m";
        case Ink::blue:
            return "\033[34m";
        case Ink::red:
            return "\033[31m";
        case Ink::magenta:
            return "\033[35m";
    }
    return "";
}

}  // namespace

Console make_console(std::ostream& out) {
    Console console{.out = out, .err = std::cerr};
    console.out_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    console.err_is_terminal = ::isatty(STDERR_FILENO) == 1;
    console.colour = console.out_is_terminal && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
    console.width = columns();
    return console;
}

std::string inked(const Console& console, Ink ink, std::string_view text) {
    if (!console.colour || text.empty()) return std::string(text);
    return std::string(sequence(ink)) + std::string(text) + "\033[0m";
}

}  // namespace kith::cli
