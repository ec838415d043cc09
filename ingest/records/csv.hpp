// Comma- or tab-separated values, read record by record from a stream of any size (RFC 4180, and what is written in
// practice: a byte order mark, CRLF or LF, quotes within an unquoted field, blank lines, DOS's mark of the end).
//
//     CsvReader csv(read, ',');
//     while (csv.next()) {
//         if (csv.fault().empty()) use(csv.fields());   // views that hold until the next call
//     }
//
// Bytes are read in large blocks, and fields are views into the block: only a field with doubled quotes in it is
// copied. A record longer than max_record_bytes is a fault, and is passed over in bounded memory.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::records {

inline constexpr std::size_t max_record_bytes = std::size_t{1} << 20;

// Fills up to `size` bytes at `target` and tells how many; 0 at the end.
using ReadBytes = std::function<std::size_t(char* target, std::size_t size)>;

// Rows that kith wrote itself of records of another format (ingest/graphs) begin with a field that tells where the record
// stands in its file: "line:begin:end". It is no field to those who read them, and cells that lack at the end are empty.
enum class CsvForm { plain, placed };

class CsvReader {
public:
    CsvReader(ReadBytes read, char separator, CsvForm form = CsvForm::plain);

    // Goes to the next record that is not blank. False at the end. A record with a fault has no fields, and reading
    // goes on at the line below its first.
    bool next();

    std::span<const std::string_view> fields() const { return fields_; }
    std::string_view text() const {  // of a record without a fault, as it stands
        return std::string_view(buffer_).substr(begin_ - buffer_offset_, end_ - begin_);
    }
    std::string_view fault() const { return fault_; }  // empty: none
    std::size_t line() const { return line_; }         // where the record begins, from 1
    std::size_t begin() const {
        return form_ == CsvForm::placed ? placed_begin_ : begin_;
    }                                                                                  // byte offsets in the input
    std::size_t end() const { return form_ == CsvForm::placed ? placed_end_ : end_; }  // ... without the line end

private:
    enum class Parsed { complete, incomplete, open_quote };

    bool read_more();
    Parsed parse_record();
    std::size_t find_closing_quote(std::size_t from) const;
    void skip_line();
    void take_place();

    ReadBytes read_;
    char separator_;
    CsvForm form_;
    std::size_t width_ = 0;  // of placed rows
    std::string buffer_;
    std::size_t at_ = 0;             // first byte of buffer_ that belongs to no record given out
    std::size_t filled_ = 0;         // bytes of buffer_ that are input
    std::size_t buffer_offset_ = 0;  // of buffer_'s first byte in the input
    bool at_end_ = false;

    std::vector<std::string_view> fields_;
    std::deque<std::string> unquoted_;  // owns fields with doubled quotes; a deque keeps them in place
    std::string_view fault_;
    std::size_t line_ = 0;
    std::size_t next_line_ = 1;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t placed_begin_ = 0, placed_end_ = 0;  // as a placed row tells them
};

}  // namespace kith::records
