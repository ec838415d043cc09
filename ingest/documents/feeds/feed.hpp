// Feeds of articles: RSS 2.0 and its elders, RSS 1.0 (RDF) and Atom.
//
//     for (Feed feed(bytes, "world.rss"); feed.next();) use(feed.article(note));
//
// An entry is an article: its location is its link, else "FILE#ID"; the text is the longest that it has (content,
// summary, description), below its title, which often says what a summary only takes up. The publisher is the feed, or
// the source that an entry of a collection names.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "graph/error.hpp"
#include "ingest/documents/xml/xml.hpp"
#include "ingest/text/words/article.hpp"

namespace kith {

bool looks_like_feed(std::string_view head);

class Feed {
public:
    // Throws UnusableInput for what is no feed, or has no entries.
    Feed(std::string bytes, std::string file);

    bool next();

    // Throws UnusableInput where the entry at hand holds no article. A date that cannot be read is told to `note`.
    text::Article article(const std::function<void(const Note&)>& note) const;

private:
    std::string location() const;

    std::string file_;
    pugi::xml_document document_;
    std::string title_;
    pugi::xml_node entry_;
    std::size_t number_ = 0;
};

}  // namespace kith
