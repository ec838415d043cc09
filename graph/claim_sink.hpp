// The one door for writers: ingesters push documents and claims into a sink and do not care where they go.
//
//     if (sink.begin(document)) {          // false: known already, nothing to do
//         for (const ClaimRecord& claim : claims) sink.add(claim);
//     }
//
// Sinks: StoreWriter (graph/store/store_writer: the database) and ClaimPrinter (query/export: JSON Lines on a stream).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "graph/claim.hpp"
#include "graph/document.hpp"
#include "graph/judgement_record.hpp"

namespace [[gnu::visibility("default")]] kith {

class ClaimSink {
public:
    virtual ~ClaimSink() = default;

    // The relations that claims may have here.
    virtual const Ontology& ontology() const { return Ontology::builtin(); }

    // Tells that so many claims follow or more, so that the sink may prepare for them.
    virtual void expect_claims(std::int64_t /*at_least*/) {}

    // Starts a document; the claims that follow are its own. False: the sink has this text already, and its claims must
    // not be added. A document without text (a source of records) may be begun again and again: true, and it is
    // current. Throws Error where it cannot be written.
    virtual bool begin(const DocumentRecord& document) = 0;

    // Adds a claim of the document begun last. Throws RejectedRecord for an unknown relation, kinds outside its domain
    // or range, or an entity tied to itself; the sink is then as before the call.
    virtual void add(const ClaimRecord& claim) = 0;

    // Adds an entity that a record of the document begun last tells of, whether or not a claim ties it: its names and
    // identifiers. `record`: its bytes in the file. Throws RejectedRecord for a name without letters or digits. A sink
    // that keeps claims alone, as this one, has no use for it.
    virtual void add_entity(const EntityReference& /*entity*/, TextSpan /*record*/) {}

    // Tells that a record of this number stands in the edition of a list begun last, whether or not it makes claims.
    // Those of claims are known.
    virtual void add_record(std::string_view /*id*/) {}

    // Adds what people judged in the store that these claims come from. A sink that keeps claims alone has no use for it.
    virtual void add_judgement(const SamenessRecord& /*judgement*/) {}
    virtual void add_judgement(const ClaimJudgementRecord& /*judgement*/) {}

    // The text of the document that was last read from this place. Nothing: the sink keeps no texts, or does not know it.
    virtual std::optional<std::string> text_at(const std::string& /*location*/) const { return std::nullopt; }

    // Makes a document that the sink has current again, by its text: for claims that others found in it. False: it has
    // no such document.
    virtual bool resume(const std::string& /*text*/) { return false; }

protected:
    ClaimSink() = default;
    ClaimSink(const ClaimSink&) = default;
    ClaimSink& operator=(const ClaimSink&) = default;
};

}  // namespace kith
