// A cell of a table as RFC 4180 wants it: in quotation marks where it holds what would end it.
//
//     csv_cell("Ada, Sons")   // "Ada, Sons" in quotation marks
#pragma once

#include <string>
#include <string_view>

namespace kith {

// `delimiters`: what ends a cell, or begins a quoted one.
inline std::string csv_cell(std::string_view text, std::string_view delimiters = ",\"\r\n") {
    if (text.find_first_of(delimiters) == text.npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += c;
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace kith
