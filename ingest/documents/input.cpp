#include "ingest/documents/input.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <streambuf>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "graph/ascii.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk_bytes = std::size_t{1} << 18;

std::string next_step_for(const std::error_code& error) {
    if (error == std::errc::permission_denied) return "Check its access rights with ls -ld.";
    return "Check the path.";
}

// The files below `folder`, appended to `files`. Walks with a stack of its own: nesting is bounded by memory alone.
void list_folder(const fs::path& folder, std::vector<std::string>& files, std::vector<Skipped>& unreadable) {
    std::vector<fs::path> pending = {folder};
    while (!pending.empty()) {
        const fs::path current = std::move(pending.back());
        pending.pop_back();
        std::error_code error;
        if (current != folder && !fs::is_directory(fs::symlink_status(current, error))) {
            files.push_back(current.string());
            continue;
        }
        std::vector<fs::path> entries;
        for (fs::directory_iterator entry(current, error), end; !error && entry != end; entry.increment(error)) {
            const bool hidden = entry->path().filename().native().starts_with('.');
            std::error_code ignored;
            if (!hidden && (fs::is_directory(entry->symlink_status(ignored)) || entry->is_regular_file(ignored))) {
                entries.push_back(entry->path());
            }
        }
        if (error) {
            const std::string reason =
                "cannot list the folder: " + system_reason(error.value()) + ". " + next_step_for(error);
            unreadable.push_back(Skipped{InputPosition{current.string()}, reason});
            continue;
        }
        std::ranges::sort(entries, std::ranges::greater());  // the stack gives them out in order
        std::ranges::move(entries, std::back_inserter(pending));
    }
}

// Where "war.txt" is among the files, "war.txt.json" is its sidecar; "war.json" and "war.csv.json" are files of their own.
void drop_sidecars(std::vector<std::string>& files) {
    const std::unordered_set<std::string> all(files.begin(), files.end());
    std::erase_if(files, [&](const std::string& file) {
        if (!file.ends_with(sidecar_ending)) return false;
        const std::string document = file.substr(0, file.size() - sidecar_ending.size());
        return has_sidecar(document) && all.contains(document);
    });
}

}  // namespace

bool has_sidecar(std::string_view name) {
    static constexpr std::array<std::string_view, 7> endings = {".txt",   ".md",  ".html", ".htm",
                                                                ".xhtml", ".pdf", ".docx"};
    const std::string lower = ascii::lower_case(name);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

std::vector<std::string> list_inputs(const std::vector<std::string>& paths, std::vector<Skipped>& unreadable) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        if (path == standard_input || is_postgresql(path)) {
            files.push_back(path);
            continue;
        }
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (status.type() == fs::file_type::not_found) {
            throw Error(InputPosition{path}, "no such file or folder",
                        "Check the path; \"-\" stands for standard input.");
        }
        if (fs::is_directory(status)) {
            list_folder(path, files, unreadable);
        } else {
            files.push_back(path);  // what cannot be opened is told when it is read
        }
    }
    drop_sidecars(files);
    return files;
}

// What a function gives, as a stream.
class Input::Buffer final : public std::streambuf {
public:
    explicit Buffer(Read read) : read_(std::move(read)), bytes_(chunk_bytes, '\0') {}

private:
    int_type underflow() override {
        const std::size_t count = read_(bytes_.data(), bytes_.size());
        setg(bytes_.data(), bytes_.data(), bytes_.data() + count);
        return count == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_.front());
    }

    Read read_;
    std::string bytes_;
};

Input::Input(std::string path, Read read)
    : path_(std::move(path)),
      buffer_(std::make_unique<Buffer>(std::move(read))),
      contained_(std::make_unique<std::istream>(buffer_.get())),
      stream_(contained_.get()) {
    stream_->exceptions(std::ios::badbit);  // what `read` throws reaches whoever reads the stream
}

Input::Input(std::string path, std::string bytes)
    : Input(std::move(path), [rest = std::move(bytes), at = std::size_t{0}](char* target, std::size_t size) mutable {
          const std::size_t count = rest.copy(target, size, at);
          at += count;
          return count;
      }) {}

Input::~Input() = default;

Input::Input(const std::string& path) : path_(path), stream_(&file_) {
    if (path == standard_input) {
        stream_ = &std::cin;
        return;
    }
    file_.open(path, std::ios::binary);
    if (!file_) {
        const std::error_code error(errno, std::generic_category());
        throw UnusableInput(InputPosition{path}, "cannot read: " + system_reason(error.value()), next_step_for(error));
    }
}

std::size_t Input::read(char* target, std::size_t size) {
    if (peeked_at_ < peeked_.size()) {
        const std::size_t count = std::min(size, peeked_.size() - peeked_at_);
        std::memcpy(target, peeked_.data() + peeked_at_, count);
        peeked_at_ += count;
        return count;
    }
    return read_on(target, size);
}

std::size_t Input::read_on(char* target, std::size_t size) {
    errno = 0;
    stream_->read(target, static_cast<std::streamsize>(size));
    if (stream_->bad()) throw UnusableInput(InputPosition{path_}, "cannot read: " + system_reason(errno));
    return static_cast<std::size_t>(stream_->gcount());
}

std::string_view Input::peek(std::size_t size) {
    peeked_.erase(0, peeked_at_);
    peeked_at_ = 0;
    std::string more(size - std::min(size, peeked_.size()), '\0');
    for (std::size_t count = 1; peeked_.size() < size && count > 0;) {
        count = read_on(more.data(), size - peeked_.size());
        peeked_.append(more, 0, count);
    }
    return std::string_view(peeked_).substr(0, size);
}

std::size_t Input::bytes_at_least() const {
    return std::max(peeked_.size(), static_cast<std::size_t>(seekable_bytes().value_or(0)));
}

std::optional<std::uint64_t> Input::seekable_bytes() const {
    std::error_code error;
    if (!is_file() || !fs::is_regular_file(path_, error)) return std::nullopt;
    const std::uintmax_t size = fs::file_size(path_, error);
    return error ? std::nullopt : std::optional<std::uint64_t>(size);
}

void Input::seek(std::uint64_t offset) {
    peeked_at_ = peeked_.size();
    stream_->clear();
    stream_->seekg(static_cast<std::streamoff>(offset));
}

std::string Input::read_all(std::size_t limit_bytes) {
    std::string bytes;
    for (;;) {
        const std::size_t filled = bytes.size();
        bytes.resize(filled + chunk_bytes);
        const std::size_t count = read(bytes.data() + filled, chunk_bytes);
        bytes.resize(filled + count);
        if (count == 0) return bytes;
        if (bytes.size() > limit_bytes) {
            throw UnusableInput(InputPosition{path_},
                                "larger than " + mebibytes(limit_bytes) + ", the limit for one article",
                                "Give one file for each article, or one line each as JSON Lines (--format jsonl).");
        }
    }
}

}  // namespace kith
