#include "ingest/text/words/document.hpp"

#include <algorithm>

#include "graph/partial_date.hpp"
#include "ingest/text/words/unicode.hpp"

namespace kith::text {

bool is_quotation_mark(const Token& token) {
    return is_quotation_mark(code_point_at(token.lower, 0).value);
}

SentenceIndex sentence_of(const Document& document, std::size_t token) {
    const auto sentence = std::ranges::partition_point(document.sentences,
                                                       [&](const Sentence& each) { return each.tokens.end <= token; });
    if (sentence == document.sentences.end()) return none;
    return SentenceIndex(static_cast<std::size_t>(sentence - document.sentences.begin()));
}

std::optional<int> publication_year(const Document& document) {
    const auto published = parse_partial_date(document.article.published);
    return published ? std::optional(published->year) : std::nullopt;
}

EntityReference reference(const Actor& actor, std::string_view words) {
    EntityReference reference;
    reference.name = actor.name;
    reference.known_name = actor.known_name;
    reference.kind = actor.kind;
    reference.mention = words;
    reference.aliases = actor.aliases;
    reference.known_identifiers = actor.identifiers;
    return reference;
}

}  // namespace kith::text
