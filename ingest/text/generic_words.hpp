// Words that a name has or lacks without being another's (data/generic_words.tsv).
//
//     GenericWords::builtin().place.contains("province")
#pragma once

#include "ingest/text/word_lists.hpp"

namespace kith::text {

class GenericWords {
public:
    static const GenericWords& builtin();

private:
    GenericWords();

    WordLists lists_;

public:
    const WordList& place;    // "Nangarhar Province"
    const WordList& article;  // "El Naya"
    const WordList& body;     // "PKK party"
};

}  // namespace kith::text
