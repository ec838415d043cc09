#include "ingest/documents/warc/records.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "graph/ascii.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 16;
constexpr std::size_t longest_header_bytes = std::size_t{1} << 16;
constexpr std::size_t most_fields = 1000;
constexpr std::string_view mark = "WARC/";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r"), text.size());
    return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

}  // namespace

bool looks_like_warc(std::string_view head) {
    return head.starts_with(mark) && head.size() > mark.size() && ascii::is_digit(head[mark.size()]);
}

std::map<std::string, std::string, std::less<>> take_header_fields(std::string_view& bytes) {
    std::map<std::string, std::string, std::less<>> fields;
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view line = trimmed(bytes.substr(0, end));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (line.empty()) break;
        const std::size_t colon = line.find(':');
        if (colon == line.npos || fields.size() >= most_fields) continue;
        fields.try_emplace(ascii::lower_case(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
    return fields;
}

bool WarcRecords::fill() {
    buffer_.erase(0, at_);
    at_ = 0;
    const std::size_t filled = buffer_.size();
    buffer_.resize(filled + chunk_bytes);
    is_broken_ = true;  // where that throws
    const std::size_t count = input_.read(buffer_.data() + filled, chunk_bytes);
    is_broken_ = false;
    buffer_.resize(filled + count);
    return count > 0;
}

void WarcRecords::fail(const std::string& problem) {
    is_broken_ = true;
    throw UnusableInput(InputPosition{input_.path()}, problem);
}

std::string WarcRecords::no_record() const {
    return "no WARC record after " + std::to_string(number_) + " of them: the file is damaged or ends too early";
}

// Up to the empty line, without it; empty at the end of the file.
std::string WarcRecords::header_block() {
    for (;;) {
        const std::string_view rest = std::string_view(buffer_).substr(at_);
        const std::size_t begin = rest.find_first_not_of("\r\n");
        if (begin == rest.npos) {
            at_ = buffer_.size();
            if (!fill()) return {};
            continue;
        }
        const std::size_t with_return = rest.find("\r\n\r\n", begin);
        const std::size_t without = rest.find("\n\n", begin);
        const std::size_t end = std::min(with_return, without);
        if (end != rest.npos) {
            std::string block(rest.substr(begin, end - begin));
            at_ += end + (end == with_return ? 4 : 2);
            return block;
        }
        if (rest.size() > longest_header_bytes || !fill()) break;
    }
    fail(no_record());
}

void WarcRecords::pass_over(std::uint64_t count) {
    while (count > 0) {
        if (at_ == buffer_.size() && !fill()) fail("ends within record " + std::to_string(number_));
        const std::uint64_t step = std::min<std::uint64_t>(count, buffer_.size() - at_);
        at_ += static_cast<std::size_t>(step);
        count -= step;
    }
}

bool WarcRecords::next() {
    pass_over(std::exchange(left_, 0));
    const std::string block = header_block();
    if (block.empty()) return false;
    std::string_view rest = block;
    const bool is_record = looks_like_warc(rest);
    rest.remove_prefix(std::min(rest.find('\n'), rest.size()));
    if (!rest.empty()) rest.remove_prefix(1);
    fields_ = take_header_fields(rest);
    const std::string_view length = field("content-length");
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), length_);
    if (!is_record || error != std::errc() || end != length.data() + length.size()) {
        fail(no_record());
    }
    ++number_;
    left_ = length_;
    return true;
}

std::string_view WarcRecords::field(std::string_view name) const {
    const auto found = fields_.find(name);
    return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

std::string WarcRecords::body() {
    std::string bytes;
    while (left_ > 0) {
        if (at_ == buffer_.size() && !fill()) fail("ends within record " + std::to_string(number_));
        const std::size_t step = static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer_.size() - at_));
        bytes.append(buffer_, at_, step);
        at_ += step;
        left_ -= step;
    }
    return bytes;
}

}  // namespace kith
