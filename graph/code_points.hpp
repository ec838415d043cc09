// Between byte offsets and code points of a UTF-8 text, the unit that the store and its SQL count in.
//
//     CodePoints points("Ḥizb");
//     points.of_byte(3)  // 1: "Ḥ" has three bytes
//     points.byte_of(1)  // 3
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"

namespace [[gnu::visibility("default")]] kith {

class CodePoints {
public:
    // The text must outlive this.
    explicit CodePoints(std::string_view text);

    // Offsets past the end count as the end. Time: constant (a count within one block).
    std::size_t of_byte(std::size_t byte) const;
    // Where a code point begins; those past the end begin at the end. Time: logarithmic in the text's length.
    std::size_t byte_of(std::size_t point) const;
    TextSpan of_bytes(const TextSpan& span) const { return {of_byte(span.begin), of_byte(span.end)}; }

private:
    std::string_view text_;
    std::vector<std::size_t> before_block_;  // code points before each block
};

}  // namespace kith
