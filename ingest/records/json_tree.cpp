#include "ingest/records/json_tree.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>

namespace kith::records {
namespace {

constexpr std::size_t deepest = 32;
constexpr std::size_t most_members = 10'000;

// Characters of the text, telling how far the parser has read.
class Cursor {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Cursor(const char* at, const char** read) : at_(at), read_(read) {}
    reference operator*() const { return *at_; }
    Cursor& operator++() {
        *read_ = ++at_;
        return *this;
    }
    Cursor operator++(int) {
        Cursor before = *this;
        ++*this;
        return before;
    }
    bool operator==(const Cursor& other) const { return at_ == other.at_; }
    bool operator!=(const Cursor& other) const { return at_ != other.at_; }

private:
    const char* at_;
    const char** read_;
};

class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(std::string_view text, const std::string& file, const char*& read)
        : text_(text), file_(file), read_(read), told_(text.data()), counted_(text.data()) {}

    bool null() override { return put(JsonTree::Kind::null, {}); }
    bool boolean(bool value) override { return put(JsonTree::Kind::boolean, value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return put(JsonTree::Kind::number, std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override {
        return put(JsonTree::Kind::number, std::to_string(value));
    }
    bool number_float(number_float_t, const string_t& written) override { return put(JsonTree::Kind::number, written); }
    bool string(string_t& value) override { return put(JsonTree::Kind::string, std::move(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonTree::Kind::object); }
    bool start_array(std::size_t) override { return open(JsonTree::Kind::array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        const InputPosition position = here();
        JsonTree& object = *open_.back();
        if (object.find(name) != nullptr) {
            throw Error(position, "\"" + name.substr(0, 80) + "\" stands twice in one object", "Remove one of them.");
        }
        if (object.members.size() >= most_members) throw Error(position, "an object of more than 10,000 members");
        object.members.emplace_back(std::move(name), JsonTree{});
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) override {
        std::string_view what =
            error.what();  // "[json.exception.parse_error.101] parse error at line 1, column 5: ..."
        if (const std::size_t colon = what.find(": "); colon != what.npos) what.remove_prefix(colon + 2);
        throw Error(here(), "not JSON: " + std::string(what.substr(0, 200)),
                    "docs/tables.md has mappings to start from.");
    }

    JsonTree root;

private:
    // Where what was read last begins.
    InputPosition here() {
        const char* const end = text_.data() + text_.size();
        const char* at = std::min(told_, end);
        while (at < read_ && at < end && std::string_view(" \t\r\n,:").find(*at) != std::string_view::npos) ++at;
        told_ = read_;
        for (; counted_ < at; ++counted_) {
            ++column_;
            if (*counted_ != '\n') continue;
            ++line_;
            column_ = 1;
        }
        return {file_, line_, column_};
    }
    JsonTree& place() {
        if (open_.empty()) return root;
        JsonTree& parent = *open_.back();
        if (parent.kind == JsonTree::Kind::object) return parent.members.back().second;
        return parent.elements.emplace_back();
    }
    bool put(JsonTree::Kind kind, std::string text) {
        JsonTree& value = place();
        value.kind = kind;
        value.text = std::move(text);
        value.position = here();
        return true;
    }
    bool open(JsonTree::Kind kind) {
        put(kind, {});
        JsonTree& value = open_.empty()                                  ? root
                          : open_.back()->kind == JsonTree::Kind::object ? open_.back()->members.back().second
                                                                         : open_.back()->elements.back();
        if (open_.size() >= deepest) throw Error(value.position, "nested deeper than 32 levels");
        open_.push_back(&value);
        return true;
    }
    bool close() {
        here();
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    const std::string& file_;
    const char*& read_;
    const char* told_;
    const char* counted_;
    std::size_t line_ = 1, column_ = 1;
    std::vector<JsonTree*> open_;  // stay in place: only what is opened last grows
};

}  // namespace

const JsonTree* JsonTree::find(std::string_view name) const {
    const auto found =
        std::ranges::find(members, name, [](const auto& each) -> std::string_view { return each.first; });
    return found == members.end() ? nullptr : &found->second;
}

JsonTree parse_json_tree(std::string_view text, const std::string& file) {
    const char* read = text.data();
    Builder builder(text, file, read);
    nlohmann::json::sax_parse(Cursor(text.data(), &read), Cursor(text.data() + text.size(), &read), &builder);
    return std::move(builder.root);
}

}  // namespace kith::records
