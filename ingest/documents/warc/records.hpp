// The records of a WARC file (ISO 28500), one after another, as a stream: a block of header fields, then bytes.
//
//     for (WarcRecords records(input); records.next();) if (records.field("warc-type") == "response") records.body(limit);
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "ingest/documents/input.hpp"

namespace kith {

bool looks_like_warc(std::string_view head);

// Takes lines "Name: value" up to an empty one off the front of `bytes`; names in lower case.
std::map<std::string, std::string, std::less<>> take_header_fields(std::string_view& bytes);

class WarcRecords {
public:
    explicit WarcRecords(Input& input) : input_(input) {}

    // Goes to the next record. False at the end. Throws UnusableInput where the file is damaged or ends too early.
    bool next();

    std::string_view field(std::string_view name) const;  // empty: there is none
    std::uint64_t length() const { return length_; }      // of the body

    bool is_broken() const { return is_broken_; }  // whether it has thrown

    // The bytes of the record. Only once, and only where they are bounded by whoever asks.
    std::string body();

private:
    bool fill();
    [[noreturn]] void fail(const std::string& problem);
    std::string no_record() const;
    std::string header_block();
    void pass_over(std::uint64_t count);

    Input& input_;
    std::string buffer_;
    std::size_t at_ = 0;  // first byte of buffer_ not taken yet
    std::uint64_t number_ = 0;
    std::uint64_t length_ = 0;
    bool is_broken_ = false;
    std::uint64_t left_ = 0;  // of the body, not taken yet
    std::map<std::string, std::string, std::less<>> fields_;
};

}  // namespace kith
