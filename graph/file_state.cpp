#include "graph/file_state.hpp"

#include <sys/stat.h>

namespace kith {

std::optional<FileState> FileState::of(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return std::nullopt;
    return FileState{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size),
                     status.st_ctim.tv_sec * 1'000'000'000L + status.st_ctim.tv_nsec};
}

}  // namespace kith
