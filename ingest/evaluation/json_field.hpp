// JSON Lines read with checks: what is not as expected is told with file, line and the path of the field.
//
//     for_each_object("gold.jsonl", [&](const JsonField& article) {
//         const std::string id = article.at("id").text();
//         for (const JsonField& claim : article.at("claims").items()) use(claim.at("subject").texts().front().text());
//     });
//
//     gold.jsonl:3: claims[2].subject: expected a name or a list of names, found a number
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"

namespace kith::evaluation {

// Points into the line's value, which it must not outlive.
class JsonField {
public:
    JsonField(const nlohmann::json& value, std::string path, const InputPosition& position)
        : value_(value), path_(std::move(path)), position_(position) {}

    // All throw Error for a value of another type.
    JsonField at(std::string_view name) const;                   // throws where find gives nothing, too
    std::optional<JsonField> find(std::string_view name) const;  // nothing: absent, null or empty text
    std::vector<JsonField> items() const;
    std::string text() const;              // not empty
    std::vector<JsonField> texts() const;  // itself, or the members of a list of at least one; each with text()
    double share() const;                  // a number from 0 to 1
    std::size_t count() const;             // a whole number from 0

    const InputPosition& position() const { return position_; }
    // "FILE:LINE: PATH: expected ..., found ...". `next_step` as in Error.
    [[noreturn]] void fail(const std::string& expected, std::string next_step = {}) const;

private:
    const nlohmann::json& value_;
    std::string path_;
    const InputPosition& position_;
};

// Calls `use` with each line that is not blank. Throws Error for a file that cannot be read or has no such line, for a
// line that is no JSON object, is nested deeper than 64 levels or longer than 64 MiB.
void for_each_object(const std::string& path, const std::function<void(const JsonField&)>& use);

}  // namespace kith::evaluation
