// An article as the analysis takes it: clean text and what is known about it. ingest/ makes it from files.
#pragma once

#include <string>

namespace kith {
namespace [[gnu::visibility("default")]] text {

struct Article {
    std::string location{};  // path or identifier
    std::string title{};     // also in the text, as its first line, where the source had it there
    std::string byline{};
    std::string publisher{};
    std::string published{};  // partial date; empty: unknown
    std::string text{};       // valid UTF-8, paragraphs separated by empty lines, without the site's boilerplate
};

}  // namespace text
}  // namespace kith
