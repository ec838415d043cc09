// Options that several commands share.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "graph/store/store.hpp"
#include "query/cli/console.hpp"

namespace kith::cli {

void add_database_option(CLI::App& app, std::string& path);

// Opened for a question, which ends when the console says so.
Store open_store(const std::string& path, const Console& console);

// --format, one of `formats`; the first is the default.
CLI::Option* add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& formats);

// On console.err, a line each.
void print_notes(const std::vector<std::string>& notes, Console& console);

}  // namespace kith::cli
