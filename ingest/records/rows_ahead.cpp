#include "ingest/records/rows_ahead.hpp"

#include <chrono>
#include <tuple>

namespace kith::records {
namespace {

constexpr std::size_t rows_at_once = 2048, bytes_at_once = std::size_t{1} << 20;
constexpr std::size_t bytes_of_large_row = std::size_t{1} << 14;

}  // namespace

RowsAhead::RowsAhead(TableReader& reader, bool in_thread) : reader_(reader), in_thread_(in_thread) {
    std::tie(skip_, note_) =
        reader.redirect([this](const Skipped& skipped) { reading_->told.emplace_back(reading_->count, skipped); },
                        [this](const Note& note) { reading_->told.emplace_back(reading_->count, note); });
    begin_next_batch();
}

RowsAhead::~RowsAhead() {
    const bool is_begun = coming_.valid() && coming_.wait_for(std::chrono::seconds(0)) != std::future_status::deferred;
    if (is_begun) coming_.wait();
    reader_.redirect(std::move(skip_), std::move(note_));
}

const TableRow* RowsAhead::next() {
    while (true) {
        if (at_ < current_.count) {
            tell_before(at_);
            return &current_.rows[at_++];
        }
        tell_before(current_.count);
        if (current_.failure) std::rethrow_exception(std::exchange(current_.failure, nullptr));
        if (current_.is_last) return nullptr;
        coming_.get();
        std::swap(current_, next_);
        at_ = told_ = 0;
        if (!current_.is_last) begin_next_batch();
    }
}

void RowsAhead::begin_next_batch() {
    const auto read_next = [this] { read(next_); };
    coming_ = in_thread_ ? worker_.start(read_next) : std::async(std::launch::deferred, read_next);
}

void RowsAhead::read(Batch& batch) {
    reading_ = &batch;
    batch.count = 0;
    batch.told.clear();
    try {
        for (std::size_t bytes = 0; batch.count < rows_at_once && batch.told.size() < rows_at_once;) {
            if (bytes > bytes_at_once) return;
            if (batch.count == batch.rows.size()) batch.rows.emplace_back();
            TableRow& row = batch.rows[batch.count];
            if (row.bytes.end - row.bytes.begin > bytes_of_large_row) row = {};
            const TableReader::Step step = reader_.read(row);
            if (step == TableReader::Step::row) ++batch.count;
            if (step == TableReader::Step::end) {
                batch.is_last = true;
                return;
            }
            bytes += row.bytes.end - row.bytes.begin;
        }
    } catch (...) {
        batch.failure = std::current_exception();
        batch.is_last = true;
    }
}

void RowsAhead::tell_before(std::size_t row) {
    for (; told_ < current_.told.size() && current_.told[told_].first <= row; ++told_) {
        const auto& what = current_.told[told_].second;
        if (const Skipped* const skipped = std::get_if<Skipped>(&what)) skip_(*skipped);
        if (const Note* const note = std::get_if<Note>(&what)) note_(*note);
    }
}

}  // namespace kith::records
