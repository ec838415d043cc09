// project(store): reads a store into compressed rows.
//
// Three scans, each along the order that its table or index has: entities; evidence, by claim, for the sources; and
// claim_out, by subject, which is the order of the rows. Nothing is sorted but each row by itself, and besides the rows
// only four bytes a claim (its source) and four an entity are held. SQLite takes half of the time, so claims of a large
// store are read on a second thread, some thousands ahead.
#include "graph/rows/project_store.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/error.hpp"
#include "graph/rows/arc_filter.hpp"
#include "graph/rows/claim_rows.hpp"
#include "graph/rows/claim_sources.hpp"
#include "graph/rows/projection_builder.hpp"
#include "graph/store/claim_conditions.hpp"
#include "graph/store/merged_entities.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/symmetric_relations.hpp"

namespace kith {

namespace {

struct Subject {
    EntityId id;
    EntityKind kind;
};

std::vector<Subject> canonical_entities(const Store& store, const std::unordered_map<EntityId, EntityId>& merged) {
    std::vector<Subject> entities;
    Statement rows = database_of(store).prepare("SELECT id, kind FROM entity ORDER BY id");
    while (rows.step()) {
        const EntityId id = rows.integer(0);
        if (merged.contains(id)) continue;
        entities.push_back({id, parse_entity_kind(rows.text(1)).value_or(EntityKind::organisation)});
    }
    return entities;
}

class StoreReader {
public:
    StoreReader(const Store& store, const ClaimFilter& filter)
        : store_(store),
          filter_(filter),
          claims_(static_cast<std::size_t>(database_of(store).integer("SELECT count(*) FROM claim"))),
          ahead_(store, filter, claims_),
          sources_(database_of(store)),
          slots_(database_of(store), "entity") {
        const auto merged = all_merged_entities(database_of(store));
        entities_ = canonical_entities(store, merged);
        vertices_.assign(slots_.size(), no_vertex);
        for (std::size_t i = 0; i < entities_.size(); ++i) {
            const std::size_t slot = slots_.find(entities_[i].id);
            if (slot == IdSlots::none) {
                throw Error("the database is damaged: entity " + std::to_string(entities_[i].id) +
                                " stands out of the order of its table",
                            "Make it anew from its sources.");
            }
            vertices_[slot] = static_cast<Vertex>(i);
        }
        for (const auto& [id, canonical] : merged) {
            members_[canonical].push_back(id);
            const std::size_t slot = slots_.find(id), kept = slots_.find(canonical);
            if (slot != IdSlots::none && kept != IdSlots::none) vertices_[slot] = vertices_[kept];
        }
        if (!merged.empty()) read_turned();
    }

    std::size_t vertices() const { return entities_.size(); }
    std::size_t most_arcs() const { return claims_ + sources_.less_sure(); }

    void read_into(ProjectionBuilder& builder, const ReadProgress& progress) {
        std::vector<ClaimRow> batch = ahead_.next();
        std::size_t done = 0;
        auto row = batch.begin();
        const auto more = [&] {
            if (row == batch.end() && !batch.empty()) {
                if (progress) progress(done += batch.size(), claims_);
                batch = ahead_.next();
                row = batch.begin();
            }
            return row != batch.end();
        };
        ClaimRows of_one(store_, filter_, "c.subject = ?1");
        const auto least = static_cast<std::uint32_t>(least_thousandths(filter_));
        auto turned = turned_.begin();
        for (Vertex vertex = 0; vertex < entities_.size(); ++vertex) {
            const EntityId id = entities_[vertex].id;
            builder.set_vertex(vertex, id, entities_[vertex].kind);
            // Rows of subjects that stand under another are skipped here and fetched with that one.
            while (more() && row->subject < id) ++row;
            for (; more() && row->subject == id; ++row) add(*row, vertex, builder);
            const auto members = members_.find(id);
            for (std::size_t i = 0; members != members_.end() && i < members->second.size(); ++i) {
                of_one.of(members->second[i]);
                for (const ClaimRow& claim : of_one.read(claims_)) add(claim, vertex, builder);
            }
            for (; turned != turned_.end() && vertex_of(turned->subject) == vertex; ++turned) {
                add(*turned, vertex, builder);
            }
            builder.end_row(least, [&](const ClaimArc& made, const auto& visit) {
                sources_.visit(made.claim, static_cast<std::uint32_t>(made.arc.word.confidence_thousandths()), visit);
            });
        }
    }

private:
    Vertex vertex_of(EntityId entity) const {
        const std::size_t slot = slots_.find(entity);
        return slot == IdSlots::none ? no_vertex : vertices_[slot];
    }

    bool is_turned(Vertex subject, Vertex object, ArcWord word) const {
        return object < subject && any_turned_ && is_symmetric(store_.ontology(), word.relation());
    }

    // The claims whose ends a merge has put in the wrong order (graph/store/claim_ties), turned round, in the order of
    // the rows: they belong to rows that the scan has passed when it meets them.
    void read_turned() {
        any_turned_ = true;
        const std::string merged = " IN (SELECT entity FROM merged_entity)";
        const std::string symmetric = " AND c.relation IN " + sql_list(symmetric_relations(store_.ontology()));
        const auto read = [&](const std::string& where, std::string_view index) {
            for (ClaimRow& claim : ClaimRows(store_, filter_, where + symmetric, index).read(claims_)) {
                const Vertex subject = vertex_of(claim.subject), object = vertex_of(claim.object);
                if (subject == no_vertex || object == no_vertex || !is_turned(subject, object, claim.word)) continue;
                std::swap(claim.subject, claim.object);
                turned_.push_back(claim);
            }
        };
        read("c.subject" + merged, "claim_out");
        read("c.object" + merged + " AND NOT c.subject" + merged, "claim_in");
        std::ranges::sort(turned_, {},
                          [&](const ClaimRow& claim) { return std::pair(vertex_of(claim.subject), claim.id); });
    }

    void add(const ClaimRow& claim, Vertex subject, ProjectionBuilder& builder) {
        if (stop_) stop_->step();
        const Vertex object = vertex_of(claim.object);
        if (object == no_vertex || is_turned(subject, object, claim.word)) return;
        const Arc arc{object, claim.word};
        if (!has_enough_sources(claim.subject, arc)) return;
        builder.add(arc, claim.id);
        sources_.expect(claim.id);
    }

    // Arcs judge this themselves where they can (graph/rows/arc_filter); then nothing is left out here. The claims of a
    // tie come together, so the last answer is kept.
    bool has_enough_sources(EntityId subject, const Arc& arc) {
        if (filter_.min_sources <= 1 || ArcFilter::can_judge(filter_)) return true;
        const auto tie = std::tuple(store_.canonical(subject), arc.other, arc.word.relation_and_status());
        if (tie != last_tie_) {
            last_tie_ = tie;
            last_enough_ = sources_of_tie(store_, store_.canonical(subject), entities_[arc.other].id, arc.word) >=
                           filter_.min_sources;
        }
        return last_enough_;
    }

    const Store& store_;
    StopCheck* const stop_ = database_of(store_).stop_check();
    const ClaimFilter& filter_;
    std::size_t claims_;
    ClaimsAhead ahead_;  // reads while the sources and entities are read
    ClaimSources sources_;
    std::vector<Subject> entities_;
    IdSlots slots_;
    std::vector<Vertex> vertices_;                                 // by slot of the entity
    std::unordered_map<EntityId, std::vector<EntityId>> members_;  // that stand under another
    bool any_turned_ = false;                                      // there may be some
    std::vector<ClaimRow> turned_;
    std::tuple<EntityId, Vertex, std::uint32_t> last_tie_;
    bool last_enough_ = false;
};

}  // namespace

int sources_of_tie(const Store& store, EntityId subject, EntityId object, ArcWord word) {
    return count_sources(database_of(store),
                         {store.members(subject), word.relation(), store.members(object), word.status()});
}

Projection project_into(const Store& store, const ClaimFilter& filter, std::uint64_t fingerprint,
                        const std::function<MemoryBlock(std::size_t)>& make_block, const ReadProgress& progress) {
    StoreReader reader(store, filter);
    const std::size_t room = reader.most_arcs();
    ProjectionBuilder builder(make_block(ProjectionBuilder::bytes_for(reader.vertices(), room)), reader.vertices(),
                              room, database_of(store).stop_check());
    reader.read_into(builder, progress);
    return std::move(builder).finish(fingerprint);
}

Projection project(const Store& store, const ClaimFilter& filter) {
    return project_into(store, filter, 0, MemoryBlock::anonymous);
}

}  // namespace kith
