#include "ingest/json_values.hpp"

#include <utility>

namespace kith {
namespace {

constexpr std::size_t peeked_bytes = 4096;
constexpr std::size_t block_bytes = std::size_t{1} << 18;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t\r\n";

bool is_one_text(std::string_view head) {
    if (head.starts_with(byte_order_mark)) head.remove_prefix(byte_order_mark.size());
    const std::size_t begin = head.find_first_not_of(blanks);
    if (begin == head.npos) return false;
    if (head[begin] == '[') return true;
    const std::size_t end = head.find('\n', begin);
    if (end == head.npos) return false;
    JsonBrackets brackets;
    for (const char c : head.substr(begin, end - begin)) brackets.step(c);
    return brackets.is_open() && !brackets.in_string();
}

}  // namespace

JsonValues::JsonValues(Input& input, std::string file, std::size_t limit_bytes)
    : input_(input), lines_(input, limit_bytes), file_(std::move(file)), limit_bytes_(limit_bytes) {
    one_text_ = is_one_text(input_.peek(peeked_bytes));
}

bool JsonValues::next() {
    for (;;) {
        if (next_object()) return true;
        if (!one_text_ && (gathering_ || !found_) &&
            lines_.line().find_first_not_of(blanks) != std::string_view::npos) {
            return give(std::string(lines_.line()), {file_, line_, 0});
        }
        if (!fill()) break;
        if (!one_text_ && lines_.too_long()) return give(std::string(limit_bytes_ + 1, ' '), {file_, line_, 0});
    }
    if (!one_text_ || (found_ && !gathering_)) return false;
    return gathering_ ? give(std::move(gathered_), gathered_position_) : give("[]", {file_, 1, 0});
}

bool JsonValues::give(std::string text, const InputPosition& position) {
    gathering_ = false;
    found_ = true;
    too_long_ = text.size() > limit_bytes_;
    text_ = too_long_ ? std::string() : std::move(text);
    position_ = position;
    return true;
}

bool JsonValues::fill() {
    const bool first = line_ == 0;
    if (one_text_) {
        block_.resize(block_bytes);
        block_.resize(input_.read(block_.data(), block_.size()));
        if (block_.empty()) return false;
        chunk_ = block_;
        if (first) line_ = 1;
    } else {
        if (!lines_.next()) return false;
        chunk_ = lines_.line();
        line_ = lines_.number();
        column_ = 1;
        brackets_ = {};
        gathering_ = found_ = false;
    }
    if (first && chunk_.starts_with(byte_order_mark)) chunk_.remove_prefix(byte_order_mark.size());
    return true;
}

bool JsonValues::next_object() {
    while (!chunk_.empty()) {
        const char c = chunk_.front();
        const JsonBrackets::Event event = brackets_.step(c);
        if (event == JsonBrackets::Event::begins) {
            gathering_ = true;
            gathered_.clear();
            gathered_position_ = here();
        }
        if (gathering_ && gathered_.size() <= limit_bytes_) gathered_ += c;
        const InputPosition position = event == JsonBrackets::Event::stray ? here() : InputPosition{};
        chunk_.remove_prefix(1);
        column_ = c == '\n' ? 1 : column_ + 1;
        line_ += c == '\n' ? 1 : 0;
        if (event == JsonBrackets::Event::stray && (one_text_ || found_)) return give("null", position);
        if (event == JsonBrackets::Event::ends) return give(std::exchange(gathered_, {}), gathered_position_);
    }
    return false;
}

}  // namespace kith
