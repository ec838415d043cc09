#include "graph/code_points.hpp"

#include <algorithm>

namespace kith {

namespace {

constexpr std::size_t block_size = 256;

std::size_t count(std::string_view bytes) {
    return static_cast<std::size_t>(
        std::ranges::count_if(bytes, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
    std::size_t total = 0;
    for (std::size_t begin = 0; begin <= text.size(); begin += block_size) {
        before_block_.push_back(total);
        total += count(text.substr(begin, block_size));
    }
}

std::size_t CodePoints::of_byte(std::size_t byte) const {
    byte = std::min(byte, text_.size());
    const std::size_t block = byte / block_size;
    return before_block_[block] + count(text_.substr(block * block_size, byte - block * block_size));
}

std::size_t CodePoints::byte_of(std::size_t point) const {
    // The block in which it begins: the last with no more code points before it.
    const auto after = std::ranges::upper_bound(before_block_, point);
    const auto block = static_cast<std::size_t>(after - before_block_.begin()) - 1;
    std::size_t at = before_block_[block];
    for (std::size_t byte = block * block_size; byte < text_.size(); ++byte) {
        if (count(text_.substr(byte, 1)) == 0) continue;
        if (at++ == point) return byte;
    }
    return text_.size();
}

}  // namespace kith
