#include "ingest/documents/containers/label.hpp"

#include <algorithm>

#include "ingest/documents/encoding.hpp"
#include "ingest/documents/input.hpp"

namespace kith {
namespace {

constexpr std::size_t longest_name_bytes = 512;

}  // namespace

std::string label_of(std::string_view name) {
    std::string label = valid_utf8(name.substr(0, longest_name_bytes));
    for (char& c : label) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    }
    while (label.starts_with("./")) label.erase(0, 2);
    while (label.starts_with('/')) label.erase(0, 1);
    return label.empty() ? "unnamed" : label;
}

bool is_hidden(std::string_view label) {
    if (label.starts_with("__MACOSX/")) return true;
    for (std::size_t begin = 0; begin < label.size();) {
        const std::size_t end = std::min(label.find('/', begin), label.size());
        const std::string_view part = label.substr(begin, end - begin);
        if (part.starts_with('.') && part != "." && part != "..") return true;
        begin = end + 1;
    }
    return false;
}

std::string contained_path(std::string_view container, std::string_view name) {
    return std::string(container) + std::string(inside_container) + label_of(name);
}

}  // namespace kith
