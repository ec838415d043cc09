#include "ingest/text/reading/user_names.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "ingest/gazetteer/compiled/name_letters.hpp"

namespace kith::text {
namespace {

std::uint32_t length(const encoder::PieceSpan& span) {
    return span.last - span.first;
}

}  // namespace

UserNames::UserNames(const Document& document, const std::vector<std::string>& kinds)
    : document_(document), kinds_(kinds) {
    if (document.gazetteer->longest_user_name() == 0) return;
    for (const Sentence& sentence : document.sentences) {
        for (std::size_t i = sentence.tokens.begin; i < sentence.tokens.end;) {
            const auto name = longest_at(i, sentence.tokens.end);
            if (name) names_.push_back(*name);
            i = name ? name->tokens.end : i + 1;
        }
    }
}

// The longest name that begins at a token of the sentence that ends at `end`.
std::optional<UserNames::Name> UserNames::longest_at(std::size_t begin, std::size_t end) const {
    if (!document_.gazetteer->may_begin_user_name(document_.text(document_.tokens[begin].span))) return std::nullopt;
    std::optional<Name> longest;
    std::size_t length = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t letters = name_letters(document_.text(document_.tokens[i].span)).size();
        if (letters == 0) continue;  // a mark ends no name
        length += letters;
        if (length > document_.gazetteer->longest_user_name()) break;
        const Range tokens{begin, i + 1};
        if (const auto entry = document_.gazetteer->match_user_name(document_.text(tokens)))
            longest = Name{tokens, net_kind(entry->kind)};
    }
    return longest;
}

std::vector<TaggedMention> UserNames::among(std::vector<TaggedMention> found, const Window& window) const {
    if (names_.empty() || window.body.empty()) return found;
    const std::size_t begin = document_.sentences[SentenceIndex(window.body.begin)].tokens.begin;
    const std::size_t end = document_.sentences[SentenceIndex(window.body.end - 1)].tokens.end;
    auto name = std::ranges::lower_bound(names_, begin, {}, [](const Name& each) { return each.tokens.begin; });
    for (; name != names_.end() && name->tokens.begin < end; ++name) {
        const auto pieces = pieces_of(window, document_.span(name->tokens));
        if (!pieces) continue;
        const TaggedMention own{{*pieces, name->kind}, window.pieces[pieces->first].sentence};
        const bool has_longer = std::ranges::any_of(found, [&](const TaggedMention& other) {
            return overlap(other, own) && other.input.kind > 0 && length(other.input.span) > length(own.input.span);
        });
        if (!has_longer) put_in_place(own, found);
    }
    return found;
}

// Of a kind for which the net has no word, the nearest.
std::uint32_t UserNames::net_kind(EntityKind kind) const {
    const std::string_view word = kind == EntityKind::population_group ? "nationality"
                                  : kind == EntityKind::organisation   ? "company"
                                                                       : to_string(kind);
    const auto found = std::ranges::find(kinds_, word);
    return found == kinds_.end() ? 1 : static_cast<std::uint32_t>(found - kinds_.begin()) + 1;
}

}  // namespace kith::text
