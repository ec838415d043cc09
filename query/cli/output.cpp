#include "query/cli/output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "graph/error.hpp"

namespace kith::cli {
namespace {

// A terminal, a pipe, /dev/null: nothing that another could take the place of.
bool is_no_file(const std::string& path) {
    std::error_code none;
    const std::filesystem::file_status status = std::filesystem::status(path, none);
    return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
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
    if (descriptor_ < 0) open();
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

void Output::Buffer::open() {
    if (!is_no_file(name_)) file_.emplace(name_);
    const std::string& path = file_ ? file_->path() : name_;
    descriptor_ = ::open(path.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    if (descriptor_ < 0) {
        throw Error(InputPosition{name_, 0, 0}, "cannot be written: " + system_reason(errno),
                    "Name another file with --output.");
    }
}

void Output::Buffer::finish() {
    write_all();
    if (!owned_) return;
    // A file on the network tells a full disk only here.
    if (::close(std::exchange(descriptor_, -1)) != 0) {
        throw Error(InputPosition{name_, 0, 0}, "cannot be written: " + system_reason(errno));
    }
    if (file_) file_->put_in_place();
}

Output::Output(int descriptor, std::string name) : buffer_(descriptor, std::move(name)), stream_(&buffer_) {
    stream_.exceptions(std::ios::badbit);  // hands on what the buffer throws
}

Output::Output(const std::string& path) : Output(-1, path) {}

void Output::finish() {
    buffer_.finish();
}

}  // namespace kith::cli
