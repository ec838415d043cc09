#include "graph/rows/indexed_graph.hpp"

#include <algorithm>
#include <string>

#include "graph/rows/claim_rows.hpp"
#include "graph/rows/project_store.hpp"
#include "graph/store/claim_conditions.hpp"
#include "graph/store/store_database.hpp"
#include "graph/store/symmetric_relations.hpp"

namespace kith {

IndexedGraph::IndexedGraph(const Store& store, const ClaimFilter& filter, Sources sources)
    : store_(store),
      filter_(filter),
      merged_(database_of(store)),
      any_merged_(database_of(store).integer("SELECT EXISTS (SELECT 1 FROM merged_entity)") != 0),
      when_(sources),
      rows_{select(outgoing), select(incoming)},
      symmetric_{select(incoming, " AND c.relation IN " + sql_list(symmetric_relations(store.ontology()))),
                 select(outgoing, " AND c.relation IN " + sql_list(symmetric_relations(store.ontology())))},
      sources_(
          database_of(store).prepare("SELECT source, max(confidence) FROM evidence WHERE claim = ?1 GROUP BY source")),
      kind_(database_of(store).prepare("SELECT kind FROM entity WHERE id = ?1")) {}

Statement IndexedGraph::select(Side side, const std::string& more) const {
    const bool dated = filter_.since || filter_.until;
    const std::string own = side == outgoing ? "c.subject" : "c.object";
    const std::string other = side == outgoing ? "c.object" : "c.subject";
    Statement rows = database_of(store_).prepare("SELECT " + other + ", c.relation, c.status, c.confidence, c.id" +
                                                 (dated ? ", c.day, c.time" : "") + " FROM claim c INDEXED BY " +
                                                 (side == outgoing ? "claim_out" : "claim_in") + " WHERE " + own +
                                                 " = ?1" + claim_conditions(filter_, database_of(store_)) + more);
    bind_names(rows, filter_);
    return rows;
}

EntityKind IndexedGraph::kind(Vertex vertex) const {
    kind_.bind(1, entities_[vertex]);
    const auto kind = kind_.step() ? parse_entity_kind(kind_.text(0)) : std::nullopt;
    kind_.reset();
    return kind.value_or(EntityKind::organisation);
}

Vertex IndexedGraph::vertex(EntityId canonical) const {
    const auto [found, is_new] = vertices_.try_emplace(canonical, static_cast<Vertex>(entities_.size()));
    if (is_new) entities_.push_back(canonical);
    return found->second;
}

IndexedGraph::Row& IndexedGraph::row(Vertex vertex, Side side) const {
    std::vector<Row>& rows = fetched_[side];
    if (rows.size() <= vertex) rows.resize(std::max<std::size_t>(vertex + 1, 2 * rows.size()));
    Row& row = rows[vertex];
    if (!row.fetched) fetch(vertex, side, row);
    return row;
}

void IndexedGraph::fetch(Vertex vertex, Side side, Row& row) const {
    const EntityId id = entities_[vertex];
    std::vector<ClaimArc> found;
    for (const EntityId member : any_merged_ ? merged_.members(id) : std::vector{id}) {
        read(rows_[side], member, id, side, true, found);
        if (any_merged_) read(symmetric_[side], member, id, side, false, found);
    }
    std::ranges::sort(found, {}, [](const ClaimArc& one) { return std::pair(one.arc, one.claim); });
    if (filter_.min_sources > 1) keep_those_with_sources(id, side, found);
    if (when_ == Sources::in_rows) {
        const std::span<const Arc> arcs = counted(found);
        row.arcs.assign(arcs.begin(), arcs.end());
    } else {
        row.arcs.reserve(found.size());
        row.claims.reserve(found.size());
        for (const ClaimArc& one : found) {
            row.arcs.push_back(one.arc);
            row.arcs.back().word.set_shared(true);  // what it tells of its tie is not all: ask `between`
            row.claims.push_back(one.claim);
        }
    }
    row.fetched = true;
}

void IndexedGraph::read(Statement& rows, EntityId member, EntityId id, Side side, bool is_own,
                        std::vector<ClaimArc>& found) const {
    for (rows.bind(1, member); rows.step();) {
        if (filter_.since || filter_.until) {
            Claim claim;
            if (!rows.is_null(5)) claim.day = static_cast<Day>(rows.integer(5));
            claim.time = rows.text(6);
            if (!holds_within(claim, filter_.since, filter_.until)) continue;
        }
        const EntityId other = any_merged_ ? merged_.canonical(rows.integer(0)) : rows.integer(0);
        const ArcWord word = arc_word(rows.integer(1), rows.integer(2), rows.integer(3));
        if (any_merged_ && is_symmetric(store_.ontology(), word.relation())) {
            if (other == id ? !is_own : (id < other) != (side == outgoing)) continue;
        }
        found.push_back({{vertex(other), word}, rows.integer(4)});
    }
}

// How many sources a tie has does not depend on the rest of the filter, so it is asked once for each tie.
void IndexedGraph::keep_those_with_sources(EntityId id, Side side, std::vector<ClaimArc>& found) const {
    const auto tie = [](const ClaimArc& one) { return std::pair(one.arc.other, one.arc.word.relation_and_status()); };
    std::vector<ClaimArc> kept;
    for (std::size_t begin = 0, end = 0; begin < found.size(); begin = end) {
        while (end < found.size() && tie(found[end]) == tie(found[begin])) ++end;
        const EntityId other = entities_[found[begin].arc.other];
        const bool enough = sources_of_tie(store_, side == outgoing ? id : other, side == outgoing ? other : id,
                                           found[begin].arc.word) >= filter_.min_sources;
        for (std::size_t i = begin; enough && i < end; ++i) kept.push_back(found[i]);
    }
    found = std::move(kept);
}

std::span<const Arc> IndexedGraph::counted(std::vector<ClaimArc>& claims) const {
    std::unordered_map<std::int64_t, std::uint32_t> numbers;
    const auto visit_sources = [&](const ClaimArc& one, const auto& visit) {
        for (sources_.bind(1, one.claim); sources_.step();) {
            const auto next = static_cast<std::uint32_t>(numbers.size());
            const std::uint32_t source = numbers.try_emplace(sources_.integer(0), next).first->second;
            visit(SourceConfidence{source,
                                   static_cast<std::uint32_t>(std::clamp<std::int64_t>(sources_.integer(1), 0, 1000))});
        }
    };
    return row_arcs_.make(claims, static_cast<std::uint32_t>(least_thousandths(filter_)), visit_sources);
}

std::vector<Arc> IndexedGraph::between(Vertex from, Vertex to) const {
    // From the row that is at hand; a hub's is not fetched for one neighbour.
    const auto is_fetched = [&](Vertex vertex, Side side) {
        return vertex < fetched_[side].size() && fetched_[side][vertex].fetched;
    };
    const bool backward = !is_fetched(from, outgoing) && is_fetched(to, incoming);
    const Row& row = backward ? this->row(to, incoming) : this->row(from, outgoing);
    const std::span<const Arc> found = arcs_to(row.arcs, backward ? from : to);
    std::vector<Arc> arcs(found.begin(), found.end());
    if (when_ == Sources::when_asked) {
        const auto first = static_cast<std::size_t>(found.data() - row.arcs.data());
        std::vector<ClaimArc> claims;
        for (std::size_t i = 0; i < found.size(); ++i) {
            claims.push_back({found[i], row.claims[first + i]});
            claims.back().arc.word.set_shared(false);
        }
        const std::span<const Arc> made = counted(claims);
        arcs.assign(made.begin(), made.end());
    }
    for (Arc& arc : arcs) arc.other = to;
    return arcs;
}

}  // namespace kith
