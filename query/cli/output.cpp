#include "query/cli/output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "graph/error.hpp"

namespace kith::cli {
namespace {

int open_for_writing(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0) {
        throw Error(InputPosition{path, 0, 0}, "cannot be written: " + system_reason(errno),
                    "Name another file with --output.");
    }
    return descriptor;
}

}  // namespace

Output::Buffer::Buffer(int descriptor, std::string name)
    : descriptor_(descriptor), owned_(descriptor < 0), name_(std::move(name)) {
    setp(held_.data(), held_.data() + held_.size());
}

Output::Buffer::~Buffer() {
    if (owned_ && descriptor_ >= 0) ::close(descriptor_);
}

void Output::Buffer::write_all() {
    if (descriptor_ < 0) descriptor_ = open_for_writing(name_);
    const char* next = pbase();
    while (next != pptr()) {
        const ssize_t written = ::write(descriptor_, next, static_cast<std::size_t>(pptr() - next));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            const int reason = errno;
            setp(held_.data(), held_.data() + held_.size());  // drop it, so that nothing tries again
            if (reason == EPIPE) throw ReaderLeft();
            throw Error(InputPosition{name_, 0, 0}, "cannot be written: " + system_reason(reason),
                        reason == ENOSPC ? "Free some space, or send the answer to another disk." : "");
        }
        next += written;
    }
    setp(held_.data(), held_.data() + held_.size());
}

Output::Buffer::int_type Output::Buffer::overflow(int_type character) {
    write_all();
    if (!traits_type::eq_int_type(character, traits_type::eof())) sputc(traits_type::to_char_type(character));
    return traits_type::not_eof(character);
}

int Output::Buffer::sync() {
    if (pptr() != pbase()) write_all();
    return 0;
}

// A file on the network tells a full disk only here.
void Output::Buffer::close() {
    if (owned_ && ::close(std::exchange(descriptor_, -1)) != 0) {
        throw Error(InputPosition{name_, 0, 0}, "cannot be written: " + system_reason(errno));
    }
}

Output::Output(int descriptor, std::string name) : buffer_(descriptor, std::move(name)), stream_(&buffer_) {
    stream_.exceptions(std::ios::badbit);  // hands on what the buffer throws
}

Output::Output(const std::string& path) : Output(-1, path) {}

void Output::finish() {
    buffer_.write_all();
    buffer_.close();
}

}  // namespace kith::cli
