#include "ingest/text/whole_names.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "ingest/text/generic_words.hpp"
#include "ingest/text/unicode.hpp"

namespace kith::text {
namespace {

constexpr std::size_t most_words = 6;  // that a name may lack

// A word, a hyphen or the full stop of an abbreviation.
bool may_be_inside(const Document& document, std::size_t i) {
    const Token& token = document.tokens[i];
    if (token.tag == Tag::possessive || token.line_before) return false;
    return is_letter(code_point_at(token.lower, 0).value) || token.lower == "-" ||
           (token.lower == "." && !token.space_before);
}

// The longest name of the gazetteer that begins with this one; nothing: it is whole.
std::optional<Range> longer_name(const Document& document, Range name, std::size_t sentence_end) {
    std::optional<Range> longest;
    const std::size_t last = std::min(sentence_end, name.end + most_words);
    for (std::size_t i = name.end; i < last && may_be_inside(document, i); ++i) {
        const Range longer{name.begin, i + 1};
        if (document.tokens[i].capital && document.gazetteer->match_exactly(document.text(longer))) longest = longer;
    }
    return longest;
}

bool stands_for_state(const Document& document, Range name) {
    const auto match = document.gazetteer->match_exactly(document.text(name));
    return match && (match->entry.kind == EntityKind::state || match->adjective);
}

// "The" alone, or "eastern" in small letters.
bool is_no_name(const Document& document, Range name) {
    const Token& word = document.tokens[name.begin];
    if (name.size() != 1) return false;
    return word.lower == "the" || (!word.capital && GenericWords::builtin().compass.contains(word.lower));
}

// Where a nickname stands in it: `Joaquin "` before `El Chapo" Guzman Loera`.
bool is_cut_by_quotation(const Document& document, Range first, Range second) {
    const std::string& mark = document.tokens[first.end - 1].lower;
    return first.size() > 1 && first.end == second.begin && is_quotation_mark(code_point_at(mark, 0).value);
}

// Puts together again what the net cut at a nickname.
void join_at_nicknames(std::vector<TaggedMention>& found, const Document& document, const Window& window) {
    for (std::size_t i = 0; i + 1 < found.size(); ++i) {
        const encoder::MentionInput &one = found[i].input, &other = found[i + 1].input;
        if (one.kind == 0 || one.kind != other.kind || found[i].sentence != found[i + 1].sentence) continue;
        if (!is_cut_by_quotation(document, tokens_of(document, window, one.span),
                                 tokens_of(document, window, other.span)))
            continue;
        TaggedMention whole = found[i];
        whole.input.span.last = other.span.last;
        put_in_place(whole, found);
    }
}

}  // namespace

std::vector<TaggedMention> whole_names(std::vector<TaggedMention> found, const Document& document,
                                       const Window& window) {
    std::erase_if(found, [&](const TaggedMention& each) {
        return each.input.kind > 0 && is_no_name(document, tokens_of(document, window, each.input.span));
    });
    join_at_nicknames(found, document, window);
    for (std::size_t i = 0; i < found.size(); ++i) {  // those behind one that grew may go
        if (found[i].input.kind == 0) continue;
        const Range name = tokens_of(document, window, found[i].input.span);
        if (stands_for_state(document, name)) continue;  // "U.S. Navy": two names, or one as the net has it
        const auto longer = longer_name(document, name, document.sentences[found[i].sentence].tokens.end);
        if (!longer) continue;
        if (const auto pieces = pieces_of(window, document.span(*longer))) {
            TaggedMention whole = found[i];
            whole.input.span = *pieces;
            put_in_place(whole, found);
        }
    }
    return found;
}

}  // namespace kith::text
