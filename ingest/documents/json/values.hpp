// The objects of a JSON file, one at a time, in bounded memory: JSON Lines, objects written over several lines, an
// array of objects, or an object that holds such an array ({"status": "ok", "articles": [...]}).
//
//     JsonValues values(input, path, max_bytes);
//     while (values.next()) parse_json_article(values.text(), values.position());
//
// An object that names a text is an article, whatever lists it has beside. So one that may hold articles is kept until
// that is known: to its end, or until it is longer than an article may be.
//
// Only brackets and quotes are looked at here. In JSON Lines each line stands for itself, so that a broken one does not
// spoil those behind it. A file counts as one text instead where it begins with an array, or where its first line is
// short and breaks off in the midst of an object, but not of a string.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/claim.hpp"
#include "graph/error.hpp"
#include "ingest/documents/json/brackets.hpp"
#include "ingest/documents/line_reader.hpp"

namespace kith {

class JsonValues {
public:
    JsonValues(Input& input, std::string file, std::size_t limit_bytes);

    // Goes to the next object. A line, or an end of the file, that holds none where one should be is given out as it
    // is, so that whoever parses it says what is wrong. False at the end. Throws UnusableInput where reading fails.
    bool next();

    std::string_view text() const { return text_; }                       // until next()
    TextSpan bytes() const { return {offset_, offset_ + text_.size()}; }  // of the text, in the file
    const InputPosition& position() const {
        return position_;
    }                                            // where it begins; no column at the beginning of a line
    bool too_long() const { return too_long_; }  // text() is then empty

private:
    // A position in the file.
    struct Position {
        InputPosition input{};
        std::size_t offset = 0;  // bytes
    };

    bool fill();
    bool next_object();
    void mark(JsonBrackets::Event event);
    bool take_elements(bool is_open);
    bool give_waiting();
    bool give(std::string text, const Position& position);
    Position here() const { return {{file_, line_, column_ == 1 ? 0 : column_}, here_}; }
    Position line_begin() const { return {{file_, line_, 0}, lines_.offset()}; }

    Input& input_;
    LineReader lines_;
    std::string file_;
    std::size_t limit_bytes_;
    bool one_text_ = false;

    std::string block_;       // of the one text
    std::string_view chunk_;  // a line or a block, from the next character on
    std::size_t line_ = 0;    // of that character
    std::size_t column_ = 1;
    std::size_t here_ = 0;  // its offset

    JsonBrackets brackets_;
    bool gathering_ = false;
    bool found_ = false;  // an object, or what stands for one, in the line or the text
    std::string gathered_;
    Position gathered_position_;

    // Of an object that may hold articles, where those stand in what is gathered.
    struct Element {
        std::size_t begin = 0, end = 0;  // no end: still open
        Position position{};
        bool is_stray = false;
    };
    std::vector<Element> elements_;
    std::deque<std::pair<std::string, Position>> waiting_;  // to be given out before what follows

    std::string text_;
    InputPosition position_;
    std::size_t offset_ = 0;
    bool too_long_ = false;
};

}  // namespace kith
