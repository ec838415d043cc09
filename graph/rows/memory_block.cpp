#include "graph/rows/memory_block.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "graph/error.hpp"

namespace kith {

namespace {

// Closes on every way out.
struct File {
    explicit File(int number) : descriptor(number) {}
    ~File() {
        if (descriptor >= 0) close(descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    int descriptor;
};

}  // namespace

MemoryBlock MemoryBlock::anonymous(std::size_t bytes) {
    void* data = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (data == MAP_FAILED) throw Error("the graph does not fit in memory (" + std::to_string(bytes) + " bytes)");
    return {data, bytes};
}

MemoryBlock MemoryBlock::new_file(const std::string& path, std::size_t bytes) {
    return writable_file(path, bytes, O_CREAT | O_TRUNC);
}

MemoryBlock MemoryBlock::grown_file(const std::string& path, std::size_t bytes) {
    return writable_file(path, bytes, 0);
}

MemoryBlock MemoryBlock::writable_file(const std::string& path, std::size_t bytes, int flags) {
    const auto fail = [&](int code) {
        throw Error(InputPosition{path, 0, 0}, "the file cannot be written (" + system_reason(code) + ")",
                    "Check the space on the disk and the rights of the folder.");
    };
    const File file(open(path.c_str(), O_RDWR | O_CLOEXEC | flags, 0666));
    if (file.descriptor < 0) fail(errno);
    // Claims the space, so that a full disk is an error here and not a signal when a page is written.
    if (const int code = posix_fallocate(file.descriptor, 0, static_cast<off_t>(bytes)); code != 0) fail(code);
    void* data = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file.descriptor, 0);
    if (data == MAP_FAILED) fail(errno);
    return {data, bytes};
}

std::optional<MemoryBlock> MemoryBlock::map_file(const std::string& path) {
    const File file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (file.descriptor < 0 || fstat(file.descriptor, &status) != 0 || status.st_size <= 0) return std::nullopt;
    const auto bytes = static_cast<std::size_t>(status.st_size);
    void* data = mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file.descriptor, 0);
    if (data == MAP_FAILED) return std::nullopt;
    return MemoryBlock(data, bytes);
}

MemoryBlock::~MemoryBlock() {
    if (data_) munmap(data_, size_);
}

MemoryBlock::MemoryBlock(MemoryBlock&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MemoryBlock& MemoryBlock::operator=(MemoryBlock&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

}  // namespace kith
