// The edges of a graph as a table, which what kith knows of tables can read: Id, Source, Target, and a column for each
// attribute.
//
//     EdgeTable edges("graph.gexf");
//     edges.add(edge);                                       // as often as there are
//     records::TableSource source = edges.open();
//
// An edge may come before its nodes, and an attribute first with the last edge. So edges wait in a temporary file, with
// their places in the graph's own, until all is read.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "ingest/graphs/element.hpp"
#include "ingest/records/table_source.hpp"

namespace kith::graphs {

class EdgeTable {
public:
    explicit EdgeTable(std::string file) : file_(std::move(file)) {}

    // Throws UnusableInput where the disk is full.
    void add(const Element& edge);
    std::size_t size() const { return count_; }

    // The rows, once, after the last. The table must outlive it.
    records::TableSource open();

private:
    std::size_t column_of(const std::string& name);

    std::string file_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> rows_{nullptr, &std::fclose};
    std::vector<std::string> columns_{"Id", "Source", "Target"};
    std::unordered_map<std::string, std::size_t> column_of_{{"id", 0}, {"source", 1}, {"target", 2}};  // by key
    std::vector<std::string> cells_;
    std::size_t count_ = 0;
};

}  // namespace kith::graphs
