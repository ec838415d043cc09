#include "ingest/documents/mail/mbox.hpp"

namespace kith {

bool looks_like_mbox(std::string_view head) {
    if (!head.starts_with("From ")) return false;
    const std::size_t newline = head.find('\n');
    if (newline == head.npos) return false;
    const std::string_view second = head.substr(newline + 1);
    const std::string_view name = second.substr(0, second.find_first_of(":\n"));
    return !name.empty() && name.size() < second.size() && second[name.size()] == ':' && name.find(' ') == name.npos;
}

bool Mbox::next() {
    message_.clear();
    too_long_ = false;
    bool after_gap = line_ == 0;
    bool is_begun = next_line_ > 0;
    line_ = next_line_;
    next_line_ = 0;
    while (lines_.next()) {
        std::string_view line = lines_.line();
        if (line.starts_with("From ") && (after_gap || !is_begun)) {
            if (is_begun) {
                next_line_ = lines_.number();
                return true;
            }
            is_begun = true;
            line_ = lines_.number();
            continue;
        }
        after_gap = line.empty() && !lines_.too_long();
        if (!is_begun && after_gap) continue;
        if (!is_begun) line_ = lines_.number();
        is_begun = true;
        const std::size_t marks = line.find_first_not_of('>');
        if (marks != line.npos && marks > 0 && line.substr(marks).starts_with("From ")) line.remove_prefix(1);
        too_long_ = too_long_ || lines_.too_long() || message_.size() + line.size() > limit_bytes_;
        if (too_long_) {
            message_.clear();
        } else {
            message_.append(line).append("\n");
        }
    }
    return is_begun;
}

}  // namespace kith
