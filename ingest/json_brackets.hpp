// Finds where objects begin and end in JSON by its brackets and quotes alone: those at the top, the elements of an
// array at the top, or of one that stands in an object at the top under a name such as "articles".
#pragma once

#include <cstddef>
#include <string>

namespace kith {

class JsonBrackets {
public:
    enum class Event {
        none,
        begins,  // an object, with this character
        ends,    // likewise
        stray,   // something that is no object stands where one should
    };

    Event step(char c);

    bool in_string() const { return in_string_; }
    bool is_open() const { return depth_ > 0 || in_string_; }

private:
    Event step_string(char c);
    Event open(char bracket);
    Event close(char bracket);

    std::size_t depth_ = 0;
    std::size_t wanted_depth_ = 0;  // at which the objects begin that are wanted
    bool wanting_ = true;           // an object, at that depth
    bool in_string_ = false;
    bool escaped_ = false;
    bool is_article_ = false;  // the object at the top names a text, so it holds no others
    bool in_stray_ = false;
    std::string key_;  // the last string at depth 1
};

}  // namespace kith
