// Lines of an input of any length, one at a time, in bounded memory.
//
//     LineReader lines(input, max_line_bytes);
//     while (lines.next()) use(lines.line(), lines.number());
#pragma once

#include <string>
#include <string_view>

#include "ingest/documents/input.hpp"

namespace kith {

class LineReader {
public:
    LineReader(Input& input, std::size_t limit_bytes) : input_(input), limit_bytes_(limit_bytes) {}

    // Goes to the next line. False at the end. Throws UnusableInput where reading fails.
    bool next();

    std::string_view line() const { return line_; }  // without its line end; valid until next()
    std::size_t number() const { return number_; }   // from 1
    std::size_t offset() const { return offset_; }   // of its first byte
    bool too_long() const { return too_long_; }      // line() is then empty; the rest was passed over

private:
    Input& input_;
    std::size_t limit_bytes_;
    std::string buffer_;
    std::size_t at_ = 0;             // first byte of buffer_ not given out yet
    std::size_t before_buffer_ = 0;  // bytes of the input
    std::size_t offset_ = 0;
    std::string_view line_;
    std::size_t number_ = 0;
    bool too_long_ = false;
};

}  // namespace kith
