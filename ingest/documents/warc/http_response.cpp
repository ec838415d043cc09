#include "ingest/documents/warc/http_response.hpp"

#include <algorithm>
#include <charconv>

#include "graph/ascii.hpp"
#include "ingest/documents/containers/archive.hpp"
#include "ingest/documents/unusable_input.hpp"
#include "ingest/documents/warc/records.hpp"

namespace kith {
namespace {

constexpr std::size_t longest_line_of_chunk = 1000;

// Nothing where the bytes are not written in chunks.
std::optional<std::string> without_chunks(std::string_view bytes) {
    std::string body;
    for (;;) {
        const std::size_t newline = bytes.substr(0, longest_line_of_chunk).find('\n');
        if (newline == bytes.npos) return std::nullopt;
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + newline, size, 16);
        if (error != std::errc() || (*end != '\r' && *end != '\n' && *end != ';' && *end != ' ')) return std::nullopt;
        bytes.remove_prefix(newline + 1);
        if (size == 0) return body;
        if (size > bytes.size()) return std::nullopt;
        body.append(bytes.substr(0, size));
        bytes.remove_prefix(size);
        bytes.remove_prefix(std::min(bytes.find_first_not_of("\r\n"), bytes.size()));
    }
}

}  // namespace

MediaType parse_media_type(std::string_view text) {
    const std::string lower = ascii::lower_case(text);
    MediaType type{lower.substr(0, lower.find_first_of("; ")), {}};
    const std::size_t at = lower.find("charset=");
    if (at == lower.npos) return type;
    const std::size_t begin = lower.find_first_not_of("\"' ", at + 8);
    if (begin != lower.npos) type.charset = lower.substr(begin, lower.find_first_of("\"'; ", begin) - begin);
    return type;
}

std::optional<HttpResponse> parse_http_response(std::string_view bytes) {
    if (!bytes.starts_with("HTTP/")) return std::nullopt;
    const std::string_view line = bytes.substr(0, bytes.find('\n'));
    const std::size_t blank = line.find(' ');
    if (blank == line.npos || line.size() == bytes.size()) return std::nullopt;
    HttpResponse response;
    const std::string_view status = line.substr(blank + 1);
    std::from_chars(status.data(), status.data() + status.size(), response.status);
    bytes.remove_prefix(line.size() + 1);
    const auto fields = take_header_fields(bytes);
    const auto field = [&](std::string_view name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string() : ascii::lower_case(found->second);
    };
    response.type = parse_media_type(field("content-type"));
    response.content_encoding = field("content-encoding");
    response.is_chunked = field("transfer-encoding").find("chunked") != std::string::npos;
    response.body = bytes;
    return response;
}

std::optional<std::string> plain_body(HttpResponse response, const std::string& location, std::size_t limit_bytes,
                                      Expansion& expansion) {
    if (response.is_chunked) {
        if (auto body = without_chunks(response.body)) response.body = std::move(*body);
    }
    if (response.content_encoding.empty() || response.content_encoding == "identity") return std::move(response.body);
    if (!looks_like_archive(response.body)) {
        const bool is_known = response.content_encoding == "gzip" || response.content_encoding == "x-gzip";
        return is_known ? std::optional(std::move(response.body)) : std::nullopt;
    }
    Input packed(location, std::move(response.body));
    Archive archive(packed, expansion);
    if (!archive.next()) return std::nullopt;
    return Input(location, [&](char* target, std::size_t size) { return archive.read(target, size); })
        .read_all(limit_bytes);
}

}  // namespace kith
