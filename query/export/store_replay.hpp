// Prints what a store holds, as if it were read anew: entities, then document by document its claims with their
// evidence. `kith export --format jsonl` is this, and whoever reads it gets the same graph.
//
//     ClaimPrinter printer(std::cout, store.ontology(), PrintedLines::all);
//     replay(store, SaidClaims(store), printer);
//
// Claims of a document come in the order of their places in it, and those of one place by what they say: so the order
// does not depend on how the store came to be.
#pragma once

#include <functional>

#include "query/export/claim_printer.hpp"
#include "query/export/graph_stream.hpp"
#include "query/export/said_claims.hpp"

namespace kith {

// What the lines were printed of.
struct PrintedLine {
    enum class Kind { entity, document, records, claim, said, judgement };
    Kind kind = Kind::entity;
    EntityId entity = 0;
    DocumentId document = 0;
    const Evidence* evidence = nullptr;  // of a claim, and of what was said and does not stand
};
using AfterLine = std::function<void(const PrintedLine&)>;

// All of it, with what documents said before people judged, and the judgements. Gives how many pieces of evidence it
// leaves out: those that tie two whom kith found to be one, which no sink takes. `after` each piece, if it is given.
std::size_t replay(const Store& store, const SaidClaims& said, ClaimPrinter& printer, const AfterLine& after = {});

// Some claims, as they stand. What ties two who were found to be one is left out.
std::size_t replay(const Store& store, const EachClaim& each_claim, ClaimPrinter& printer);

}  // namespace kith
