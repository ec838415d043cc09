// How a word is written, one of six classes: the net reads lower case alone and gets these beside it. The same classes
// as training/windows.py's case_of, with Python's notions of letters, digits and cases.
#pragma once

#include <cstdint>
#include <string_view>

namespace kith::text::encoder {

enum class WordCase : std::uint8_t {
    lower = 0,      // no capital: "leads", "covid19"
    title = 1,      // a capital, then none: "Wagner", "I"
    upper = 2,      // "NATO", "G7"
    mixed = 3,      // "McKinsey", "eBay"
    digits = 4,     // "2023"
    no_letter = 5,  // "," "$"; also the start and the end of a window
};

WordCase case_of(std::string_view utf8);

}  // namespace kith::text::encoder
