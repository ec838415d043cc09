// A block of bytes: memory of the process, a new file that is being filled, or a file mapped for reading.
//
// Pages of anonymous memory cost nothing until they are written, so a block may be made for the most there can be.
// A mapped file is read as its pages are touched; kith replaces such files by renaming, never by writing over them,
// so that a mapping stays whole.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace kith {

class MemoryBlock {
public:
    MemoryBlock() = default;
    static MemoryBlock anonymous(std::size_t bytes);
    // Makes the file, of this size. Throws Error where that fails.
    static MemoryBlock new_file(const std::string& path, std::size_t bytes);
    // The file made larger, with what it held.
    static MemoryBlock grown_file(const std::string& path, std::size_t bytes);
    // Nothing: there is no such file, or it cannot be read.
    static std::optional<MemoryBlock> map_file(const std::string& path);

    ~MemoryBlock();
    MemoryBlock(MemoryBlock&& other) noexcept;
    MemoryBlock& operator=(MemoryBlock&& other) noexcept;

    std::byte* data() const { return data_; }
    std::size_t size() const { return size_; }

private:
    static MemoryBlock writable_file(const std::string& path, std::size_t bytes, int flags);
    MemoryBlock(void* data, std::size_t size) : data_(static_cast<std::byte*>(data)), size_(size) {}

    std::byte* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace kith
