// One line on a terminal that tells how far long work is; nothing elsewhere.
//
//     Progress progress(console);
//     progress.show("12/300 files, 480 claims");
//
// The line is taken away when the object goes, so that errors and answers start on a clean line.
#pragma once

#include <chrono>
#include <string_view>

#include "query/cli/console.hpp"

namespace kith::cli {

class Progress {
public:
    explicit Progress(Console& console) : console_(console) {}
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // Calls in quick succession are left out.
    void show(std::string_view text);

private:
    Console& console_;
    std::chrono::steady_clock::time_point last_{};
    bool shown_ = false;
};

}  // namespace kith::cli
