#include "ingest/text/words/generic_words.hpp"

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(generic_words_tsv)
KITH_EMBEDDED(state_bodies_tsv)

namespace kith::text {

GenericWords::GenericWords()
    : lists_(generic_words_tsv(), "ingest/text/data/generic_words.tsv",
             {"place",        "article",      "body",     "title",     "gang",     "mission",  "compass",
              "site",         "firm",         "rank",     "small",     "speaking", "language", "origin",
              "adjective",    "feature",      "district", "view",      "medium",   "ship",     "leader",
              "party",        "other_leader", "nickname", "tongue",    "speaker",  "contest",  "american_office",
              "relative",     "leaning",      "seat",     "qualifier", "member",   "spouse",   "thing",
              "family_first", "building"}) {
    for (const TsvRow& row : tsv_rows(state_bodies_tsv(), "ingest/text/data/state_bodies.tsv", 1, 1))
        state_bodies_.insert(row[0]);
}

const GenericWords& GenericWords::builtin() {
    static const GenericWords words;
    return words;
}

}  // namespace kith::text
