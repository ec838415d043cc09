// project(store): reads a store into compressed rows.
//
// Three scans, each along the order that its table or index has: entities; evidence, by claim, for the sources; and
// claim_out, by subject, which is the order of the rows. Nothing is sorted but each row by itself, and besides the rows
// only four bytes a claim (its source) and four an entity are held.
#include <string>
#include <tuple>
#include <utility>

#include "graph/error.hpp"
#include "graph/rows/arc_filter.hpp"
#include "graph/rows/claim_sources.hpp"
#include "graph/rows/project_store.hpp"
#include "graph/rows/projection_builder.hpp"
#include "graph/store/claim_conditions.hpp"

namespace kith {

namespace {

struct Subject {
    EntityId id;
    EntityKind kind;
};

std::vector<Subject> canonical_entities(const Store& store) {
    std::vector<Subject> entities;
    const auto& merged = store.sameness().merged();
    Statement rows = store.database().prepare("SELECT id, kind FROM entity ORDER BY id");
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
        : store_(store), filter_(filter), entities_(canonical_entities(store)), slots_(store.database(), "entity") {
        vertices_.assign(slots_.size(), no_vertex);
        for (std::size_t i = 0; i < entities_.size(); ++i) {
            vertices_[slots_.find(entities_[i].id)] = static_cast<Vertex>(i);
        }
        for (const auto& [id, canonical] : store.sameness().merged()) {
            const std::size_t slot = slots_.find(id), kept = slots_.find(canonical);
            if (slot != IdSlots::none && kept != IdSlots::none) vertices_[slot] = vertices_[kept];
        }
    }

    std::size_t vertices() const { return entities_.size(); }

    void read_into(ProjectionBuilder& builder) {
        const ClaimSources sources(store_.database());
        Statement all = select("1 = 1");
        Statement of_one = select("c.subject = ?1");
        bool more = all.step();
        for (Vertex vertex = 0; vertex < entities_.size(); ++vertex) {
            const EntityId id = entities_[vertex].id;
            builder.set_vertex(vertex, id, entities_[vertex].kind);
            // Rows of subjects that stand under another are skipped here and fetched with that one.
            while (more && all.integer(0) < id) more = all.step();
            for (; more && all.integer(0) == id; more = all.step()) add(all, sources, builder);
            const std::vector<EntityId> members = store_.sameness().members(id);
            for (std::size_t i = 1; i < members.size(); ++i) {
                for (of_one.bind(1, members[i]); of_one.step();) add(of_one, sources, builder);
            }
            builder.end_row([&](std::int64_t claim) { return sources.of(claim); });
        }
    }

private:
    Statement select(const std::string& where) const {
        const bool dated = filter_.since || filter_.until;
        std::string sql = "SELECT c.subject, c.relation, c.object, c.status, c.confidence, c.id";
        if (dated) sql += ", c.day, c.time";
        sql += " FROM claim c INDEXED BY claim_out WHERE " + where + claim_conditions(filter_, store_.sameness()) +
               " ORDER BY c.subject, c.relation, c.object, c.status, c.confidence";
        Statement rows = store_.database().prepare(sql);
        bind_publishers(rows, filter_);
        return rows;
    }

    void add(const Statement& row, const ClaimSources& sources, ProjectionBuilder& builder) {
        const std::size_t object = slots_.find(row.integer(2));
        if (object == IdSlots::none || vertices_[object] == no_vertex) return;
        if (!within_days(row)) return;
        const Arc arc{vertices_[object], arc_word(row.integer(1), row.integer(3), row.integer(4))};
        if (!has_enough_sources(row.integer(0), arc)) return;
        builder.add(arc, row.integer(5));
        sources.expect(row.integer(5));
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

    bool within_days(const Statement& row) const {
        if (!filter_.since && !filter_.until) return true;
        Claim claim;
        if (!row.is_null(6)) claim.day = static_cast<Day>(row.integer(6));
        claim.time = row.text(7);
        return holds_within(claim, filter_.since, filter_.until);
    }

    const Store& store_;
    const ClaimFilter& filter_;
    std::vector<Subject> entities_;
    IdSlots slots_;
    std::vector<Vertex> vertices_;  // by slot of the entity
    std::tuple<EntityId, Vertex, std::uint32_t> last_tie_;
    bool last_enough_ = false;
};

}  // namespace

ArcWord arc_word(std::int64_t relation, std::int64_t status, std::int64_t confidence_thousandths) {
    if (relation < 0 || relation >= ArcWord::most_relations) {
        throw Error("the graph holds relations numbered to " + std::to_string(ArcWord::most_relations - 1) +
                    ", and the database has number " + std::to_string(relation));
    }
    return {static_cast<RelationId>(relation), static_cast<Status>(status & 7),
            static_cast<int>(std::clamp<std::int64_t>(confidence_thousandths, 0, 1000))};
}

int sources_of_tie(const Store& store, EntityId subject, EntityId object, ArcWord word) {
    return static_cast<int>(store.database().integer(
        "SELECT count(DISTINCT d.lineage) FROM claim c JOIN evidence e ON e.claim = c.id JOIN document d ON d.id = "
        "e.document WHERE c.subject IN " +
        sql_list(store.members(subject)) + " AND c.relation = " + std::to_string(word.relation()) +
        " AND c.object IN " + sql_list(store.members(object)) +
        " AND c.status = " + std::to_string(static_cast<int>(word.status()))));
}

Projection project_into(const Store& store, const ClaimFilter& filter, std::uint64_t fingerprint,
                        const std::function<MemoryBlock(std::size_t)>& make_block) {
    StoreReader reader(store, filter);
    const auto room = static_cast<std::size_t>(store.database().integer("SELECT count(*) FROM claim"));
    ProjectionBuilder builder(make_block(ProjectionBuilder::bytes_for(reader.vertices(), room)), reader.vertices(),
                              room);
    reader.read_into(builder);
    return std::move(builder).finish(fingerprint);
}

Projection project(const Store& store, const ClaimFilter& filter) {
    return project_into(store, filter, 0, MemoryBlock::anonymous);
}

}  // namespace kith
