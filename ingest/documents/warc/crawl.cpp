#include "ingest/documents/warc/crawl.hpp"

#include <algorithm>
#include <vector>

#include "graph/written_date.hpp"
#include "ingest/documents/article_cleaner.hpp"
#include "ingest/documents/containers/label.hpp"
#include "ingest/documents/encoding.hpp"
#include "ingest/documents/html/article.hpp"
#include "ingest/documents/unusable_input.hpp"

namespace kith {
namespace {

constexpr std::size_t most_reasons = 20;
constexpr std::size_t longest_type = 60;

bool is_html(const MediaType& type) {
    return type.name == "text/html" || type.name == "application/xhtml+xml";
}

}  // namespace

void Crawl::leave_out(const std::string& reason) {
    const bool has_room = left_out_.contains(reason) || left_out_.size() < most_reasons;
    ++left_out_[has_room ? reason : "of other kinds"];
}

// The bytes of the page that the record holds, and what they are; nothing where it holds none that is read.
std::optional<std::string> Crawl::page(const std::string& address, MediaType& type) {
    const std::string_view kind = records_.field("warc-type");
    if (kind != "response" && kind != "resource") return std::nullopt;  // requests, notes of the crawler
    if (records_.length() > limit_bytes_) {
        leave_out("too long");
        return std::nullopt;
    }
    if (kind == "resource") {
        type = parse_media_type(records_.field("content-type"));
        if (is_html(type) || type.name == "text/plain") return records_.body();
        leave_out(label_of(type.name.substr(0, longest_type)));
        return std::nullopt;
    }
    std::optional<HttpResponse> response = parse_http_response(records_.body());
    if (!response) {
        leave_out("no answers of web servers");
        return std::nullopt;
    }
    type = response->type;
    if (response->status != 200) {
        leave_out("with status " + std::to_string(response->status));
    } else if (!is_html(type) && type.name != "text/plain") {
        leave_out(type.name.empty() ? "of no type" : label_of(type.name.substr(0, longest_type)));
    } else {
        const std::string encoding = response->content_encoding;
        if (auto body = plain_body(std::move(*response), address, limit_bytes_, expansion_)) return body;
        leave_out("compressed as " + label_of(encoding.substr(0, longest_type)));
    }
    return std::nullopt;
}

std::optional<text::Article> Crawl::article_at_hand() {
    std::string address(records_.field("warc-target-uri"));
    if (address.starts_with('<') && address.ends_with('>')) address = address.substr(1, address.size() - 2);
    address = label_of(address);
    MediaType type;
    std::optional<std::string> bytes = page(address, type);
    if (!bytes) return std::nullopt;
    text::Article article;
    if (is_html(type)) {
        article = read_html_article(std::move(*bytes), address, type.charset);
    } else {
        article.location = address;
        article = clean_article(to_utf8(std::move(*bytes), address, type.charset), std::move(article));
    }
    if (article.text.empty()) {
        leave_out("without an article");
        return std::nullopt;
    }
    if (article.published.empty()) {
        if (const auto seen = read_date(records_.field("warc-date"))) article.published = seen->to_string();
    }
    return article;
}

std::optional<text::Article> Crawl::next() {
    while (records_.next()) {
        try {
            if (auto article = article_at_hand()) return article;
        } catch (const UnusableInput&) {
            if (records_.is_broken()) throw;
            leave_out("that cannot be read");
        }
    }
    return std::nullopt;
}

std::string Crawl::left_out() const {
    std::vector<std::pair<std::string, std::size_t>> reasons(left_out_.begin(), left_out_.end());
    std::ranges::stable_sort(reasons, std::ranges::greater(), &std::pair<std::string, std::size_t>::second);
    std::string text;
    for (const auto& [reason, count] : reasons)
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + reason;
    return text;
}

}  // namespace kith
