// BERT's word pieces (uncased): what the net reads in place of words. "Prigozhin's" becomes pri ##go ##zh ##in ' s.
//
// As the `tokenizers` library does it: control characters go, accents and capitals too, punctuation and Chinese
// characters stand alone, and a word is cut into the longest pieces that the vocabulary has, from its beginning on; a
// word that cannot be cut so, or is longer than 100 characters, becomes one [UNK]. training/check_word_pieces.py
// compares the two on sentences.
//
// Whoever calls hands in a sentence at a time, as training does. Safe from several threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ingest/text/encoder/word_case.hpp"

namespace kith::text::encoder {

struct WordPiece {
    std::int32_t id = 0;      // number in the vocabulary, without Config::piece_offset
    std::uint32_t begin = 0;  // bytes of the text given
    std::uint32_t end = 0;
    bool first = false;  // of its word
    WordCase word_case = WordCase::no_letter;
};

class WordPieces {
public:
    // A piece a line, in the order of their numbers: ModelFile::vocabulary(), which must outlive this. Throws Error
    // where [UNK] is missing.
    explicit WordPieces(std::string_view vocabulary);

    // Bytes that are no UTF-8 are passed over.
    std::vector<WordPiece> split(std::string_view text) const;

private:
    struct Word;
    void split_plain(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordPiece>& to) const;
    void finish(std::string_view text, Word& word, std::vector<WordPiece>& to) const;

    std::unordered_map<std::string_view, std::int32_t> first_;      // whole words and beginnings
    std::unordered_map<std::string_view, std::int32_t> further_;    // without their ##
    std::vector<std::pair<std::string_view, std::int32_t>> marks_;  // [CLS] and the like, taken as they stand in a text
    std::size_t longest_ = 0;                                       // bytes of a piece
    std::int32_t unknown_ = 0;
};

}  // namespace kith::text::encoder
