// Titles and posts beside names: data/titles.tsv.
//
//     Titles::builtin().ending_at(document, {begin, end})   // "deputy foreign minister" -> works_for
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/text/document.hpp"

namespace kith::text {

struct Title {
    std::string relation;  // empty: a form of address only ("Mr.")
    Gender gender = Gender::unknown;
    std::size_t tokens = 0;
};

class Titles {
public:
    static const Titles& builtin();

    // The longest title that ends with the last token of the range. Nothing: none.
    const Title* ending_at(const Document& document, Range range) const;
    // The longest title that begins with the first token of the range.
    const Title* beginning_at(const Document& document, Range range) const;

private:
    Titles();
    std::unordered_map<std::string, Title> titles_;  // by lower-case tokens joined by blanks, in the singular
};

}  // namespace kith::text
