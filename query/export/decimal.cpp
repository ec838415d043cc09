#include "query/export/decimal.hpp"

#include <array>
#include <charconv>

namespace kith {
namespace {

constexpr std::size_t longest = 400;  // the largest double has 309 digits before the point

}  // namespace

std::string decimal(double number, int digits) {
    std::array<char, longest> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, digits);
    return error == std::errc() ? std::string(text.data(), end) : "?";
}

std::string decimal(double number) {
    std::array<char, longest> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    return error == std::errc() ? std::string(text.data(), end) : "?";
}

}  // namespace kith
