// Articles as JSON Lines.
#include "fuzz/program.hpp"
#include "ingest/encoding.hpp"
#include "ingest/json_articles.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::allow_errors([&] {
        const text::Article article = parse_json_article(fuzz::text_of(data, size), Place{"articles.jsonl", 1});
        fuzz::require(!find_invalid_utf8(article.text) && !find_invalid_utf8(article.title));
    });
    return 0;
}
