#include <doctest/doctest.h>

#include "ingest/documents/unusable_input.hpp"
#include "ingest/documents/warc/crawl.hpp"
#include "ingest/packed.hpp"

using namespace kith;

namespace {

const std::string first = "Norway and Poland opened a pipeline under the Baltic Sea on Tuesday.";
const std::string second = "Ann Lee met Bo Ray in Oslo on Monday, the minister said in the evening.";

std::string record(const std::string& type, const std::string& uri, const std::string& body,
                   const std::string& more = "") {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
           "\r\nWARC-Date: 2022-09-27T08:00:00Z\r\n" + more + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body + "\r\n\r\n";
}

std::string answer(const std::string& headers, const std::string& body, const std::string& status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

std::string page(const std::string& text) {
    return "<html><head><title>x</title></head><body><p>" + text + "</p></body></html>";
}

const std::string html = "Content-Type: text/html; charset=UTF-8\r\n";

// Each article as "ADDRESS DATE TEXT", then what was left out or what is wrong.
std::string read(const std::string& bytes, std::size_t limit_bytes = 1 << 20) {
    Input input("crawl.warc", bytes);
    Expansion expansion;
    Crawl crawl(input, expansion, limit_bytes);
    std::string text;
    try {
        while (const auto article = crawl.next())
            text += article->location + " " + article->published + " " + article->text + "\n";
    } catch (const UnusableInput& unusable) {
        text += std::string(unusable.what()) + "\n";
    }
    return text + crawl.left_out();
}

}  // namespace

TEST_CASE("pages of a crawl are articles under their addresses, and all else is summed up") {
    const std::string crawl =
        record("warcinfo", "", "software: x") + record("request", "http://a.example/1", "GET / HTTP/1.1\r\n\r\n") +
        record("response", "<http://a.example/1>", answer(html, page(first))) +
        record("response", "http://a.example/2", answer("Content-Type: text/plain\r\n", second)) +
        record("resource", "http://a.example/3", page("Bo Ray left Oslo for Bergen on Friday morning."),
               "Content-Type: text/html\r\n") +
        record("response", "http://a.example/4", answer(html, page(first), "404 Not Found")) +
        record("response", "http://a.example/5", answer("Content-Type: image/png\r\n", "PNG")) +
        record("response", "http://a.example/6", answer("Content-Type: image/png\r\n", "PNG")) +
        record("response", "http://a.example/7", answer(html, page("Menu"))) +
        record("response", "dns:a.example", "a.example 300 A 1.2.3.4") + record("revisit", "http://a.example/1", "");
    CHECK(looks_like_warc(crawl));
    CHECK(read(crawl) ==
          "http://a.example/1 2022-09-27 " + first + "\nhttp://a.example/2 2022-09-27 " + second +
              "\nhttp://a.example/3 2022-09-27 Bo Ray left Oslo for Bergen on Friday morning.\n2 image/png, "
              "1 no answers of web servers, 1 with status 404, 1 without an article");
}

TEST_CASE("answers in chunks and compressed ones are read, also where the crawler has undone it") {
    const std::string body = page(first);
    const std::string chunks = "10;x=y\r\n" + body.substr(0, 16) + "\r\n" + "1\r\n" + body.substr(16, 1) + "\r\n";
    std::string size = "00";
    const char* const digits = "0123456789abcdef";
    const std::size_t rest = body.size() - 17;
    size[0] = digits[rest / 16], size[1] = digits[rest % 16];
    const std::string chunked = chunks + size + "\r\n" + body.substr(17) + "\r\n0\r\n\r\n";
    const std::string expected = "http://a.example/ 2022-09-27 " + first + "\n";
    const auto read_answer = [](const std::string& headers, const std::string& bytes) {
        return read(record("response", "http://a.example/", answer(html + headers, bytes)));
    };
    CHECK(read_answer("Transfer-Encoding: chunked\r\n", chunked) == expected);
    CHECK(read_answer("Transfer-Encoding: chunked\r\n", body) == expected);
    CHECK(read_answer("Content-Encoding: gzip\r\n", test::compressed(body, "gzip")) == expected);
    CHECK(read_answer("Content-Encoding: gzip\r\n", body) == expected);
    CHECK(read_answer("Content-Encoding: br\r\n", "\x01\x02") == "1 compressed as br");
    CHECK(read_answer("Content-Encoding: gzip\r\n", test::compressed(std::string(std::size_t{8} << 20, 'x'), "gzip")) ==
          "1 that cannot be read");
}

TEST_CASE("a damaged crawl is told, and what was whole before is kept") {
    const std::string good = record("response", "http://a.example/1", answer(html, page(first)));
    const std::string kept = "http://a.example/1 2022-09-27 " + first + "\n";
    CHECK(read(good + good.substr(0, good.size() - 40)) == kept + "crawl.warc: ends within record 2\n");
    CHECK(read(good + "WARC/1.0\r\nWARC-Ty") ==
          kept + "crawl.warc: no WARC record after 1 of them: the file is damaged or ends too early\n");
    CHECK(read(good + "garbage\r\n\r\n") ==
          kept + "crawl.warc: no WARC record after 1 of them: the file is damaged or ends too early\n");
    CHECK(read("WARC/1.0\r\nContent-Length: -5\r\n\r\n").starts_with("crawl.warc: no WARC record after 0"));
    CHECK(read("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n")
              .starts_with("crawl.warc: no WARC record after 0"));
    CHECK(read("WARC/1.0\r\nContent-Length: 18446744073709551615\r\n\r\nx")
              .starts_with("crawl.warc: ends within record 1"));
    CHECK(read("WARC/1.0\r\n" + std::string(std::size_t{10} << 20, 'x'))
              .starts_with("crawl.warc: no WARC record after 0"));
    CHECK(read(record("response", "http://a.example/0", answer(html, std::string(5000, 'x'))) + good, 2000) ==
          kept + "1 too long");
    CHECK(read(record("response", "http://a.example/\x1B[2J", answer(html, page(first))))
              .starts_with("http://a.example/?[2J "));
    CHECK(read(record("response", "http://a.example/", answer(html, page("Ann \xC3\x28 \xFF\x81")))) ==
          "1 that cannot be read");
}
