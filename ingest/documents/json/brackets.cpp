#include "ingest/documents/json/brackets.hpp"

#include "ingest/documents/article_fields.hpp"

namespace kith {
namespace {

constexpr std::size_t longest_key = 100;
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr std::size_t depth_of_list = 2;  // of its elements, in the object that holds it

}  // namespace

JsonBrackets::Event JsonBrackets::step(char c) {
    if (in_string_) return step_string(c);
    switch (c) {
        case ' ':
        case '\t':
        case '\r':
        case '\n':
        case ',':
            in_stray_ = false;
            return Event::none;
        case ':': {
            const auto field = depth_ == 1 ? ArticleFields::builtin().json(key_) : std::nullopt;
            is_article_ = is_article_ || (field && field->part == ArticlePart::text);
            return Event::none;
        }
        case '{':
        case '[':
            return open(c);
        case '}':
        case ']':
            return close(c);
        case '"':
            in_string_ = true;
            if (depth_ == 1) key_.clear();
            [[fallthrough]];
        default:
            const bool maybe = list_ == List::open && depth_ == depth_of_list;
            const bool is_stray = !in_stray_ && (maybe || (wanting_ && depth_ == wanted_depth_));
            in_stray_ = in_stray_ || is_stray;
            return !is_stray ? Event::none : maybe ? Event::maybe_stray : Event::stray;
    }
}

JsonBrackets::Event JsonBrackets::step_string(char c) {
    if (escaped_) {
        escaped_ = false;
    } else if (c == '\\') {
        escaped_ = true;
    } else if (c == '"') {
        in_string_ = false;
    }
    if (in_string_ && depth_ == 1 && key_.size() < longest_key) key_ += c;
    return Event::none;
}

JsonBrackets::Event JsonBrackets::open(char bracket) {
    ++depth_;
    if (bracket == '[') {
        if (depth_ == 1) wanted_depth_ = 1;
        return Event::none;
    }
    const std::size_t depth = depth_ - 1;
    if (wanting_ && depth == wanted_depth_) {
        wanting_ = false;
        if (depth == 0) {
            is_article_ = false;
            list_ = List::none_yet;
            key_.clear();
        }
        return Event::begins;
    }
    if (wanting_ || wanted_depth_ != 0 || depth != depth_of_list || is_article_) return Event::none;
    if (list_ == List::none_yet && ArticleFields::builtin().is_list(key_)) list_ = List::open;
    in_element_ = list_ == List::open;
    return in_element_ ? Event::maybe_begins : Event::none;
}

JsonBrackets::Event JsonBrackets::close(char bracket) {
    if (depth_ == 0) return Event::stray;
    --depth_;
    in_stray_ = false;
    if (list_ == List::open) {
        if (bracket == ']' && depth_ + 1 == depth_of_list) list_ = List::past;
        if (bracket == '}' && depth_ == depth_of_list) {
            in_element_ = false;
            return Event::maybe_ends;
        }
    }
    if (bracket == ']' && wanting_ && depth_ + 1 == wanted_depth_) {
        wanting_ = depth_ == 0;  // what else an object holds that held the list is not
        wanted_depth_ = depth_ == 0 ? 0 : nowhere;
        return Event::none;
    }
    if (bracket == '}' && !wanting_ && depth_ == wanted_depth_) {
        wanting_ = true;
        return Event::ends;
    }
    if (depth_ == 0) {
        wanting_ = true;
        wanted_depth_ = 0;
    }
    return Event::none;
}

void JsonBrackets::take_list() {
    wanting_ = list_ == List::open && !in_element_;
    wanted_depth_ = list_ == List::open ? depth_of_list : nowhere;
    list_ = List::past;
    in_element_ = false;
}

}  // namespace kith
