#include "query/ask/parameter.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>

#include "query/ask/arguments.hpp"
#include "query/words.hpp"

namespace kith {

namespace {

Json whole_or_not(double number) {
    return number == std::floor(number) ? Json(static_cast<std::int64_t>(number)) : Json(number);
}

bool is_bounded(const Parameter& parameter) {
    return parameter.least != parameter.most;
}

bool is_within(const Parameter& parameter, double number) {
    return !is_bounded(parameter) || (number >= parameter.least && number <= parameter.most);
}

Json type_of(ArgumentType type) {
    switch (type) {
        case ArgumentType::flag:
            return "boolean";
        case ArgumentType::integer:
            return "integer";
        case ArgumentType::number:
            return "number";
        case ArgumentType::entity:
        case ArgumentType::entities:
            return {"string", "integer"};
        case ArgumentType::text:
        case ArgumentType::texts:
            break;
    }
    return "string";
}

Json type_schema(const Parameter& parameter) {
    Json schema = {{"type", type_of(parameter.type)}};
    if (!parameter.choices.empty()) schema["enum"] = parameter.choices;
    if (is_numeric(parameter.type) && is_bounded(parameter)) {
        const auto limit = [&](double value) {
            return parameter.type == ArgumentType::integer ? Json(static_cast<std::int64_t>(value)) : Json(value);
        };
        schema["minimum"] = limit(parameter.least);
        schema["maximum"] = limit(parameter.most);
    }
    if (holds_several(parameter.type)) schema = {{"type", "array"}, {"items", std::move(schema)}};
    return schema;
}

}  // namespace

std::vector<Parameter> operator+(std::vector<Parameter> some, const std::vector<Parameter>& others) {
    some.insert(some.end(), others.begin(), others.end());
    return some;
}

bool holds_several(ArgumentType type) {
    return type == ArgumentType::texts || type == ArgumentType::entities;
}

bool is_entity(ArgumentType type) {
    return type == ArgumentType::entity || type == ArgumentType::entities;
}

bool is_numeric(ArgumentType type) {
    return type == ArgumentType::integer || type == ArgumentType::number;
}

std::string what_it_takes(const Parameter& parameter) {
    if (parameter.type == ArgumentType::flag) return "true or false";
    if (is_entity(parameter.type)) return "a name or #id";
    if (!is_numeric(parameter.type)) return parameter.choices.empty() ? "a text" : joined(parameter.choices, ", ");
    std::string kind = parameter.type == ArgumentType::integer ? "a whole number" : "a number";
    if (!is_bounded(parameter)) return kind;
    return kind + " from " + whole_or_not(parameter.least).dump() + " to " + whole_or_not(parameter.most).dump();
}

bool fits(const Parameter& parameter, const std::string& value) {
    switch (parameter.type) {
        case ArgumentType::entity:
        case ArgumentType::entities:
            return true;
        case ArgumentType::text:
        case ArgumentType::texts:
            return parameter.choices.empty() || std::ranges::find(parameter.choices, value) != parameter.choices.end();
        case ArgumentType::flag:
            return value == "true" || value == "false" || value == "1" || value == "0";
        case ArgumentType::integer: {
            const auto number = parse_number<std::int64_t>(value);
            return number && is_within(parameter, static_cast<double>(*number));
        }
        case ArgumentType::number: {
            const auto number = parse_number<double>(value);
            return number && std::isfinite(*number) && is_within(parameter, *number);
        }
    }
    return false;
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
