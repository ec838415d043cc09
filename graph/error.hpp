// Errors that a user can act on.
//
// A kith::Error stops the command. Its text says what is wrong, where (file, line, column where they are known), and
// what to do next. A bad record among good ones is no Error: it is noted (Skipped) and passed over.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace [[gnu::visibility("default")]] kith {

// A position in an input. line and column count from 1; 0: unknown.
struct InputPosition {
    std::string file{};
    std::size_t line = 0;
    std::size_t column = 0;
};

// "file:line:column", leaving out what is unknown.
std::string to_string(const InputPosition& position);

// An input record that was passed over, and why.
struct Skipped {
    InputPosition position{};
    std::string reason{};
};

// Something that whoever reads the result should know; nothing was passed over.
struct Note {
    InputPosition position{};
    std::string text{};
};

class Error : public std::runtime_error {
public:
    // what() is "PLACE: problem"; next_step is a sentence such as "Try --db to name another file." or empty.
    explicit Error(std::string_view problem, std::string next_step = {});
    Error(const InputPosition& position, const std::string& problem, std::string next_step = {});

    const InputPosition& position() const noexcept { return position_; }  // without a file: nowhere in an input
    const std::string& problem() const noexcept { return problem_; }
    const std::string& next_step() const noexcept { return next_step_; }

private:
    InputPosition position_;
    std::string problem_;
    std::string next_step_{};
};

// A single record cannot be taken (kinds that the relation does not allow, an entity tied to itself). Whoever reads
// many notes it as Skipped and goes on; any other Error ends the run.
class RejectedRecord : public Error {
public:
    using Error::Error;
};

// What the C library calls an error number (errno), in English under any locale: "No such file or directory".
std::string system_reason(int error_number);

}  // namespace kith
