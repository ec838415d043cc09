// Code points of UTF-8: what the tokenizer has to know of letters. Bytes that are no UTF-8 read as U+FFFD, one by one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kith::text {

struct CodePoint {
    std::int32_t value = 0;
    std::size_t size = 1;  // bytes

    // Whether the bytes are UTF-8: a U+FFFD that stands for a single byte is not what the text says.
    bool is_valid() const { return size > 1 || value < 0x80; }
};

CodePoint code_point_at(std::string_view utf8, std::size_t position);

bool is_letter(std::int32_t code_point);  // combining marks as well
bool is_digit(std::int32_t code_point);
bool is_upper(std::int32_t code_point);
bool is_space(std::int32_t code_point);
bool is_apostrophe(std::int32_t code_point);      // ' and its curly forms, and an accent in its place
bool is_quotation_mark(std::int32_t code_point);  // double ones and guillemets

// Lower case letter by letter; curly apostrophes become plain.
std::string lower(std::string_view utf8);

}  // namespace kith::text
