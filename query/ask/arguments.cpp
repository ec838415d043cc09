#include "query/ask/arguments.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "graph/error.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

constexpr std::size_t most_bytes = 64 * 1024;  // of all names and values together
constexpr std::size_t most_values = 4000;
constexpr std::string_view blanks = " \t\r\n";

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

}  // namespace

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
            for (const Json& each : value) arguments.add(name, {value_of(name, each), each.is_number()});
        } else {
            arguments.add(name, {value_of(name, value), value.is_number()});
        }
    }
    return arguments;
}

Arguments Arguments::from_text(std::string_view text) {
    if (text.size() > most_bytes) throw UnknownWord("the options are longer than 64 kB", "Ask for less at once.");
    return TextReader(text).read();
}

Arguments& Arguments::set(std::string_view name, std::string_view value) {
    add(name, {std::string(value)});
    return *this;
}

void Arguments::add(std::string_view name, Value value) {
    std::vector<Value>& values = values_.try_emplace(std::string(name)).first->second;
    bytes_ += name.size() + value.text.size();
    if (bytes_ > most_bytes || values.size() >= most_values || values_.size() > most_values) {
        throw UnknownWord(std::string(name.substr(0, 100)) + ": too many values, or more than 64 kB of them",
                          "Ask for less at once.");
    }
    if (value.text.find('\0') != std::string::npos || name.find('\0') != name.npos) {
        throw UnknownWord("an argument holds a zero byte", "Names and texts have none.");
    }
    values.push_back(std::move(value));
}

std::string Arguments::label(std::string_view name) const {
    const auto found = labels_.find(name);
    return found == labels_.end() ? std::string(name) : found->second;
}

void Arguments::check(const std::string& name, const std::vector<Value>& values, const Parameter& parameter) const {
    if (values.size() > 1 && !holds_several(parameter.type)) {
        throw UnknownWord(label(name) + ": it takes one value only", "Give " + what_it_takes(parameter) + ".");
    }
    for (const Value& value : values) {
        if (fits(parameter, value.text)) continue;
        throw UnknownWord(label(name) + ": \"" + value.text + "\" is none of its values",
                          did_you_mean(value.text, parameter.choices, "It takes " + what_it_takes(parameter) + "."));
    }
}

Arguments Arguments::completed(std::span<const Parameter> parameters) const {
    for (const auto& [name, values] : values_) {
        const auto found = std::ranges::find(parameters, name, &Parameter::name);
        if (found == parameters.end()) {
            std::vector<std::string> known;
            for (const Parameter& each : parameters) known.emplace_back(each.name);
            throw UnknownWord("there is no argument \"" + name + "\" here",
                              did_you_mean(name, known, "There are " + joined(known, ", ") + "."));
        }
        check(name, values, *found);
    }
    Arguments whole = *this;
    for (const Parameter& parameter : parameters) {
        if (is_entity(parameter.type) && has(parameter.name)) {
            for (Value& value : whole.values_.find(parameter.name)->second) {
                if (value.is_number) value.text.insert(0, "#");
            }
        }
        if (parameter.required && text(parameter.name).empty()) {
            throw UnknownWord("the argument \"" + std::string(parameter.name) + "\" is missing",
                              "It is " + std::string(parameter.meaning) + ".");
        }
        if (parameter.usual.empty() || has(parameter.name)) continue;
        whole.set(parameter.name, value_of(parameter.name, Json::parse(parameter.usual)));
    }
    return whole;
}

std::string Arguments::text(std::string_view name) const {
    const std::vector<std::string> values = texts(name);
    return values.empty() ? std::string() : values.front();
}

std::vector<std::string> Arguments::texts(std::string_view name) const {
    std::vector<std::string> texts;
    const auto found = values_.find(name);
    if (found == values_.end()) return texts;
    for (const Value& value : found->second) texts.push_back(value.text);
    return texts;
}

std::int64_t Arguments::integer(std::string_view name) const {
    return parse_number<std::int64_t>(text(name)).value_or(0);
}

double Arguments::number(std::string_view name) const {
    return parse_number<double>(text(name)).value_or(0.0);
}

bool Arguments::flag(std::string_view name) const {
    const std::string value = text(name);
    return value == "true" || value == "1";
}

}  // namespace kith
