// Word pieces of the lines of standard input, for training/check_word_pieces.py to compare:
//
//     kith_word_pieces MODEL < SENTENCES          a line a sentence: "id:begin:end:first:case id:..."
#include <iostream>
#include <string>

#include "graph/error.hpp"
#include "ingest/text/encoder/model_file.hpp"
#include "ingest/text/encoder/word_pieces.hpp"

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: kith_word_pieces MODEL < SENTENCES\n";
        return 2;
    }
    try {
        const kith::text::encoder::ModelFile file(arguments[1]);
        const kith::text::encoder::WordPieces pieces(file.vocabulary());
        for (std::string line; std::getline(std::cin, line);) {
            for (const auto& piece : pieces.split(line)) {
                std::cout << piece.id << ':' << piece.begin << ':' << piece.end << ':' << piece.first << ':'
                          << static_cast<int>(piece.word_case) << ' ';
            }
            std::cout << '\n';
        }
    } catch (const kith::Error& error) {
        std::cerr << error.what() << ". " << error.next_step() << '\n';
        return 1;
    }
}
