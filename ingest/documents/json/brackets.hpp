// Finds where objects begin and end in JSON by its brackets and quotes alone: those at the top, the elements of an
// array at the top, or of one that stands in an object at the top under a name such as "articles".
//
// Whether an object at the top is an article or holds some is known once it names a text, or ends without: until then
// the elements of its list are maybes.
#pragma once

#include <cstddef>
#include <string>

namespace kith {

class JsonBrackets {
public:
    enum class Event {
        none,
        begins,        // an object, with this character
        ends,          // likewise
        stray,         // something that is no object stands where one should
        maybe_begins,  // the same in the list of an object that may be an article itself
        maybe_ends,
        maybe_stray,
    };

    Event step(char c);

    // Takes the object at hand for one that holds articles: the elements of its list are told of from here on.
    void take_list();

    // Whether the object at the top, open or closed last, names a text.
    bool is_article() const { return is_article_; }
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
    bool is_article_ = false;                                         // the object at the top names a text
    enum class List { none_yet, open, past } list_ = List::none_yet;  // of maybes
    bool in_element_ = false;                                         // of that list
    bool in_stray_ = false;
    std::string key_;  // the last string at depth 1
};

}  // namespace kith
