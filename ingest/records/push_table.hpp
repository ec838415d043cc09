// Writes the rows of a table into a sink: each under the document of its source.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "graph/claim_sink.hpp"
#include "ingest/records/table_reader.hpp"

namespace kith::records {

// What a table's claims are said by where nothing in it tells: its file.
struct TableDefaults {
    std::string publisher;
    std::string date;  // of publication
    // Which edition it is, where its records have numbers. Null: it is no list that comes again.
    std::function<std::string()> edition{};
    bool is_snapshot = false;  // it is the whole list
};

// Pushes all rows into the sink and gives the number of sources. A claim that the sink rejects is noted. `in_thread`: rows are
// read ahead in a thread of their own. `progress` is called now and then.
std::int64_t push_table(TableReader& reader, const TableDefaults& defaults, ClaimSink& sink, bool in_thread,
                        const std::function<void()>& progress);

}  // namespace kith::records
