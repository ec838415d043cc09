// Crawls: WARC records and what servers answered.
#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/warc/crawl.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input("a.warc", std::string(fuzz::text_of(data, size)));
    Expansion expansion;
    Crawl crawl(input, expansion, 1 << 16);
    fuzz::allow_errors([&] {
        while (const auto article = crawl.next())
            fuzz::require(!find_invalid_utf8(article->text) && !find_invalid_utf8(article->location));
    });
    return 0;
}
