// What a server answered, as crawlers keep it: status line, header fields, body.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/documents/containers/expansion.hpp"

namespace kith {

// "text/html; charset=utf-8" taken apart, in lower case.
struct MediaType {
    std::string name{};
    std::string charset{};
};
MediaType parse_media_type(std::string_view text);

struct HttpResponse {
    int status = 0;
    MediaType type{};
    std::string content_encoding{};
    bool is_chunked = false;
    std::string body{};
};

// Nothing for what is no answer of a server.
std::optional<HttpResponse> parse_http_response(std::string_view bytes);

// The body without chunks and compression; as it is where crawlers have undone them but left the header. Nothing where
// it is compressed in a way that is not known. Throws UnusableInput where it is damaged, or more than `limit_bytes`.
std::optional<std::string> plain_body(HttpResponse response, const std::string& location, std::size_t limit_bytes,
                                      Expansion& expansion);

}  // namespace kith
