// What the fuzz programs share. Each reads bytes as a stranger would send them; whatever they are, kith answers or
// throws its own Error. Anything else (a sanitizer's report, another exception, a broken promise) is a find.
//
//     scripts/fuzz html 600    # ten minutes of web pages
//
// What is found is mended, and its input kept in fuzz/corpus/NAME (or as a case in tests/data/bad), where every run of
// .ci/run reads it again.
#pragma once

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "graph/error.hpp"

// libFuzzer calls it by this name.
extern "C" [[gnu::visibility("default")]] int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace kith::fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// Gives the text as a file would: what is read of it next; 0 at the end.
inline auto reader_of(std::string_view text) {
    return [text](char* target, std::size_t size) mutable {
        const std::size_t count = text.copy(target, size);
        text.remove_prefix(count);
        return count;
    };
}

// A promise of the code under test.
inline void require(bool holds) {
    if (!holds) std::abort();
}

// A folder of this process, which goes with it.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("kith-fuzz-" + std::to_string(::getpid()))) {
        std::filesystem::create_directory(path_);
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(std::string_view name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

// Calls it; kith's own errors are answers.
template <typename Call>
void allow_errors(const Call& call) {
    try {
        call();
    } catch (const Error&) {
    }
}

}  // namespace kith::fuzz
