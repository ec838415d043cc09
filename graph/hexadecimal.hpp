// Bytes as text: two digits each, in small letters.
//
//     in_hexadecimal(sha256("abc"))   // "ba7816bf..."
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kith {

inline std::string in_hexadecimal(std::span<const unsigned char> bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : bytes) text += {digits[byte >> 4U], digits[byte & 15U]};
    return text;
}

}  // namespace kith
