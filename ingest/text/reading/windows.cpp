#include "ingest/text/reading/windows.hpp"

#include <algorithm>

namespace kith::text {

Range tokens_of(const Document& document, const Window& window, const encoder::PieceSpan& pieces) {
    const TextSpan span{window.pieces[pieces.first].span.begin, window.pieces[pieces.last].span.end};
    const Range within = document.sentences[window.pieces[pieces.first].sentence].tokens;
    const auto at = [&](std::size_t i) { return document.tokens.begin() + static_cast<std::ptrdiff_t>(i); };
    const auto begin = std::lower_bound(at(within.begin), at(within.end), span.begin,
                                        [](const Token& token, std::size_t byte) { return token.span.end <= byte; });
    const auto end = std::lower_bound(begin, at(within.end), span.end,
                                      [](const Token& token, std::size_t byte) { return token.span.begin < byte; });
    return {static_cast<std::size_t>(begin - document.tokens.begin()),
            static_cast<std::size_t>(end - document.tokens.begin())};
}

std::optional<encoder::PieceSpan> pieces_of(const Window& window, TextSpan span) {
    std::optional<encoder::PieceSpan> found;
    for (std::size_t p = 0; p < window.pieces.size(); ++p) {
        const WindowPiece& piece = window.pieces[p];
        if (!window.asks(p) || piece.span.end <= span.begin || span.end <= piece.span.begin) continue;
        if (!found) found = encoder::PieceSpan{static_cast<std::uint32_t>(p), 0};
        found->last = static_cast<std::uint32_t>(p);
    }
    if (found && window.pieces[found->last].span.end < span.end) found.reset();
    return found;
}

bool Windows::next(Window& window) {
    const std::size_t count = document_.sentences.size();
    if (next_ >= count) return false;
    const std::size_t most = config_.window - 2;  // beside the start and the end
    std::size_t context = next_, end = next_, total = 0;
    while (context > first_row_ && total + row(context - 1).size() <= max_context_pieces)
        total += row(--context).size();
    while (context < next_ && total + row(next_).size() > most) total -= row(context++).size();
    while (end < count && (end == next_ || total + row(end).size() <= most)) total += row(end++).size();
    window.sentences = {context, end};
    window.body = {next_, end};
    fill(window);
    next_ = end;
    // The next window's context cannot begin before these pieces.
    std::size_t kept = end;
    for (std::size_t left = 0; kept > first_row_ && left + row(kept - 1).size() <= max_context_pieces;)
        left += row(--kept).size();
    while (first_row_ < kept) {
        rows_.pop_front();
        ++first_row_;
    }
    return true;
}

const Windows::Row& Windows::row(std::size_t sentence) {
    while (first_row_ + rows_.size() <= sentence) {
        Row added = pieces_.split(document_.text(document_.sentences[SentenceIndex(first_row_ + rows_.size())].span));
        if (added.size() > max_sentence_pieces) added.resize(max_sentence_pieces);
        rows_.push_back(std::move(added));
    }
    return rows_[sentence - first_row_];
}

void Windows::fill(Window& window) {
    window.pieces.assign(1, {});
    window.ids.assign(1, config_.start);
    window.cases.assign(1, static_cast<std::uint8_t>(encoder::WordCase::no_letter));
    for (std::size_t s = window.sentences.begin; s < window.sentences.end; ++s) {
        const std::size_t begin = document_.sentences[SentenceIndex(s)].span.begin;
        for (const encoder::WordPiece& piece : row(s)) {
            window.pieces.push_back({{begin + piece.begin, begin + piece.end}, SentenceIndex(s), piece.first});
            window.ids.push_back(piece.id + static_cast<std::int32_t>(config_.piece_offset));
            window.cases.push_back(static_cast<std::uint8_t>(piece.word_case));
        }
    }
    window.pieces.emplace_back();
    window.ids.push_back(config_.end);
    window.cases.push_back(static_cast<std::uint8_t>(encoder::WordCase::no_letter));
}

}  // namespace kith::text
