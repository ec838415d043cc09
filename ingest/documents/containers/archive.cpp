#include "ingest/documents/containers/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "graph/ascii.hpp"
#include "ingest/documents/containers/label.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 14;  // small, since each may grow a thousandfold
constexpr std::size_t tar_mark_at = 257;

constexpr std::array<std::string_view, 6> marks = {"\x1F\x8B", "\x28\xB5\x2F\xFD", "PK\x03\x04", "PK\x05\x06",
                                                   "BZh",      "\xFD\x37zXZ"};
constexpr std::array<std::string_view, 5> compression_endings = {".gz", ".zst", ".xz", ".bz2", ".bzip2"};

// libarchive takes names for those of the host's locale, unless this thread is in another.
class Utf8Locale {
public:
    Utf8Locale() : before_(utf8() == locale_t{} ? locale_t{} : uselocale(utf8())) {}
    ~Utf8Locale() {
        if (before_ != locale_t{}) uselocale(before_);
    }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    static locale_t utf8() {
        static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", locale_t{});
        return locale;
    }
    locale_t before_;
};

}  // namespace

bool looks_like_archive(std::string_view head) {
    if (std::ranges::any_of(marks, [&](std::string_view mark) { return head.starts_with(mark); })) return true;
    return head.size() > tar_mark_at && head.substr(tar_mark_at).starts_with("ustar");
}

std::string_view without_compression_ending(std::string_view name) {
    const std::string lower = ascii::lower_case(name);
    for (const std::string_view ending : compression_endings) {
        if (lower.ends_with(ending)) return name.substr(0, name.size() - ending.size());
    }
    return name;
}

void Archive::Close::operator()(archive* opened) const {
    archive_read_free(opened);
}

Archive::Archive(Input& input, Expansion& expansion)
    : input_(input),
      expansion_(expansion),
      level_(expansion, input.path()),
      is_outermost_(expansion.depth() == 1),
      archive_(archive_read_new()),
      block_(block_bytes) {
    archive* const opened = archive_.get();
    archive_read_support_filter_gzip(opened);
    archive_read_support_filter_zstd(opened);
    archive_read_support_filter_xz(opened);
    archive_read_support_filter_bzip2(opened);
    archive_read_support_format_tar(opened);
    archive_read_support_format_zip(opened);
    archive_read_support_format_empty(opened);
    archive_read_support_format_raw(opened);  // what is compressed and no archive
    archive_read_set_read_callback(opened, [](archive* each, void* self, const void** block) -> la_ssize_t {
        return static_cast<la_ssize_t>(read_block(each, self, block));
    });
    if (input_.seekable_bytes()) {  // zip has its list of contents at the end
        archive_read_set_seek_callback(opened,
                                       [](archive* each, void* self, la_int64_t offset, int whence) -> la_int64_t {
                                           return seek_to(each, self, offset, whence);
                                       });
    }
    archive_read_set_callback_data(opened, this);
    if (archive_read_open1(opened) != ARCHIVE_OK) fail();
}

long Archive::read_block(archive* opened, void* self, const void** block) {
    Archive& me = *static_cast<Archive*>(self);
    try {
        return me.take_block(block);
    } catch (const UnusableInput&) {
        me.failure_ = std::current_exception();
        archive_set_error(opened, -1, "cannot be read");
        return -1;
    }
}

long Archive::take_block(const void** block) {
    // What is passed over is unpacked as well, and only here is it seen.
    const auto unpacked = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(archive_.get(), 0), 0));
    expansion_.unpacked(unpacked - std::min(unpacked, counted_), input_.path());
    counted_ = std::max(counted_, unpacked);
    const std::size_t count = input_.read(block_.data(), block_.size());
    if (is_outermost_) expansion_.packed(count);
    position_ += static_cast<long long>(count);
    *block = block_.data();
    return static_cast<long>(count);
}

long long Archive::seek_to(archive*, void* self, long long offset, int whence) {
    Archive& me = *static_cast<Archive*>(self);
    const auto size = static_cast<long long>(me.input_.seekable_bytes().value_or(0));
    const long long from = whence == SEEK_END ? size : whence == SEEK_CUR ? me.position_ : 0;
    if (offset > size - from || offset < -from) return ARCHIVE_FATAL;
    me.position_ = from + offset;
    me.input_.seek(static_cast<std::uint64_t>(me.position_));
    return me.position_;
}

void Archive::fail() {
    is_broken_ = true;
    if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
    throw UnusableInput(InputPosition{path_.empty() ? input_.path() : path_}, problem(),
                        "Fetch it again, or unpack it with another program.");
}

std::string Archive::problem() const {
    const char* const reason = archive_error_string(archive_.get());
    return "cannot be unpacked: " + std::string(reason == nullptr ? "damaged" : reason);
}

std::string Archive::path_of_entry() const {
    if (archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW) return input_.path();
    const char* const name = archive_entry_pathname_utf8(entry_);
    const char* const raw = name == nullptr ? archive_entry_pathname(entry_) : name;
    const std::string label = label_of(raw == nullptr ? "" : raw);
    return is_hidden(label) ? std::string() : contained_path(input_.path(), label);
}

bool Archive::next() {
    const Utf8Locale locale;
    while (!is_broken_) {
        path_.clear();
        const int status = archive_read_next_header(archive_.get(), &entry_);
        if (status == ARCHIVE_EOF) {
            if (is_first_) throw UnusableInput(InputPosition{input_.path()}, "an archive with nothing in it");
            return false;
        }
        if (status != ARCHIVE_OK && status != ARCHIVE_WARN) fail();
        is_first_ = false;
        const bool is_raw = archive_format(archive_.get()) == ARCHIVE_FORMAT_RAW;
        const bool is_file = archive_entry_filetype(entry_) == AE_IFREG && archive_entry_hardlink(entry_) == nullptr;
        if (!is_raw && !is_file) continue;
        path_ = path_of_entry();
        if (!path_.empty()) return true;
    }
    return false;
}

std::size_t Archive::read(char* target, std::size_t size) {
    if (archive_entry_is_encrypted(entry_) != 0) {
        throw UnusableInput(InputPosition{path_}, "encrypted", "Unpack it first, with its password.");
    }
    const la_ssize_t count = archive_read_data(archive_.get(), target, size);
    if (count == ARCHIVE_RETRY || count == ARCHIVE_WARN) return read(target, size);
    if (count < 0) {
        if (count == ARCHIVE_FAILED && !failure_) throw UnusableInput(InputPosition{path_}, problem());  // of it alone
        fail();
    }
    try {
        expansion_.unpacked(static_cast<std::uint64_t>(count), path_);
    } catch (const UnusableInput&) {
        is_broken_ = true;
        throw;
    }
    return static_cast<std::size_t>(count);
}

}  // namespace kith
