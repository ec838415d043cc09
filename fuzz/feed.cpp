// Feeds: RSS and Atom.
#include "ingest/documents/feeds/feed.hpp"
#include "fuzz/program.hpp"
#include "ingest/documents/encoding.hpp"

using namespace kith;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(fuzz::text_of(data, size));
    looks_like_feed(bytes);
    fuzz::allow_errors([&] {
        for (Feed feed(bytes, "a.rss"); feed.next();) {
            fuzz::allow_errors([&] {
                const text::Article article = feed.article([](const Note&) {});
                fuzz::require(!find_invalid_utf8(article.text) && !find_invalid_utf8(article.title));
            });
        }
    });
    return 0;
}
