// What tells a source of records, which has no text: where it is, and of a list the edition. Its SHA-256 is the document's.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "graph/store/sha256.hpp"

namespace kith {

inline std::string source_key(std::string_view location, std::string_view list, std::string_view edition) {
    std::string key(location);
    if (!list.empty()) key.append(1, '\n').append(list).append(1, '\n').append(edition);
    return key;
}

inline std::array<unsigned char, 32> source_digest(const std::string& key) {
    return sha256("records of " + key);
}

}  // namespace kith
