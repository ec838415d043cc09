// What a graph is made of for other tools' formats, one piece after another: first its entities, then its claims. A format is
// one GraphWriter in a file of its own; query/graph_export lists them.
//
//     const std::unique_ptr<GraphWriter> writer = make_csv_writer(std::cout);
//     stream_graph(store, claims, *writer);        // query/export/graph_stream
//
// A writer keeps nothing of what it was given, so that graphs of any size pass through.
#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "graph/store/store.hpp"

namespace kith {

struct ExportedEntity {
    std::int64_t number = 0;  // from 1, in order; the same for the same graph, whatever the store counts
    Entity entity{};
    std::vector<std::string> aliases{};                          // by name, without those that texts alone use
    std::vector<Identifier> identifiers{}, known_identifiers{};  // that records tell; that the gazetteer knows

    // Those that records tell first.
    template <typename Take>
    void each_identifier(const Take& take) const {
        for (const Identifier& each : identifiers) take(each);
        for (const Identifier& each : known_identifiers) take(each);
    }
};

struct ExportedClaim {
    std::int64_t number = 0;  // from 1, in order
    Claim claim{};
    const Relation* relation = nullptr;
    const ExportedEntity *subject = nullptr, *object = nullptr;
    const ExportedEntity *speaker = nullptr, *place = nullptr;  // null: none
    std::vector<EvidenceWithDocument> evidence{};               // earliest publication first
};

// Which entities are written beside claims: those that claims tie, or who says so and where as well.
enum class WrittenEntities { none, ends, all };

class GraphWriter {
public:
    virtual ~GraphWriter() = default;

    // `schemes`: of the identifiers that may follow, by name.
    virtual void begin(const std::vector<std::string>& /*schemes*/) {}
    virtual void add(const ExportedEntity& /*entity*/) {}
    virtual void add(const ExportedClaim& claim) = 0;
    virtual void finish() {}

    virtual WrittenEntities entities() const { return WrittenEntities::all; }
    // What whoever opens the file should know of it.
    virtual std::vector<std::string> notes() const { return {}; }

protected:
    GraphWriter() = default;
    GraphWriter(const GraphWriter&) = default;
    GraphWriter& operator=(const GraphWriter&) = default;
};

// Each writes to a stream that must outlive it.
std::unique_ptr<GraphWriter> make_csv_writer(std::ostream& out);
std::unique_ptr<GraphWriter> make_graphml_writer(std::ostream& out);
std::unique_ptr<GraphWriter> make_gexf_writer(std::ostream& out);
std::unique_ptr<GraphWriter> make_cypher_writer(std::ostream& out);
std::unique_ptr<GraphWriter> make_neo4j_nodes_writer(std::ostream& out);
std::unique_ptr<GraphWriter> make_neo4j_relationships_writer(std::ostream& out);
std::unique_ptr<GraphWriter> make_follow_the_money_writer(std::ostream& out);
std::unique_ptr<GraphWriter> make_stix_writer(std::ostream& out);
std::unique_ptr<GraphWriter> make_json_ld_writer(std::ostream& out);

}  // namespace kith
