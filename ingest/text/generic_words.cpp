#include "ingest/text/generic_words.hpp"

#include "graph/embedded.hpp"
#include "graph/tsv.hpp"

KITH_EMBEDDED(generic_words_tsv)
KITH_EMBEDDED(state_bodies_tsv)

namespace kith::text {

GenericWords::GenericWords()
    : lists_(generic_words_tsv(), "ingest/text/data/generic_words.tsv",
             {"place",    "article", "body",   "title",    "gang",     "mission", "compass",      "site",
              "firm",     "rank",    "small",  "speaking", "language", "origin",  "adjective",    "feature",
              "district", "view",    "medium", "ship",     "leader",   "party",   "other_leader", "nickname"}),
      place(lists_[0]),
      article(lists_[1]),
      body(lists_[2]),
      title(lists_[3]),
      gang(lists_[4]),
      mission(lists_[5]),
      compass(lists_[6]),
      site(lists_[7]),
      firm(lists_[8]),
      rank(lists_[9]),
      small(lists_[10]),
      speaking(lists_[11]),
      language(lists_[12]),
      origin(lists_[13]),
      adjective(lists_[14]),
      feature(lists_[15]),
      district(lists_[16]),
      view(lists_[17]),
      medium(lists_[18]),
      ship(lists_[19]),
      leader(lists_[20]),
      party(lists_[21]),
      other_leader(lists_[22]),
      nickname(lists_[23]) {
    for (const TsvRow& row : tsv_rows(state_bodies_tsv(), "ingest/text/data/state_bodies.tsv", 1, 1))
        state_bodies_.insert(row[0]);
}

const GenericWords& GenericWords::builtin() {
    static const GenericWords words;
    return words;
}

}  // namespace kith::text
