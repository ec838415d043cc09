#include "ingest/documents/json/values.hpp"

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
        if (give_waiting() || next_object()) return true;
        if (!one_text_ && gathering_ && take_elements(true)) continue;
        if (!one_text_ && (gathering_ || !found_) &&
            lines_.line().find_first_not_of(blanks) != std::string_view::npos) {
            return give(std::string(lines_.line()), line_begin());
        }
        if (!fill()) break;
        if (!one_text_ && lines_.too_long()) return give(std::string(limit_bytes_ + 1, ' '), line_begin());
    }
    if (gathering_ && take_elements(true) && give_waiting()) return true;
    if (!one_text_ || (found_ && !gathering_)) return false;
    return gathering_ ? give(std::move(gathered_), gathered_position_) : give("[]", {{file_, 1, 0}, 0});
}

bool JsonValues::give(std::string text, const Position& position) {
    gathering_ = false;
    found_ = true;
    too_long_ = text.size() > limit_bytes_;
    text_ = too_long_ ? std::string() : std::move(text);
    position_ = position.input;
    offset_ = position.offset;
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
        here_ = lines_.offset();
        line_ = lines_.number();
        column_ = 1;
        brackets_ = {};
        gathering_ = found_ = false;
        elements_.clear();
    }
    if (first && chunk_.starts_with(byte_order_mark)) {
        chunk_.remove_prefix(byte_order_mark.size());
        here_ += byte_order_mark.size();
    }
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
        // What is too long for an article can only hold some.
        const bool is_long = gathered_.size() > limit_bytes_;
        mark(event);
        if (gathering_ && gathered_.size() <= limit_bytes_) gathered_ += c;
        if (event == JsonBrackets::Event::maybe_ends && !elements_.empty()) elements_.back().end = gathered_.size();
        const Position position = event == JsonBrackets::Event::stray ? here() : Position{};
        chunk_.remove_prefix(1);
        ++here_;
        column_ = c == '\n' ? 1 : column_ + 1;
        line_ += c == '\n' ? 1 : 0;
        if (event == JsonBrackets::Event::stray && (one_text_ || found_)) return give("null", position);
        if (event == JsonBrackets::Event::ends) {
            if (!brackets_.is_article() && take_elements(false)) return give_waiting();
            elements_.clear();
            return give(std::exchange(gathered_, {}), gathered_position_);
        }
        if ((is_long || gathered_.size() > limit_bytes_) && take_elements(true) && give_waiting()) return true;
    }
    return false;
}

void JsonValues::mark(JsonBrackets::Event event) {
    if (event == JsonBrackets::Event::begins) elements_.clear();
    if (event == JsonBrackets::Event::maybe_begins && gathered_.size() > limit_bytes_) gathered_.clear();
    if (event == JsonBrackets::Event::maybe_begins) elements_.push_back({gathered_.size(), 0, here(), false});
    if (event == JsonBrackets::Event::maybe_stray) elements_.push_back({0, 0, here(), true});
}

// The elements of the object at hand are what is wanted, if it has any; `is_open`: more of it follows.
bool JsonValues::take_elements(bool is_open) {
    if (elements_.empty() || brackets_.is_article()) return false;
    if (is_open) brackets_.take_list();
    gathering_ = false;
    std::string rest;
    for (const Element& each : elements_) {
        if (each.is_stray) {
            waiting_.emplace_back("null", each.position);
        } else if (each.end != 0 || !is_open) {
            waiting_.emplace_back(
                gathered_.substr(each.begin, each.end == 0 ? std::string::npos : each.end - each.begin), each.position);
        } else {
            rest = gathered_.substr(each.begin);
            gathered_position_ = each.position;
            gathering_ = true;
        }
    }
    gathered_ = std::move(rest);
    elements_.clear();
    found_ = true;
    return true;
}

bool JsonValues::give_waiting() {
    if (waiting_.empty()) return false;
    const bool is_gathering = gathering_;
    give(std::move(waiting_.front().first), waiting_.front().second);
    gathering_ = is_gathering;  // the element that follows
    waiting_.pop_front();
    return true;
}

}  // namespace kith
