// Claims as they are compared: those of an annotator, where a field may have several equally right values, and those of
// a system, where each has one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graph/claim.hpp"
#include "ingest/evaluation/compared_name.hpp"

namespace kith::evaluation {

// A relation by name. One that the ontology does not have is a group of its own.
struct ComparedRelation {
    ComparedRelation(std::string name, const Ontology& ontology);

    std::string name;
    std::string group;
    bool symmetric = false;
};

struct ComparedClaim {
    std::vector<ComparedName> subject;        // at least one; the first is shown
    std::vector<ComparedRelation> relations;  // at least one, the best first
    std::vector<ComparedName> object;         // at least one
    std::vector<Status> statuses;             // of a system: none where it tells none
    std::vector<ComparedName> speakers;       // none: the article's own voice
    std::optional<double> confidence;         // of a system
    std::string evidence;                     // words of the article; may be empty
};

// By article_key.
using ClaimsByArticle = std::map<std::string, std::vector<ComparedClaim>>;

}  // namespace kith::evaluation
