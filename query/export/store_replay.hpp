// Hands what a store holds to a sink, as if it were read anew: entities, then document by document its claims with their
// evidence. `kith export --format jsonl` prints it, and whoever reads that gets the same graph.
//
//     ClaimPrinter printer(std::cout, store.ontology(), PrintedLines::all);
//     replay(store, each_claim, printer);
//
// Claims of a document come in the order of their places in it, and those of one place by what they say: so the order
// does not depend on how the store came to be.
#pragma once

#include "graph/claim_sink.hpp"
#include "query/export/graph_stream.hpp"

namespace kith {

// Gives how many pieces of evidence it leaves out: those that tie two who were found to be one, which no sink takes.
std::size_t replay(const Store& store, const EachClaim& each_claim, ClaimSink& sink);

}  // namespace kith
