#include "query/cli/progress.hpp"

#include "query/export/text_layout.hpp"

namespace kith::cli {
namespace {

constexpr std::chrono::milliseconds interval{100};
constexpr std::string_view clear_line = "\r\033[K";

}  // namespace

Progress::~Progress() {
    if (shown_) console_.err << clear_line << std::flush;
}

void Progress::show(std::string_view text) {
    if (!console_.err_is_terminal) return;
    const auto now = std::chrono::steady_clock::now();
    if (shown_ && now - last_ < interval) return;
    console_.err << clear_line << shorten(single_line(text), console_.width - 1) << std::flush;
    last_ = now;
    shown_ = true;
}

}  // namespace kith::cli
