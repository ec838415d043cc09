// Where a command's answer goes: a stream over a file descriptor that tells why a write failed.
//
// std::cout cannot tell a full disk from a reader that has seen enough (`kith claims | head`): the first is an error,
// the second is the end of a command that went well. Both stop it at the failed write.
//
//     Output output(STDOUT_FILENO);
//     output.stream() << answer;
//     output.finish();
#pragma once

#include <array>
#include <optional>
#include <ostream>
#include <streambuf>
#include <string>

#include "graph/new_file.hpp"

namespace kith::cli {

// Thrown by a write to a pipe that nobody reads any more. Not an Error: nothing is wrong.
struct ReaderLeft {};

class Output {
public:
    // Writes to an open descriptor, which stays the caller's. The process must ignore SIGPIPE.
    explicit Output(int descriptor, std::string name = "standard output");
    // The file has its name once the output is finished: what is stopped or fails leaves the old one, or none. What is
    // no file (a terminal, a pipe) is written as it is.
    explicit Output(const std::string& path);
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    // Throws Error (disk full, no rights) or ReaderLeft when a write fails.
    std::ostream& stream() { return stream_; }

    // Writes what is still held back, and puts the file in place. Without it, all that is lost.
    void finish();

private:
    class Buffer final : public std::streambuf {
    public:
        Buffer(int descriptor, std::string name);
        ~Buffer() override;
        void write_all();
        void finish();

    protected:
        int_type overflow(int_type character) override;
        int sync() override;  // std::flush: a reader that waits for an answer has it at once

    private:
        void open();

        std::array<char, 1 << 16> held_;
        int descriptor_;  // negative: not opened yet
        bool owned_;
        std::string name_;
        std::optional<NewFile> file_;
    };

    Buffer buffer_;
    std::ostream stream_;
};

}  // namespace kith::cli
