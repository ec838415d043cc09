// Articles as the net reads them: windows of whole sentences, a body that is asked and some sentences before it that
// only help to understand it.
//
//     Windows windows(document, model.pieces(), model.net().file().config());
//     for (Window window; windows.next(window);) ...
//
// The net was trained on the same windows (training/windows.py). Sentences are cut into pieces as they are needed, and
// forgotten when no window can want them any more.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "ingest/text/encoder/model_file.hpp"
#include "ingest/text/encoder/net.hpp"
#include "ingest/text/encoder/word_pieces.hpp"
#include "ingest/text/words/document.hpp"

namespace kith::text {

inline constexpr std::size_t max_context_pieces = 64;
inline constexpr std::size_t max_sentence_pieces = 250;  // what a longer sentence has beyond is not read

struct WindowPiece {
    TextSpan span;           // bytes of the text
    SentenceIndex sentence;  // none: the window's start or end
    bool first = false;      // of its word
};

struct Window {
    Range sentences;  // all of them, by the values of their indices
    Range body;       // those that are asked
    std::vector<WindowPiece> pieces;
    std::vector<std::int32_t> ids;    // side by side with pieces
    std::vector<std::uint8_t> cases;  // likewise

    bool asks(std::size_t piece) const {
        return pieces[piece].sentence != none && body.contains(pieces[piece].sentence.value());
    }
};

// The tokens of a sentence that pieces of it touch.
Range tokens_of(const Document& document, const Window& window, const encoder::PieceSpan& pieces);

// The pieces of these bytes, which lie in one sentence. Nothing: it is not asked, or the window has too few of its pieces.
std::optional<encoder::PieceSpan> pieces_of(const Window& window, TextSpan span);

class Windows {
public:
    // All must outlive this.
    Windows(const Document& document, const encoder::WordPieces& pieces, const encoder::Config& config)
        : document_(document), pieces_(pieces), config_(config) {}

    // False: there is none left.
    bool next(Window& window);

private:
    using Row = std::vector<encoder::WordPiece>;

    const Row& row(std::size_t sentence);  // not before first_row_
    void fill(Window& window);

    const Document& document_;
    const encoder::WordPieces& pieces_;
    const encoder::Config& config_;
    std::size_t next_ = 0;  // first sentence of the next body
    std::size_t first_row_ = 0;
    std::deque<Row> rows_;  // of the sentences from first_row_ on
};

}  // namespace kith::text
