#include "ingest/format.hpp"

#include <doctest/doctest.h>

using kith::guess_format;
using kith::InputFormat;

TEST_CASE("the ending of a name tells the format") {
    CHECK(guess_format("a/war.TXT", "") == InputFormat::text);
    CHECK(guess_format("war.htm", "") == InputFormat::html);
    CHECK(guess_format("war.ndjson", "") == InputFormat::jsonl);
    CHECK(guess_format("war.csv", "") == InputFormat::csv);
    CHECK(guess_format("war.tsv", "") == InputFormat::tsv);
}

TEST_CASE("where the name tells nothing, the first bytes do") {
    CHECK(guess_format("-", "\n <!DOCTYPE html>") == InputFormat::html);
    CHECK(guess_format("-", "<?xml version='1.0'?><html>") == InputFormat::text);
    CHECK(guess_format("-", "<div><body>") == InputFormat::html);
    CHECK(guess_format("-", "{\"text\": \"...\"}") == InputFormat::jsonl);
    CHECK(guess_format("-", "\xEF\xBB\xBFSubject,Relation,Object\n") == InputFormat::csv);
    CHECK(guess_format("-", "subject\trelation\tobject\n") == InputFormat::tsv);
    CHECK(guess_format("-", "The subject of the relation is no object.") == InputFormat::text);
    CHECK(guess_format("-", "") == InputFormat::text);
}

TEST_CASE("every format has a name that is read back") {
    for (const InputFormat format : kith::all_input_formats())
        CHECK(kith::parse_input_format(to_string(format)) == format);
    CHECK_FALSE(kith::parse_input_format("xlsx"));
}
