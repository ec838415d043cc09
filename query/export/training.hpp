// What people judged, in the form that training reads: a line for each article of which a claim was judged.
//
//     {"id": "war.txt", "date": "2023-11-21", "title": ..., "text": ..., "sentences": [[0, 61], ...],
//      "names": [[0, 6, "armed_group", "Wagner Group"], ...],
//      "claims": [[0, "Wagner Group", "Wagner", "supplies", "Hezbollah", "Hezbollah", "planned", "John Kirby", "Kirby",
//                  {"item": "missiles"}], ...],
//      "judged": [0], "rejected": [[3, "Iran", "Iran", "owns", ...]]}
//
// Claims are as they stand now: confirmed and corrected ones (`judged` has their places in the list) beside those that
// nobody has judged yet, without rejected ones. A claim is the number of its sentence, subject and object each with the
// words that name it there (null: none), relation, status, speaker with his words, and the item or role. Offsets count
// Unicode code points.
#pragma once

#include <ostream>

#include "query/export/graph_stream.hpp"

namespace kith {

void write_training(const Store& store, const EachClaim& each_claim, std::ostream& out);

}  // namespace kith
