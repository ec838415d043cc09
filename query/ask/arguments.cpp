#include "query/ask/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "graph/error.hpp"
#include "query/filter_words.hpp"

namespace kith {

namespace {

constexpr std::size_t most_bytes = 64 * 1024;  // of all names and values together
constexpr std::size_t most_values = 1000;
constexpr std::string_view blanks = " \t\r\n";

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string value_of(std::string_view name, const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number_float()) {  // 4.0 is a whole number to JSON Schema
        const double number = value.get<double>();
        if (number == std::floor(number) && std::abs(number) < 1e15) {
            return std::to_string(static_cast<std::int64_t>(number));
        }
    }
    if (value.is_boolean() || value.is_number()) return value.dump();
    throw UnknownWord(std::string(name) + ": a list or an object cannot stand here",
                      "Give a text, a number, true or false.");
}

std::string what_it_takes(const Parameter& parameter) {
    switch (parameter.type) {
        case ArgumentType::text:
        case ArgumentType::texts:
            return parameter.choices.empty() ? "a text" : joined(parameter.choices, ", ");
        case ArgumentType::flag:
            return "true or false";
        case ArgumentType::integer:
        case ArgumentType::number:
            break;
    }
    const std::string kind = parameter.type == ArgumentType::integer ? "a whole number" : "a number";
    if (parameter.least == parameter.most) return kind;
    const auto plain = [](double limit) {
        return Json(limit == std::floor(limit) ? Json(std::int64_t(limit)) : Json(limit)).dump();
    };
    return kind + " from " + plain(parameter.least) + " to " + plain(parameter.most);
}

bool fits(const Parameter& parameter, const std::string& value) {
    const auto within = [&](double number) {
        return parameter.least == parameter.most || (number >= parameter.least && number <= parameter.most);
    };
    switch (parameter.type) {
        case ArgumentType::text:
        case ArgumentType::texts:
            return parameter.choices.empty() || std::ranges::find(parameter.choices, value) != parameter.choices.end();
        case ArgumentType::flag:
            return value == "true" || value == "false" || value == "1" || value == "0";
        case ArgumentType::integer: {
            const auto number = parse_number<std::int64_t>(value);
            return number && within(static_cast<double>(*number));
        }
        case ArgumentType::number: {
            const auto number = parse_number<double>(value);
            return number && std::isfinite(*number) && within(*number);
        }
    }
    return false;
}

// Reads "name=value|value,name=value".
class TextReader {
public:
    explicit TextReader(std::string_view text) : text_(text) {}

    Arguments read() {
        Arguments arguments;
        skip_blanks();
        while (at_ < text_.size()) {
            const std::string name = read_name();
            do {
                ++at_;  // the sign of equality, or a bar
                arguments.set(name, read_value());
            } while (at_ < text_.size() && text_[at_] == '|');
            if (at_ < text_.size()) ++at_;  // the comma
            skip_blanks();
        }
        return arguments;
    }

private:
    void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }
    static std::string without_blanks_after(std::string_view text) {
        return std::string(text.substr(0, text.find_last_not_of(blanks) + 1));
    }
    [[noreturn]] void fail(const std::string& problem) const {
        throw UnknownWord("options, column " + std::to_string(at_ + 1) + ": " + problem,
                          "Write them like max_hops=4,status=actual|planned.");
    }

    std::string read_name() {
        const std::size_t end = text_.find_first_of("=,|\"", at_);
        if (end == std::string_view::npos || text_[end] != '=') fail("a name and = are missing");
        std::string name = without_blanks_after(text_.substr(at_, end - at_));
        if (name.empty()) fail("the name before = is missing");
        at_ = end;
        return name;
    }

    std::string read_value() {
        skip_blanks();
        if (at_ < text_.size() && text_[at_] == '"') return read_quoted();
        const std::size_t end = std::min(text_.find_first_of(",|", at_), text_.size());
        std::string value = without_blanks_after(text_.substr(at_, end - at_));
        at_ = end;
        return value;
    }

    std::string read_quoted() {
        std::string value;
        const std::size_t open = at_;
        for (++at_; at_ < text_.size(); ++at_) {
            if (text_[at_] == '"') {
                if (!text_.substr(at_ + 1).starts_with('"')) break;
                ++at_;
            }
            value += text_[at_];
        }
        if (at_ == text_.size()) {
            at_ = open;
            fail("a quotation mark is open");
        }
        ++at_;
        skip_blanks();
        if (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '|') fail("a comma is missing");
        return value;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

Json type_schema(const Parameter& parameter) {
    const bool is_number = parameter.type == ArgumentType::integer || parameter.type == ArgumentType::number;
    Json schema;
    schema["type"] = parameter.type == ArgumentType::flag      ? "boolean"
                     : parameter.type == ArgumentType::integer ? "integer"
                     : parameter.type == ArgumentType::number  ? "number"
                                                               : "string";
    if (!parameter.choices.empty()) schema["enum"] = parameter.choices;
    if (is_number && parameter.least != parameter.most) {
        const auto limit = [&](double value) {
            return parameter.type == ArgumentType::integer ? Json(static_cast<std::int64_t>(value)) : Json(value);
        };
        schema["minimum"] = limit(parameter.least);
        schema["maximum"] = limit(parameter.most);
    }
    if (parameter.type == ArgumentType::texts) schema = {{"type", "array"}, {"items", std::move(schema)}};
    return schema;
}

}  // namespace

std::vector<Parameter> operator+(std::vector<Parameter> some, const std::vector<Parameter>& others) {
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

Arguments Arguments::from_json(const Json& object) {
    if (object.is_null()) return {};
    if (!object.is_object()) {
        throw UnknownWord("the arguments are no JSON object",
                          "Write them like {\"from\": \"Wagner\", \"to\": \"Iran\"}.");
    }
    Arguments arguments;
    for (const auto& [name, value] : object.items()) {
        if (value.is_null()) continue;
        if (value.is_array()) {
            for (const Json& each : value) arguments.set(name, value_of(name, each));
        } else {
            arguments.set(name, value_of(name, value));
        }
    }
    return arguments;
}

Arguments Arguments::from_text(std::string_view text) {
    if (text.size() > most_bytes) throw UnknownWord("the options are longer than 64 kB", "Ask for less at once.");
    return TextReader(text).read();
}

Arguments& Arguments::set(std::string_view name, std::string_view value) {
    std::vector<std::string>& values = values_.try_emplace(std::string(name)).first->second;
    bytes_ += name.size() + value.size();
    if (bytes_ > most_bytes || values.size() >= most_values || values_.size() > most_values) {
        throw UnknownWord(std::string(name.substr(0, 100)) + ": too many values, or more than 64 kB of them",
                          "Ask for less at once.");
    }
    if (value.find('\0') != value.npos || name.find('\0') != name.npos) {
        throw UnknownWord("an argument holds a zero byte", "Names and texts have none.");
    }
    values.emplace_back(value);
    return *this;
}

void Arguments::check(std::span<const Parameter> parameters) const {
    for (const auto& [name, values] : values_) {
        const auto found = std::ranges::find(parameters, name, &Parameter::name);
        if (found == parameters.end()) {
            std::vector<std::string> known;
            for (const Parameter& each : parameters) known.emplace_back(each.name);
            throw UnknownWord("there is no argument \"" + name + "\" here",
                              did_you_mean(name, known, "There are " + joined(known, ", ") + "."));
        }
        if (values.size() > 1 && found->type != ArgumentType::texts) {
            throw UnknownWord(name + ": it takes one value only", "Give " + what_it_takes(*found) + ".");
        }
        for (const std::string& value : values) {
            if (fits(*found, value)) continue;
            throw UnknownWord(name + ": \"" + value + "\" is none of its values",
                              did_you_mean(value, found->choices, "It takes " + what_it_takes(*found) + "."));
        }
    }
    for (const Parameter& parameter : parameters) {
        if (parameter.required && text(parameter.name).empty()) {
            throw UnknownWord("the argument \"" + std::string(parameter.name) + "\" is missing",
                              "It is " + std::string(parameter.meaning) + ".");
        }
    }
}

std::string Arguments::text(std::string_view name, std::string_view otherwise) const {
    const auto found = values_.find(name);
    return found == values_.end() || found->second.empty() ? std::string(otherwise) : found->second.front();
}

std::vector<std::string> Arguments::texts(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>() : found->second;
}

std::int64_t Arguments::integer(std::string_view name, std::int64_t otherwise) const {
    return has(name) ? parse_number<std::int64_t>(text(name)).value_or(otherwise) : otherwise;
}

double Arguments::number(std::string_view name, double otherwise) const {
    return has(name) ? parse_number<double>(text(name)).value_or(otherwise) : otherwise;
}

bool Arguments::flag(std::string_view name) const {
    const std::string value = text(name);
    return value == "true" || value == "1";
}

Json schema_of(std::span<const Parameter> parameters) {
    Json properties = Json::object(), required = Json::array();
    for (const Parameter& parameter : parameters) {
        Json schema = type_schema(parameter);
        schema["description"] = parameter.meaning;
        if (!parameter.usual.empty()) schema["default"] = Json::parse(parameter.usual);
        properties[std::string(parameter.name)] = std::move(schema);
        if (parameter.required) required.push_back(parameter.name);
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

}  // namespace kith
