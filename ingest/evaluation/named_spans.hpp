// Names in a text as annotators and systems tell them, and files of them: one JSON object an article.
//
//     {"id": "kirby", "names": [[0, 6, "armed_group", "Wagner Group"], [66, 77, "person"]]}
//
// [begin, end, kind, and perhaps the name's fullest form]; begin and end count code points of the article's text.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/claim.hpp"
#include "ingest/text/words/document.hpp"

namespace kith::evaluation {

struct NamedSpan {
    TextSpan span;  // code points
    std::string kind;
};

// By article_key.
using NamesByArticle = std::map<std::string, std::vector<NamedSpan>>;

// Throws Error, with file and line, for what is no such object, and for a kind that is neither kith's nor "nationality"
// or "other".
NamesByArticle read_names(const std::string& path);

// The names that the analysis found, without what only refers to one ("he", "the group"). An adjective ("Russian") is a
// nationality, whatever it is made from.
std::vector<NamedSpan> spans_of(const text::Document& document);

// The kind in coarse kinds, of which systems that know fewer kinds have theirs, too: person; place (states as well);
// nationality (population groups as well); organisation (whatever people form); thing (all else).
std::string_view coarse_kind(std::string_view kind);

}  // namespace kith::evaluation
