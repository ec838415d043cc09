// The claims that a system finds: those of kith's own analysis, or those of a file as `kith extract` writes it.
#pragma once

#include <string>
#include <vector>

#include "ingest/evaluation/compared_claim.hpp"
#include "ingest/text/words/document.hpp"

namespace kith::evaluation {

// Those that a sink takes.
std::vector<ComparedClaim> claims_of(const text::Document& document);

struct FoundClaim {
    std::string document;  // as the file calls it
    ComparedClaim claim;
};

// Throws Error, with file and line, for what is no claim. Who wrote them is free to use relations that kith does not
// have, and to leave out status, speaker, confidence and evidence.
std::vector<FoundClaim> read_found_claims(const std::string& path, const Ontology& ontology);

}  // namespace kith::evaluation
