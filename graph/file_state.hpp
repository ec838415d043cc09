// A file as it lay there at some time, to tell whether it was changed or replaced since.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace kith {

struct FileState {
    std::uint64_t device = 0, number = 0, size = 0;
    std::int64_t changed = 0;  // nanoseconds since 1970; of its rights and names, too

    // Nothing: there is no such file.
    static std::optional<FileState> of(const std::string& path);
    bool operator==(const FileState&) const = default;
};

}  // namespace kith
