// What another program asks with: values by name.
//
//     Arguments::from_json({{"from", "Wagner"}, {"status", {"actual", "planned"}}, {"max_hops", 4}})
//     Arguments::from_text("max_hops=4,status=actual|planned,speaker=\"Kirby, John\"")
//
// Values are kept as text and read as what a question takes. Whatever comes in is from a stranger: its size is bounded,
// and every error names the argument and what it takes.
#pragma once

#include <charconv>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/ask/parameter.hpp"

namespace kith {

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

class Arguments {
public:
    Arguments() = default;
    // Of an object whose values are texts, numbers, true or false, or lists of these; null is as good as not given.
    // Throws Error.
    static Arguments from_json(const Json& object);
    // Pairs by commas, values of a list by bars, a value with commas or bars in quotation marks ("" is one of those).
    // Throws Error with the column.
    static Arguments from_text(std::string_view text);

    // Adds a value to those of the name.
    Arguments& set(std::string_view name, std::string_view value);
    void erase(std::string_view name) { values_.erase(std::string(name)); }
    // How messages call an argument that has another name where it was given: "--via".
    void call(std::string_view name, std::string_view label) { labels_[std::string(name)] = label; }
    std::string label(std::string_view name) const;

    // These, with what is usual where nothing is given. Throws Error for a name that is none of the parameters, a value
    // that is not of its type, or a missing one.
    Arguments completed(std::span<const Parameter> parameters) const;

    bool has(std::string_view name) const { return values_.contains(name); }
    // The rest is for arguments that were completed. What was not given and is not usual is empty, 0 or false.
    std::string text(std::string_view name) const;
    std::vector<std::string> texts(std::string_view name) const;
    std::int64_t integer(std::string_view name) const;
    std::size_t count(std::string_view name) const { return static_cast<std::size_t>(integer(name)); }
    double number(std::string_view name) const;
    bool flag(std::string_view name) const;

private:
    struct Value {
        std::string text;
        bool is_number = false;  // in JSON
    };
    void add(std::string_view name, Value value);
    void check(const std::string& name, const std::vector<Value>& values, const Parameter& parameter) const;

    std::map<std::string, std::vector<Value>, std::less<>> values_;
    std::map<std::string, std::string, std::less<>> labels_;
    std::size_t bytes_ = 0;
};

}  // namespace kith
