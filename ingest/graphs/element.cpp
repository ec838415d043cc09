#include "ingest/graphs/element.hpp"

#include <algorithm>
#include <utility>

namespace kith::graphs {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 19;  // doubled quotes and all, a row of a table holds it

}  // namespace

void Element::add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    bytes_ += name.size() + value.size();
    is_too_long = is_too_long || bytes_ > most_bytes;
    if (!is_too_long) attributes.push_back({std::string(name), std::string(value)});
}

void GatheredText::begin() {
    text_.clear();
    is_open_ = true;
}

void GatheredText::add(std::string_view piece) {
    // One byte more than is allowed tells that it was too long.
    if (is_open_) text_.append(piece.substr(0, most_bytes + 1 - std::min(text_.size(), most_bytes + 1)));
}

std::string GatheredText::take() {
    is_open_ = false;
    const std::size_t begin = text_.find_first_not_of(" \t\r\n");
    if (begin == text_.npos) return {};
    return text_.substr(begin, text_.find_last_not_of(" \t\r\n") + 1 - begin);
}

}  // namespace kith::graphs
