// What kith exports of a database, as text.
#pragma once

#include <sstream>
#include <string>

#include "graph/store/store.hpp"
#include "query/graph_export.hpp"

namespace kith::test {

inline std::string exported(const std::string& path, ExportFormat format = ExportFormat::jsonl,
                            const ExportQuestion& question = {}) {
    const Store store(path);
    std::ostringstream out;
    write_graph(store, question, format, out);
    return std::move(out).str();
}

}  // namespace kith::test
