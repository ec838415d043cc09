// Statements of RDF as entities and claims: subjects are entities, with the names, kinds and identifiers that the
// mapping finds in their statements; statements whose property is a relation are claims.
//
//     TripleRecords records(mapping, gazetteer, sink, skip);
//     records.begin("friends.nt"); records.take(triple); ... records.settle();     // each file
//     records.finish();                                                           // after the last
//
// A name may come after what uses it, so what a file says of subjects waits until its end, in 1 GiB at most. What the
// mapping does not name is passed over and takes no room.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/interchange/linked_records.hpp"
#include "ingest/triples/property_mapping.hpp"
#include "ingest/triples/triple.hpp"

namespace kith::triples {

class TripleRecords {
public:
    // All must outlive it.
    TripleRecords(const PropertyMapping& mapping, const Gazetteer& gazetteer, ClaimSink& sink,
                  interchange::LinkedRecords::Skip skip)
        : mapping_(mapping), records_(gazetteer, sink, std::move(skip)) {}

    void begin(const std::string& file, const std::string& publisher, const std::string& date);
    void take(const Triple& triple);
    void settle();
    void finish() { records_.finish(); }
    std::size_t sources() const { return records_.sources(); }

private:
    struct Subject {
        EntityReference entity{};
        bool is_kind_told = false;
        std::size_t name_rank = static_cast<std::size_t>(-1);
        const Relation* relation = nullptr;  // the first that ties it
        bool is_subject = false;             // ... and on which side
        interchange::RecordPlace place{};
    };
    struct TyingTriple {
        std::string from{}, to{};
        const Relation* relation = nullptr;
        std::string url{};
        interchange::RecordPlace place{};
    };
    Subject* subject(const std::string& id, const interchange::RecordPlace& place);
    std::string id_of(std::string_view address) const;  // of blank nodes within the file
    void add_name(Subject& subject, const Property& property, const Triple& triple) const;
    void add_kind(Subject& subject, const std::string& type) const;
    void add_tie(const Property& property, const Triple& triple, const interchange::RecordPlace& place);
    void push(const std::string& id, Subject& subject);

    const PropertyMapping& mapping_;
    interchange::LinkedRecords records_;
    DocumentRecord source_{};
    std::map<std::string, Subject> subjects_;
    std::vector<TyingTriple> ties_;
    std::size_t bytes_ = 0;
};

}  // namespace kith::triples
