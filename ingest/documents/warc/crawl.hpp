// The pages in a WARC file of a crawler, as articles.
//
//     Crawl crawl(input, expansion, memory_budget::article_bytes);
//     while (const auto article = crawl.next()) use(*article);
//     note(crawl.left_out());
//
// A crawl is mostly what is no article: pictures, scripts, errors, lists of links. Those are no mistakes of a user, so
// they are counted and told in one note.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "ingest/documents/warc/http_response.hpp"
#include "ingest/documents/warc/records.hpp"
#include "ingest/text/words/article.hpp"

namespace kith {

class Crawl {
public:
    // All must outlive it.
    Crawl(Input& input, Expansion& expansion, std::size_t limit_bytes)
        : records_(input), expansion_(expansion), limit_bytes_(limit_bytes) {}

    // The next page that holds an article, under its address; nothing at the end. Throws UnusableInput where the file
    // is damaged or ends too early.
    std::optional<text::Article> next();

    // "2 without an article, 5 image/png"; empty: nothing was left out.
    std::string left_out() const;

private:
    std::optional<text::Article> article_at_hand();
    std::optional<std::string> page(const std::string& address, MediaType& type);
    void leave_out(const std::string& reason);

    WarcRecords records_;
    Expansion& expansion_;
    std::size_t limit_bytes_;
    std::map<std::string, std::size_t> left_out_;  // by reason
};

}  // namespace kith
