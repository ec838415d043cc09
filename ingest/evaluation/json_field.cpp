#include "ingest/evaluation/json_field.hpp"

#include <utility>

#include "ingest/documents/line_reader.hpp"

namespace kith::evaluation {
namespace {

using Json = nlohmann::json;

constexpr int deepest_nesting = 64;
constexpr std::size_t longest_line_bytes = std::size_t{64} << 20;
constexpr std::size_t longest_shown_text = 40;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string in_words(const Json& value) {
    if (value.is_null()) return "null";
    if (value.is_boolean()) return "true or false";
    if (value.is_object()) return "an object";
    if (value.is_array()) return value.empty() ? "an empty list" : "a list";
    if (value.is_number()) return "the number " + value.dump();
    const std::string& text = value.get_ref<const std::string&>();
    if (text.empty()) return "an empty text";
    return text.size() <= longest_shown_text ? "\"" + text + "\""
                                             : "a text of " + std::to_string(text.size()) + " bytes";
}

Json parse(std::string_view line, const InputPosition& position) {
    const auto bounded = [&](int depth, Json::parse_event_t, Json&) {
        if (depth <= deepest_nesting) return true;
        throw Error(position, "nested deeper than " + std::to_string(deepest_nesting) + " levels");
    };
    try {
        return Json::parse(line, bounded);
    } catch (const Json::parse_error& error) {
        const std::string_view message = error.what();
        const std::size_t colon = message.find(": ");  // "[json....] parse error at line 1, column 9: ..."
        throw Error(InputPosition{position.file, position.line, error.byte},
                    "not JSON: " + std::string(colon == message.npos ? message : message.substr(colon + 2)),
                    "Each line must be one JSON object.");
    }
}

}  // namespace

void JsonField::fail(const std::string& expected, std::string next_step) const {
    throw Error(position_, (path_.empty() ? "" : path_ + ": ") + "expected " + expected + ", found " + in_words(value_),
                std::move(next_step));
}

std::optional<JsonField> JsonField::find(std::string_view name) const {
    if (!value_.is_object()) fail("an object");
    const auto found = value_.find(name);
    if (found == value_.end() || found->is_null()) return std::nullopt;
    if (found->is_string() && found->get_ref<const std::string&>().empty()) return std::nullopt;
    return JsonField(*found, (path_.empty() ? "" : path_ + ".") + std::string(name), position_);
}

JsonField JsonField::at(std::string_view name) const {
    if (auto found = find(name)) return *found;
    throw Error(position_, (path_.empty() ? "there" : path_ + ": there") + " is no \"" + std::string(name) + "\"",
                "docs/commands.md, kith evaluate, shows what a line must hold.");
}

std::vector<JsonField> JsonField::items() const {
    if (!value_.is_array()) fail("a list");
    std::vector<JsonField> fields;
    for (std::size_t i = 0; i < value_.size(); ++i) {
        fields.emplace_back(value_[i], path_ + "[" + std::to_string(i) + "]", position_);
    }
    return fields;
}

std::string JsonField::text() const {
    if (!value_.is_string() || value_.get_ref<const std::string&>().empty()) fail("a text");
    return value_.get<std::string>();
}

std::vector<JsonField> JsonField::texts() const {
    if (value_.is_string()) return {*this};
    if (!value_.is_array() || value_.empty()) fail("a text or a list of texts");
    return items();
}

double JsonField::share() const {
    const double number = value_.is_number() ? value_.get<double>() : -1.0;
    if (!(number >= 0.0 && number <= 1.0)) fail("a number from 0 to 1");
    return number;
}

std::size_t JsonField::count() const {
    if (!value_.is_number_unsigned()) fail("a whole number");
    return value_.get<std::size_t>();
}

void for_each_object(const std::string& path, const std::function<void(const JsonField&)>& use) {
    Input input(path);
    LineReader lines(input, longest_line_bytes);
    bool any = false;
    while (lines.next()) {
        const InputPosition position{path, lines.number()};
        if (lines.too_long()) {
            throw Error(position,
                        "longer than " + std::to_string(longest_line_bytes >> 20) + " MiB, the limit for one line");
        }
        std::string_view line = lines.line();
        if (lines.number() == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
        if (line.find_first_not_of(" \t") == line.npos) continue;
        any = true;
        const Json value = parse(line, position);
        const JsonField field(value, "", position);
        if (!value.is_object()) field.fail("an object", "Write one object a line: jq -c '.[]' FILE.");
        use(field);
    }
    if (!any) throw Error(InputPosition{path}, "no line in it", "It must hold JSON Lines: one object a line.");
}

}  // namespace kith::evaluation
