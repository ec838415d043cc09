#include "graph/new_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <random>
#include <string_view>
#include <system_error>

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

// Where links lead.
std::string followed(const std::string& path) {
    std::error_code none;
    const std::filesystem::path file = std::filesystem::canonical(path, none);
    return none ? path : file.string();
}

// ".x7Qz3A"
std::string random_ending() {
    constexpr std::string_view letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    std::random_device random;
    std::string ending = ".";
    for (int i = 0; i < 6; ++i) ending += letters[random() % letters.size()];
    return ending;
}

}  // namespace

NewFile::NewFile(const std::string& target, const std::string& source) : target_(followed(target)) {
    constexpr int most_attempts = 100;
    int descriptor = -1;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        path_ = target_ + random_ending();
        descriptor = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST) break;
    }
    if (descriptor < 0) fail(target, "cannot be written", errno);
    struct stat like {};
    if (stat(target_.c_str(), &like) == 0 || stat(source.c_str(), &like) == 0) {
        fchmod(descriptor, like.st_mode & 0777);  // as far as we may
    }
    close(descriptor);
}

NewFile::~NewFile() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove(path_, ignored);
}

void NewFile::put_in_place() {
    sync(path_, 0);
    if (rename(path_.c_str(), target_.c_str()) != 0) fail(target_, "cannot be replaced", errno);
    path_.clear();
    sync(std::filesystem::absolute(target_).parent_path().string(), O_DIRECTORY);
}

}  // namespace kith
