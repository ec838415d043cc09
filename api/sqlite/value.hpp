// Values of SQL as kith takes and gives them, and a table of them: what a table-valued function answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kith {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;  // monostate: NULL
inline constexpr std::size_t longest_name = 10'000;                             // bytes; nobody goes by a longer one

using Row = std::vector<Value>;
using Rows = std::vector<Row>;

inline bool is_null(const Value& value) {
    return std::holds_alternative<std::monostate>(value);
}

// What kith leaves empty is NULL in SQL.
inline Value optional_text(std::string_view text) {
    return text.empty() ? Value() : Value(std::string(text));
}

inline Value integer(std::int64_t number) {
    return number;
}

}  // namespace kith
