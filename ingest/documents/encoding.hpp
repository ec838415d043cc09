// Bytes to UTF-8. All text after this point is valid UTF-8 without a byte order mark.
//
//     std::string text = to_utf8(bytes, "war.txt");                   // UTF-8, UTF-16, or recognised
//     std::string page = to_utf8(bytes, "war.html", "windows-1251");  // as its header declares
//
// Wrong letters are worse than no letters: names would be stored that no question finds. So an encoding is guessed
// (uchardet) only where the bytes cannot be UTF-8 with an error in it, and the guess is taken only where every byte
// has a meaning in it (ICU) and the result reads like text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] kith {

// The offset of the first byte that is not part of valid UTF-8 (no overlong forms, no surrogates); nothing: all valid.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

// The same text; bytes that are not part of valid UTF-8 become U+FFFD.
std::string valid_utf8(std::string_view bytes);

// Throws UnusableInput for what is not text (a NUL byte, a PDF, an archive) and for encodings that are not recognised,
// with the offset of the first bad byte. `declared`: the name of an encoding that the input claims for itself, or
// empty.
std::string to_utf8(std::string bytes, const std::string& file, std::string_view declared = {});

}  // namespace kith
