// The messages of an mbox file, one after another, in bounded memory: each begins with a line "From ", and its lines
// that would begin so are marked by ">".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/documents/line_reader.hpp"

namespace kith {

bool looks_like_mbox(std::string_view head);

class Mbox {
public:
    Mbox(Input& input, std::size_t limit_bytes) : lines_(input, limit_bytes), limit_bytes_(limit_bytes) {}

    // Goes to the next message. False at the end. Throws UnusableInput where reading fails.
    bool next();

    const std::string& message() const { return message_; }  // without its line "From "
    std::size_t line() const { return line_; }               // in the file, from 1
    bool too_long() const { return too_long_; }              // message() is then empty

private:
    LineReader lines_;
    std::size_t limit_bytes_;
    std::string message_;
    std::size_t line_ = 0;
    std::size_t next_line_ = 0;  // where the message begins whose line "From " was read
    bool too_long_ = false;
};

}  // namespace kith
