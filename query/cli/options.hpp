// Options that several commands share.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

#include "graph/store/store.hpp"
#include "query/cli/console.hpp"

namespace kith::cli {

// One of these words, and no others. It is named after them, so that shells can complete them (query/cli/definition).
CLI::Validator one_of(const std::vector<std::string>& words);

// A number within the bounds, both included, written with a point: CLI11's own check and conversion follow the locale.
CLI::Validator number_between(double least, double most);
CLI::Option* add_number_option(CLI::App& app, const std::string& name, double& value, double least, double most,
                               const std::string& meaning);

void add_database_option(CLI::App& app, std::string& path);

// Opened for a question, which ends when the console says so.
Store open_store(const std::string& path, const Console& console);

// --format, one of `formats`; the first is the default.
CLI::Option* add_format_option(CLI::App& app, std::string& format, const std::vector<std::string>& formats);

// --timeout, which every command has that asks.
void add_timeout_option(CLI::App& app, double& seconds);

// --by: whose judgement it is.
void add_judge_option(CLI::App& app, std::string& judge);

// On console.err, a line each.
void print_notes(const std::vector<std::string>& notes, Console& console);

}  // namespace kith::cli
