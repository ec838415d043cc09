#include "ingest/documents/line_reader.hpp"

namespace kith {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{1} << 18;

}  // namespace

bool LineReader::next() {
    too_long_ = false;
    offset_ = before_buffer_ + at_;
    std::size_t searched = at_;
    for (;;) {
        const std::size_t newline = buffer_.find('\n', searched);
        if (newline != buffer_.npos) {
            line_ = std::string_view(buffer_).substr(at_, newline - at_);
            at_ = newline + 1;
            break;
        }
        if (buffer_.size() - at_ > limit_bytes_) {  // keep nothing of a line that is not going to be used
            too_long_ = true;
            before_buffer_ += buffer_.size();
            buffer_.clear();
            at_ = 0;
        } else {
            before_buffer_ += at_;
            buffer_.erase(0, at_);
            at_ = 0;
        }
        searched = buffer_.size();
        buffer_.resize(searched + chunk_bytes);
        const std::size_t count = input_.read(buffer_.data() + searched, chunk_bytes);
        buffer_.resize(searched + count);
        if (count == 0) {
            if (buffer_.empty() && !too_long_) return false;
            line_ = buffer_;
            at_ = buffer_.size();
            break;
        }
    }
    ++number_;
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    if (line_.size() > limit_bytes_) too_long_ = true;
    if (too_long_) line_ = {};
    return true;
}

}  // namespace kith
