// Where bytes come from: files, folders, standard input, and what other inputs contain.
//
//     for (const std::string& path : list_inputs({"articles/", "-"}, unreadable)) {
//         Input input(path);
//         std::string bytes = input.read_all(max_article_bytes);
//     }
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"

namespace kith {

// Standard input, where a path is expected.
inline constexpr std::string_view standard_input = "-";

// A database on a server, where a path is expected: ingest/postgresql.
inline bool is_postgresql(std::string_view path) {
    return path.starts_with("postgresql://") || path.starts_with("postgres://");
}

// What is known of the document "war.txt" may stand beside it in "war.txt.json" (ingest/documents/json/articles).
inline constexpr std::string_view sidecar_ending = ".json";

// Whether a file of this name is a document of one article, which may have a sidecar.
bool has_sidecar(std::string_view name);

// What stands between the name of a container and that of a file in it: "war.zip!/may/report.html".
inline constexpr std::string_view inside_container = "!/";

// The files that `paths` stand for: a file stands for itself, a folder for all files below it in order of their paths,
// without hidden ones. Links to files are followed; links to folders only where `paths` names them, so that a loop of
// links ends. The sidecar of one that is given or found is not among them. Folders that cannot be listed are added to `unreadable`. Throws Error for a path that does not exist.
std::vector<std::string> list_inputs(const std::vector<std::string>& paths, std::vector<Skipped>& unreadable);

// An open file, standard input, or what an input contains: a file in an archive, a part of a mail.
class Input {
public:
    // Puts up to `size` bytes at `target`; 0 at the end. May throw UnusableInput.
    using Read = std::function<std::size_t(char* target, std::size_t size)>;

    // Throws UnusableInput where the file cannot be opened.
    explicit Input(const std::string& path);

    // What is contained in another: `path` is only what it is called, and no file is looked for there.
    Input(std::string path, Read read);
    Input(std::string path, std::string bytes);

    ~Input();
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    const std::string& path() const { return path_; }
    bool is_file() const { return stream_ == &file_; }

    // Up to `size` bytes that are next; later reads, and looks however short, give them again.
    std::string_view peek(std::size_t size);

    // What is read from it: from the first byte, where nothing was peeked at or read.
    std::istream& stream() { return *stream_; }

    // Bytes that are surely to come: all of a file, what has been peeked at of others.
    std::size_t bytes_at_least() const;

    // How many bytes there are, where any of them can be gone to: nothing for standard input, pipes and what is
    // contained in others.
    std::optional<std::uint64_t> seekable_bytes() const;
    void seek(std::uint64_t offset);

    // Throws UnusableInput where there are more than `limit_bytes`, or reading fails.
    std::string read_all(std::size_t limit_bytes);

    // Up to `size` bytes into `target`; 0 at the end. Throws UnusableInput where reading fails.
    std::size_t read(char* target, std::size_t size);

private:
    class Buffer;

    std::size_t read_on(char* target, std::size_t size);  // what nobody has peeked at

    std::string path_;
    std::ifstream file_;
    std::unique_ptr<Buffer> buffer_;  // of what is contained in another
    std::unique_ptr<std::istream> contained_;
    std::istream* stream_;
    std::string peeked_;  // read ahead by peek, from peeked_at_ on not yet given out
    std::size_t peeked_at_ = 0;
};

}  // namespace kith
