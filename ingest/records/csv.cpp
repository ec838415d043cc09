#include "ingest/records/csv.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

namespace kith::records {
namespace {

constexpr std::size_t buffer_bytes = 4 * max_record_bytes;
constexpr std::string_view longer_than_allowed = "longer than 1 MiB";
constexpr std::string_view end_of_file_of_dos = "\x1A";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string without_doubled_quotes(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        if (text[i] == '"') ++i;
    }
    return result;
}

}  // namespace

CsvReader::CsvReader(ReadBytes read, char separator, CsvForm form)
    : read_(std::move(read)), separator_(separator), form_(form) {
    buffer_.resize(buffer_bytes);
    read_more();
    if (std::string_view(buffer_).substr(0, filled_).starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

bool CsvReader::next() {
    do {
        if (at_ == filled_ && !read_more()) return false;
        line_ = next_line_;
        Parsed parsed = parse_record();
        while (parsed != Parsed::complete && filled_ - at_ <= max_record_bytes && read_more()) parsed = parse_record();
        if (parsed == Parsed::open_quote)
            fault_ = filled_ - at_ > max_record_bytes ? "a quote is not closed within 1 MiB" : "a quote is not closed";
        if (parsed == Parsed::incomplete) fault_ = longer_than_allowed;
        if (!fault_.empty()) {
            fields_.clear();
            skip_line();
            return true;
        }
    } while (fields_.size() == 1 && (fields_.front().empty() || fields_.front() == end_of_file_of_dos));
    if (form_ == CsvForm::placed) take_place();
    return true;
}

void CsvReader::take_place() {
    const std::string_view place = fields_.front();
    const char* at = place.data();
    for (std::size_t* const number : {&line_, &placed_begin_, &placed_end_}) {
        at = std::from_chars(at, place.data() + place.size(), *number).ptr;
        if (at != place.data() + place.size()) ++at;  // ':'
    }
    fields_.erase(fields_.begin());
    width_ = std::max(width_, fields_.size());
    fields_.resize(width_);
}

// Moves what is unread to the front and fills the rest of the buffer. False: nothing new is known.
bool CsvReader::read_more() {
    std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
    buffer_offset_ += at_;
    filled_ -= at_;
    at_ = 0;
    if (at_end_) return false;
    while (!at_end_ && filled_ < buffer_.size()) {
        const std::size_t count = read_(buffer_.data() + filled_, buffer_.size() - filled_);
        at_end_ = count == 0;
        filled_ += count;
    }
    return filled_ > 0;
}

CsvReader::Parsed CsvReader::parse_record() {
    fields_.clear();
    unquoted_.clear();
    fault_ = {};
    const char* const data = buffer_.data();
    std::size_t lines = 1;
    std::size_t i = at_;
    for (;;) {
        if (i < filled_ && data[i] == '"') {
            const std::size_t close = find_closing_quote(i + 1);
            if (close == std::string::npos) return Parsed::open_quote;
            std::string_view field(data + i + 1, close - i - 1);
            lines += static_cast<std::size_t>(std::ranges::count(field, '\n'));
            if (std::memchr(field.data(), '"', field.size()) != nullptr) {
                field = unquoted_.emplace_back(without_doubled_quotes(field));
            }
            fields_.push_back(field);
            i = close + 1;
            if (i + 1 < filled_ && data[i] == '\r' && data[i + 1] == '\n') ++i;
        } else {
            const std::size_t begin = i;
            while (i < filled_ && data[i] != separator_ && data[i] != '\n') ++i;
            if (i == filled_ && !at_end_) return Parsed::incomplete;
            std::string_view field(data + begin, i - begin);
            if (field.ends_with('\r') && (i == filled_ || data[i] == '\n')) field.remove_suffix(1);
            fields_.push_back(field);
        }
        if (i < filled_ && data[i] == separator_) {
            ++i;
            continue;
        }
        if (i < filled_ && data[i] != '\n') {
            fault_ = "text stands after a closing quote";
            return Parsed::complete;
        }
        if (i - at_ > max_record_bytes) {
            fault_ = longer_than_allowed;
            return Parsed::complete;
        }
        begin_ = buffer_offset_ + at_;
        end_ = buffer_offset_ + i - (i > at_ && data[i - 1] == '\r' ? 1 : 0);
        at_ = std::min(i + 1, filled_);
        next_line_ += lines;
        return Parsed::complete;
    }
}

// The quote that closes the field which begins at `from`; npos: it is not in the buffer, or is its last byte and the
// next may double it.
std::size_t CsvReader::find_closing_quote(std::size_t from) const {
    for (;;) {
        const auto* const quote = static_cast<const char*>(std::memchr(buffer_.data() + from, '"', filled_ - from));
        if (quote == nullptr) return std::string::npos;
        const auto at = static_cast<std::size_t>(quote - buffer_.data());
        if (at + 1 == filled_) return at_end_ ? at : std::string::npos;
        if (buffer_[at + 1] != '"') return at;
        from = at + 2;
    }
}

// After a fault, reading goes on at the next line: one stray quote costs one line, not the rest of the file.
void CsvReader::skip_line() {
    begin_ = buffer_offset_ + at_;
    for (;;) {
        const auto* const newline = static_cast<const char*>(std::memchr(buffer_.data() + at_, '\n', filled_ - at_));
        if (newline != nullptr) {
            at_ = static_cast<std::size_t>(newline - buffer_.data()) + 1;
            end_ = buffer_offset_ + at_ - 1;
            break;
        }
        at_ = filled_;
        end_ = buffer_offset_ + at_;
        if (!read_more()) break;
    }
    ++next_line_;
}

}  // namespace kith::records
