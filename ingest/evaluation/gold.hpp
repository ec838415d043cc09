// Articles with the claims that annotators found in them: one JSON object a line.
//
//     {"id": "kirby", "text": "Wagner is preparing ...", "date": "2023-11-21",
//      "claims": [{"subject": ["Wagner Group", "Wagner"], "relation": "supplies", "object": "Hezbollah",
//                  "status": "planned", "speaker": ["John Kirby", "White House"], "evidence": "preparing to supply"}]}
//
// Each of subject, relation, object, status and speaker is one value or a list of equally right ones, the best first.
// Without a status the claim is actual; without a speaker the article says it itself. In place of "text" there may be a
// "file", relative to the folder of the gold file. Other members are passed over.
#pragma once

#include <string>
#include <vector>

#include "ingest/evaluation/compared_claim.hpp"
#include "ingest/text/words/article.hpp"

namespace kith::evaluation {

struct GoldArticle {
    std::string key;        // article_key of its id
    text::Article article;  // its location is the id; its text is as it came, not cleaned
    std::vector<ComparedClaim> claims;
};

// The articles of the files, in order. What is odd but does no harm is told in `notes`. Throws Error, with file and
// line, for what is no such object, an unknown relation or status, and an article that is there twice.
std::vector<GoldArticle> read_gold(const std::vector<std::string>& paths, const Ontology& ontology,
                                   std::vector<std::string>& notes);

}  // namespace kith::evaluation
