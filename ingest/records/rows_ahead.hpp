// Reads the rows of a table ahead, in a thread of its own, while those before them are written.
//
//     RowsAhead rows(reader, jobs > 1);
//     while (const TableRow* row = rows.next()) ...
//
// A thread reads a batch while the one before is written; then the two change places. What there is to tell of rows is
// told where they stand, by the thread that writes.
#pragma once

#include <cstddef>
#include <exception>
#include <future>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "graph/worker_thread.hpp"
#include "ingest/records/table_reader.hpp"

namespace kith::records {

class RowsAhead {
public:
    // `reader` must outlive it, and is not to be used meanwhile.
    RowsAhead(TableReader& reader, bool in_thread);
    ~RowsAhead();
    RowsAhead(const RowsAhead&) = delete;
    RowsAhead& operator=(const RowsAhead&) = delete;

    // The next row that is good, until the next call; null at the end. Throws what reading it threw.
    const TableRow* next();

    void skip(std::size_t line, std::string reason) const { skip_(reader_.skipped(line, std::move(reason))); }

private:
    struct Batch {
        std::vector<TableRow> rows{};  // those behind the count keep their memory
        std::size_t count = 0;
        std::vector<std::pair<std::size_t, std::variant<Skipped, Note>>> told{};  // before which row
        std::exception_ptr failure{};                                             // behind the last row
        bool is_last = false;
    };
    void read(Batch& batch);
    void begin_next_batch();
    void tell_before(std::size_t row);

    TableReader& reader_;
    NoteSkipped skip_;
    TakeNote note_;
    bool in_thread_;
    Batch current_, next_;
    Batch* reading_ = nullptr;  // to which the reader tells
    std::size_t at_ = 0, told_ = 0;
    std::future<void> coming_;
    WorkerThread worker_;
};

}  // namespace kith::records
