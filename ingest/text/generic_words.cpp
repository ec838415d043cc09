#include "ingest/text/generic_words.hpp"

#include "graph/embedded.hpp"

KITH_EMBEDDED(generic_words_tsv)

namespace kith::text {

GenericWords::GenericWords()
    : lists_(generic_words_tsv(), "ingest/text/data/generic_words.tsv", {"place", "article", "body"}),
      place(lists_[0]),
      article(lists_[1]),
      body(lists_[2]) {}

const GenericWords& GenericWords::builtin() {
    static const GenericWords words;
    return words;
}

}  // namespace kith::text
