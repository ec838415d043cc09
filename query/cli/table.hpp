// A table for people: columns aligned by display width, the last one wrapped to the width of the terminal.
//
//     Table table({"Relation", "Meaning"});
//     table.add({"supplies", "subject gives, sells, ships or delivers goods to object"});
//     table.print(console);
#pragma once

#include <string>
#include <vector>

#include "query/cli/console.hpp"

namespace kith::cli {

class Table {
public:
    // Without titles, only rows are printed.
    explicit Table(std::vector<std::string> titles = {});

    // As many cells as there are titles. Numbers stand to the right: see align_right.
    void add(std::vector<std::string> cells);
    void align_right(std::size_t column);

    void print(Console& console) const;

private:
    std::vector<std::size_t> widths(std::size_t total) const;
    void print_row(Console& console, const std::vector<std::string>& row, const std::vector<std::size_t>& widths,
                   bool title) const;

    std::vector<std::string> titles_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> right_;
};

}  // namespace kith::cli
