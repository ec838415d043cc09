// What feeds and files of articles state of one, in whatever words: what is an address, and what to say of a date that is
// none.
#pragma once

#include <string>
#include <string_view>

namespace kith {

inline bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

// For a note.
inline std::string no_certain_date(const std::string& date) {
    constexpr std::size_t longest_quoted = 80;
    return '"' + date.substr(0, longest_quoted) +
           "\" is not a date, or not a certain one: the article is read as undated";
}

}  // namespace kith
