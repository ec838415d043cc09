// Words by which it is known where words and sentences end, from data/boundaries.tsv.
#pragma once

#include "ingest/text/words/word_lists.hpp"

namespace kith::text {

struct BoundaryWords {
    static const BoundaryWords& builtin();

    WordList abbreviations;  // in lower case with their full stops: "gen."
    WordList clitics;
    WordList openers;
    WordList glued;
};

}  // namespace kith::text
