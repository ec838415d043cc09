#include "ingest/documents/json/members.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

using Json = nlohmann::json;

constexpr std::size_t deepest_nesting = 64;
constexpr std::size_t deepest_name = 3;  // {"authors": [{"name": ...}]}

}  // namespace

// Takes up members as they are parsed; what is not wanted is passed over without being kept.
class JsonMembers::Reader final : public nlohmann::json_sax<Json> {
public:
    Reader(JsonMembers& members, std::string_view text, const InputPosition& position)
        : members_(members), text_(text), position_(position) {}

    bool null() override { return other_value(); }
    bool boolean(bool) override { return other_value(); }
    bool number_integer(number_integer_t number) override { return value(std::to_string(number)); }
    bool number_unsigned(number_unsigned_t number) override { return value(std::to_string(number)); }
    bool number_float(number_float_t, const string_t& digits) override { return value(digits); }
    bool string(string_t& text) override { return value(std::move(text)); }
    bool binary(binary_t&) override { return other_value(); }
    bool start_object(std::size_t) override { return enter(true); }
    bool end_object() override { return leave(); }
    bool start_array(std::size_t) override {
        if (depth_ == 0) throw UnusableInput(line(), "expected an object, found an array without one");
        return enter(false);
    }
    bool end_array() override { return leave(); }
    bool key(string_t& name) override {
        if (depth_ == 1) {
            field_ = ArticleFields::builtin().json(name);
            joined_.clear();
        }
        is_name_ = depth_ > 1 && depth_ <= deepest_name && name == "name";
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
        const std::string_view message = error.what();
        const std::size_t colon = message.find(": ");  // "[json....] parse error at line 1, column 9: ..."
        throw UnusableInput(position_of(position),
                            "not JSON: " + std::string(colon == message.npos ? message : message.substr(colon + 2)),
                            "Give JSON Lines, one object a line, or an array of objects.");
    }

private:
    bool value(std::string text) {
        require_object();
        if (!field_) return true;
        if (depth_ == 1) return keep(std::move(text));
        const bool is_element = depth_ == 2 && !in_object_;
        if (!is_element && (!is_name_ || field_->part == ArticlePart::text)) return true;
        is_name_ = false;
        if (!joined_.empty()) joined_ += field_->part == ArticlePart::text ? "\n\n" : ", ";
        joined_ += text;
        return keep(joined_);
    }
    // The name that stands first in the list of names is believed.
    bool keep(std::string text) {
        if (text.empty()) return true;
        auto& [rank, kept] = members_.parts_.try_emplace(field_->part, field_->rank, std::string()).first->second;
        if (field_->rank > rank) return true;
        rank = field_->rank;
        kept = std::move(text);
        return true;
    }
    bool other_value() {
        require_object();
        return true;
    }
    void require_object() const {
        if (depth_ == 0) throw UnusableInput(line(), "expected an object", "Give JSON Lines, or an array of objects.");
    }
    bool enter(bool object) {
        if (++depth_ > deepest_nesting) {
            throw UnusableInput(line(), "nested deeper than " + std::to_string(deepest_nesting) + " levels");
        }
        if (depth_ == 2) in_object_ = object;
        return true;
    }
    bool leave() {
        --depth_;
        return true;
    }

    InputPosition line() const { return {position_.file, position_.line, 0}; }
    InputPosition position_of(std::size_t position) const {
        const std::string_view before = text_.substr(0, position);
        const std::size_t newline = before.rfind('\n');
        const auto lines = static_cast<std::size_t>(std::ranges::count(before, '\n'));
        const std::size_t shift = position_.column == 0 ? 0 : position_.column - 1;
        return {position_.file, position_.line + lines, lines > 0 ? position - newline - 1 : position + shift};
    }

    JsonMembers& members_;
    std::string_view text_;
    InputPosition position_;
    std::size_t depth_ = 0;
    std::optional<ArticleField> field_;  // of the member of the object at hand
    bool is_name_ = false;               // the value to come is the name of an object within the member
    bool in_object_ = false;             // the member is an object
    std::string joined_;
};

JsonMembers::JsonMembers(std::string_view object, const InputPosition& position) {
    Reader reader(*this, object, position);
    Json::sax_parse(object.begin(), object.end(), &reader);
}

std::string JsonMembers::take(ArticlePart part) {
    const auto found = parts_.find(part);
    return found == parts_.end() ? std::string() : std::move(found->second.second);
}

}  // namespace kith
