// Entities and claims of files whose records name one another by number: FollowTheMoney, STIX, BODS, lists of sanctions.
//
//     LinkedRecords records(gazetteer, sink, skip);
//     records.begin({.location = "list.json", .publisher = "eu_fsf"});
//     records.add_entity("NK-2Gd", {.name = "Inter Tobacco", ...}, place);
//     records.add_link({.from = "NK-2Gd", .to = "NK-81q", .claim = owns, .place = place});
//     records.finish();
//
// A record may name one that comes later, also in another file of the run: links wait until both ends are known. What
// has no other end when all is read is skipped.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/claim_sink.hpp"
#include "graph/error.hpp"
#include "ingest/gazetteer/gazetteer.hpp"

namespace kith::interchange {

// Where a record stands.
struct RecordPlace {
    InputPosition position{};
    TextSpan bytes{};  // of its file
};

// A claim whose subject and object are other records.
struct Link {
    std::string from{}, to{};
    ClaimRecord claim{};  // without subject and object
    RecordPlace place{};
};

class LinkedRecords {
public:
    using Skip = std::function<void(const Skipped&)>;

    // All must outlive the records.
    LinkedRecords(const Gazetteer& gazetteer, ClaimSink& sink, Skip skip);

    const Ontology& ontology() const { return sink_.ontology(); }
    void skip(const RecordPlace& place, std::string reason) const { skip_({place.position, std::move(reason)}); }

    // Of the sources that follow, which are editions of lists: documents of one publisher.
    void begin_edition(std::string edition, bool is_snapshot);
    // The source of what follows: a document without text.
    void begin(const DocumentRecord& source);
    void add_entity(const std::string& id, EntityReference entity, const RecordPlace& place);
    // The same for one that kith wrote: the gazetteer has been asked.
    void add_known_entity(const std::string& id, EntityReference entity, const RecordPlace& place);
    void add_link(Link link);
    // A claim of an entity that was added and one that is no record: a state.
    void add_claim(const std::string& subject, ClaimRecord claim, const RecordPlace& place);

    // Whether so many bytes more may be kept of records that wait; where not, that is told once. `release` gives them back.
    bool reserve(std::size_t bytes, const RecordPlace& place);
    void release(std::size_t bytes);

    // Others have written to the sink since.
    void interrupted() { is_begun_ = false; }

    // Pushes the links both of whose ends are known by now: after each file.
    void settle();
    // The same, and skips the others: after the last file.
    void finish();

    std::size_t sources() const { return sources_.size(); }

private:
    struct Waiting {
        Link link;
        std::size_t source;  // index
    };
    const EntityReference* find(const std::string& id) const;
    bool is_fit(EntityReference& entity, const RecordPlace& place) const;
    void push(Waiting& waiting, const EntityReference& subject, const EntityReference& object);
    void begin(std::size_t source);

    const Gazetteer& gazetteer_;
    ClaimSink& sink_;
    Skip skip_;
    std::unordered_map<std::string, EntityReference> entities_;
    std::vector<Waiting> waiting_;
    std::vector<DocumentRecord> sources_;
    std::map<std::string, std::size_t> index_of_source_;
    std::size_t current_ = 0;  // source that was begun last here
    bool is_begun_ = false;    // ... and in the sink
    std::string edition_{};
    bool is_snapshot_ = false;
    std::size_t kept_bytes_ = 0;
    bool is_full_ = false;
};

}  // namespace kith::interchange
