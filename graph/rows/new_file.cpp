#include "graph/rows/new_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

#include "graph/error.hpp"

namespace kith {

namespace {

[[noreturn]] void fail(const std::string& path, const std::string& problem, int code) {
    throw Error(InputPosition{path, 0, 0}, problem + " (" + system_reason(code) + ")",
                "Check the space on the disk and the rights of the folder.");
}

// What was written to the file, or which names a folder has, is on the disk.
void sync(const std::string& path, int flags) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | flags);
    if (descriptor < 0) fail(path, "cannot be opened to be written to the disk", errno);
    const int code = fsync(descriptor) == 0 ? 0 : errno;
    close(descriptor);
    if (code != 0 && code != EINVAL) fail(path, "cannot be written to the disk", code);  // EINVAL: has no such thing
}

}  // namespace

NewFile::NewFile(std::string target) : target_(std::move(target)), path_(target_ + ".XXXXXX") {
    const int descriptor = mkstemp(path_.data());
    if (descriptor < 0) fail(path_, "the file cannot be made", errno);
    fchmod(descriptor, 0644);
    close(descriptor);
}

NewFile::~NewFile() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

void NewFile::put_in_place() {
    sync(path_, 0);
    if (rename(path_.c_str(), target_.c_str()) != 0) fail(target_, "the file cannot be put in place", errno);
    path_.clear();
    sync(std::filesystem::absolute(target_).parent_path().string(), O_DIRECTORY);
}

}  // namespace kith
