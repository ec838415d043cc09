#include <doctest/doctest.h>

#include <sstream>

#include "ingest/documents/feeds/feed.hpp"
#include "ingest/documents/unusable_input.hpp"

using namespace kith;

namespace {

const std::string first = "Norway and Poland opened a pipeline under the Baltic Sea on Tuesday.";
const std::string second = "Ann Lee met Bo Ray in Oslo on Monday, the minister said in the evening.";

// All articles, with what is known of them; notes and what is wrong as lines.
std::string read(const std::string& bytes) {
    std::ostringstream out;
    try {
        for (Feed feed(bytes, "feed.xml"); feed.next();) {
            try {
                const text::Article article = feed.article(
                    [&](const Note& note) { out << "note " << to_string(note.position) << ": " << note.text << '\n'; });
                out << article.location << " | " << article.title << " | " << article.byline << " | "
                    << article.publisher << " | " << article.published << "\n"
                    << article.text << "\n";
            } catch (const UnusableInput& unusable) {
                out << unusable.what() << '\n';
            }
        }
    } catch (const UnusableInput& unusable) {
        out << unusable.what() << '\n';
    }
    return out.str();
}

}  // namespace

TEST_CASE("an item of RSS is an article with its link, date, author and longest text") {
    CHECK(looks_like_feed("<?xml version='1.0'?>\n<rss version='2.0'>"));
    CHECK(read(R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>Example  Times</title>
        <item><title>Baltic pipeline &amp; port opens</title><link> https://example.com/1 </link>
          <pubDate>Tue, 27 Sep 2022 10:00:00 +0200</pubDate><author>ann@example.com (Ann Lee)</author>
          <description>Short.</description><content:encoded><![CDATA[<p>)" +
               first + "</p><p>" + second + R"(</p>]]></content:encoded></item>
        <item><guid isPermaLink="false">17</guid><description>)" +
               first + R"(</description><source url="x">Example Wire</source><pubDate>lately</pubDate></item>
        <item><title>Nothing</title></item>
      </channel></rss>)") ==
          "https://example.com/1 | Baltic pipeline & port opens | Ann Lee | Example Times | 2022-09-27\n"
          "Baltic pipeline & port opens\n\n" +
              first + "\n\n" + second + "\n" +
              "note feed.xml#17: \"lately\" is not a date, or not a certain one: the article is read as undated\n"
              "feed.xml#17 |  |  | Example Wire | \n" +
              first + "\nfeed.xml#3: the entry has no text\n");
}

TEST_CASE("an entry of Atom has its text as HTML, as elements or plain") {
    CHECK(looks_like_feed("\xEF\xBB\xBF<feed xmlns='http://www.w3.org/2005/Atom'>"));
    CHECK(
        read(
            R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Example Times</title><link href="https://example.com/"/>
        <entry><title type="html">Baltic &lt;b&gt;pipeline&lt;/b&gt; opens today</title><id>urn:1</id>
          <link rel="replies" href="https://example.com/r"/><link href="https://example.com/1"/>
          <updated>2022-09-28T00:00:00Z</updated><published>2022-09-27T08:00:00Z</published>
          <author><name>Ann Lee</name><uri>https://example.com/ann</uri></author>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>)" +
            first + "</p><p>" + second + R"(</p></div></content></entry>
        <entry><id>urn:2</id><summary type="text">)" +
            second + "</summary></entry></feed>") ==
        "https://example.com/1 | Baltic pipeline opens today | Ann Lee | Example Times | 2022-09-27\n"
        "Baltic pipeline opens today\n\n" +
            first + "\n\n" + second + "\nfeed.xml#urn:2 |  |  | Example Times | \n" + second + "\n");
}

TEST_CASE("RSS 1.0 has its items beside the channel") {
    const std::string feed =
        R"(<rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/" xmlns:dc="d"><channel><title>Example Times</title></channel>
        <item rdf:about="x"><title>Baltic pipeline opens today</title><link>https://example.com/1</link><dc:date>2022-09-27</dc:date>
        <dc:creator>Ann Lee</dc:creator><description>)" +
        first + "</description></item></rdf:RDF>";
    CHECK(looks_like_feed(feed));
    CHECK(read(feed) ==
          "https://example.com/1 | Baltic pipeline opens today | Ann Lee | Example Times | 2022-09-27\n"
          "Baltic pipeline opens today\n\n" +
              first + "\n");
    CHECK_FALSE(looks_like_feed("<rdf:RDF xmlns:owl='http://www.w3.org/2002/07/owl#'>"));
    CHECK_FALSE(looks_like_feed("<html><body><feed>"));
}

TEST_CASE("what a stranger sends as a feed is told, and no entity is expanded") {
    CHECK(read("<rss><channel><title>x</title></channel></rss>") == "feed.xml: no entries in the feed\n");
    CHECK(read("<rss><channel>") == "feed.xml:1:14: not XML: start-end tags mismatch\n");
    CHECK(read("") == "feed.xml:1:1: not XML: no document element found\n");
    CHECK(read("<!DOCTYPE r [<!ENTITY a \"" + std::string(1000, 'a') +
               "\"><!ENTITY b \"&a;&a;&a;\">]><rss><item><description>" + first + " &b;</description></item></rss>") ==
          "feed.xml#1 |  |  |  | \n" + first + " &b;\n");
    std::string deep, close;
    for (int i = 0; i < 100'000; ++i) deep += "<description>", close += "</description>";
    CHECK(read("<rss><item>" + deep + first + close + "</item></rss>") == "feed.xml#1 |  |  |  | \n" + first + "\n");
    CHECK(
        read("<rss><item><title>\xC3\x28 \xFF\x81</title></item></rss>").starts_with("feed.xml:1:19: not valid UTF-8"));
    const std::string ten_mebibytes(std::size_t{10} << 20, 'x');
    const std::string long_title =
        read("<rss><item><title>" + ten_mebibytes + "</title><description>" + first + "</description></item></rss>");
    CHECK(long_title.ends_with("\n\n" + first + "\n"));
    CHECK(long_title.size() < 5000);
}
