// Where bytes come from: files, folders and standard input.
//
//     for (const std::string& path : list_inputs({"articles/", "-"}, unreadable)) {
//         Input input(path);
//         std::string bytes = input.read_all(max_article_bytes);
//     }
#pragma once

#include <cstddef>
#include <fstream>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"

namespace kith {

// Standard input, where a path is expected.
inline constexpr std::string_view standard_input = "-";

// The files that `paths` stand for: a file stands for itself, a folder for all files below it in order of their paths,
// without hidden ones. Links to files are followed; links to folders only where `paths` names them, so that a loop of
// links ends. Folders that cannot be listed are added to `unreadable`. Throws Error for a path that does not exist.
std::vector<std::string> list_inputs(const std::vector<std::string>& paths, std::vector<Skipped>& unreadable);

// An open file, or standard input.
class Input {
public:
    // Throws UnusableInput where the file cannot be opened.
    explicit Input(const std::string& path);

    // Up to `size` first bytes, which later reads give again.
    std::string_view peek(std::size_t size);

    // What is read from it: from the first byte, where nothing was peeked at or read.
    std::istream& stream() { return *stream_; }

    // Bytes that are surely to come: all of a file, what has been peeked at of standard input.
    std::size_t bytes_at_least() const;

    // Throws UnusableInput where there are more than `limit_bytes`, or reading fails.
    std::string read_all(std::size_t limit_bytes);

    // Up to `size` bytes into `target`; 0 at the end. Throws UnusableInput where reading fails.
    std::size_t read(char* target, std::size_t size);

private:
    std::string path_;
    std::ifstream file_;
    std::istream* stream_;
    std::string peeked_;  // read ahead by peek, from peeked_at_ on not yet given out
    std::size_t peeked_at_ = 0;
};

}  // namespace kith
