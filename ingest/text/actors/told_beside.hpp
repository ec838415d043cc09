// Who is meant where words beside a name tell it, so that it is another name than elsewhere: "Sino-Russian", "Mexico state",
// "Eastern and Northern Europe", "Foreign Ministry officials in Tokyo", "a New Yorker".
#pragma once

#include <optional>
#include <string>

#include "ingest/text/words/document.hpp"

namespace kith::text {

struct ToldName {
    std::string text;                     // by which the surface goes
    std::optional<GazetteerMatch> match;  // nothing: the gazetteer has none of this name
    bool has_other_words = true;          // than are written; false: the same with a mark or an article
};

// Of a mention, with the one before it (none: it is the first) and its tokens without the article. Nothing: it is told by
// its own words alone.
std::optional<ToldName> name_told_beside(const Document& document, const Mention& mention, MentionIndex before,
                                         Range tokens);

}  // namespace kith::text
