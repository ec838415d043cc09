// Web pages: what comes out is valid UTF-8, and takes no longer than a page of its size may.
#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/html/article.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::allow_errors([&] {
        const text::Article article = read_html_article(std::string(fuzz::text_of(data, size)), "page.html");
        for (const std::string* each : {&article.text, &article.title, &article.byline, &article.publisher}) {
            fuzz::require(!find_invalid_utf8(*each));
        }
    });
    return 0;
}
