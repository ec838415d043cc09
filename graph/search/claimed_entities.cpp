#include "graph/search/claimed_entities.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "graph/rows/snapshot.hpp"
#include "graph/store/claim_judgements.hpp"
#include "graph/store/database.hpp"
#include "graph/store/read_transaction.hpp"
#include "graph/store/store.hpp"
#include "graph/store/store_database.hpp"

namespace kith {

namespace {

// A snapshot is asked where one of at least so many is given; else counting is as quick.
constexpr std::size_t worth_a_snapshot = 16;

// In the order of answers: minus how many claims there are, and the number. The less, the further in front.
using Place = std::pair<std::int64_t, EntityId>;

// By number, each once.
std::vector<EntityId> ids_of_named(const Database& database, const std::string& key_glob,
                                   const std::vector<EntityKind>& kinds) {
    std::string sql =
        "SELECT coalesce(m.canonical, a.entity) FROM alias a LEFT JOIN merged_entity m ON m.entity = a.entity";
    if (!kinds.empty()) {
        sql += " CROSS JOIN entity e ON e.id = coalesce(m.canonical, a.entity) AND e.kind IN (";
        for (const EntityKind kind : kinds) sql.append(sql.ends_with('(') ? "'" : ", '").append(to_string(kind)) += "'";
        sql += ")";
    }
    if (key_glob != "*")
        sql += " WHERE a.key GLOB ?1";  // without an OR, so that SQLite finds beginnings by their index
    Statement rows = database.prepare(sql);
    if (key_glob != "*") rows.bind(1, key_glob);
    std::vector<EntityId> ids;
    while (rows.step()) ids.push_back(rows.integer(0));
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    return ids;
}

// Counts the claims about entities, those about whoever is merged into one among them.
class ClaimCount {
public:
    explicit ClaimCount(const Database& database)
        : count_(database.prepare(
              "SELECT (SELECT count(*) FROM claim WHERE subject = ?1) + (SELECT count(*) FROM claim WHERE object = ?1) "
              "+ (SELECT coalesce(sum((SELECT count(*) FROM claim WHERE subject = m.entity) + "
              "(SELECT count(*) FROM claim WHERE object = m.entity)), 0) FROM merged_entity m WHERE m.canonical = "
              "?1)")) {}

    Place place_of(EntityId id) {
        count_.bind(1, id).step();
        const std::int64_t claims = count_.integer(0);
        count_.reset();
        return {-claims, id};
    }

private:
    Statement count_;
};

// Where each stands if all its arcs are claims, and the rejected ones beside them: nobody stands further in front.
std::vector<Place> foremost_places(const Store& store, const Projection& graph, const std::vector<EntityId>& ids) {
    std::unordered_map<EntityId, std::int64_t> rejected;  // claims, on either side
    for (const auto& [subject, object] : parties_of_rejected_claims(database_of(store))) {
        ++rejected[store.canonical(subject)];
        ++rejected[store.canonical(object)];
    }
    std::vector<Place> places;
    places.reserve(ids.size());
    for (const EntityId id : ids) {
        const auto vertex = graph.find(id);
        const auto more = rejected.find(id);
        const std::size_t arcs = vertex ? graph.out(*vertex).size() + graph.in(*vertex).size() : 0;
        places.emplace_back(-static_cast<std::int64_t>(arcs) - (more == rejected.end() ? 0 : more->second), id);
    }
    return places;
}

// The first `most` places, in order; `place_of` tells the true one of whoever may stand among them.
template <typename PlaceOf>
std::vector<Place> first_places(std::vector<Place> foremost, std::size_t most, const PlaceOf& place_of) {
    std::vector<Place> first;  // a heap: the last of them on top
    std::ranges::make_heap(foremost, std::ranges::greater{});
    while (!foremost.empty() && most > 0) {
        if (first.size() == most && first.front() < foremost.front()) break;
        std::ranges::pop_heap(foremost, std::ranges::greater{});
        first.push_back(place_of(foremost.back().second));
        std::ranges::push_heap(first);
        foremost.pop_back();
        if (first.size() <= most) continue;
        std::ranges::pop_heap(first);
        first.pop_back();
    }
    std::ranges::sort(first);
    return first;
}

}  // namespace

EntitiesFound find_entities(const Store& store, const std::string& key_glob, const std::vector<EntityKind>& kinds,
                            std::size_t most) {
    const Database& database = database_of(store);
    const ReadTransaction reading(database);
    const std::vector<EntityId> ids = ids_of_named(database, key_glob, kinds);
    ClaimCount claims(database);
    const auto place_of = [&](EntityId id) { return claims.place_of(id); };
    std::optional<Projection> snapshot;
    if (ids.size() / worth_a_snapshot >= most) snapshot = open_snapshot(store);
    std::vector<Place> places;
    if (snapshot) {
        places = first_places(foremost_places(store, *snapshot, ids), most, place_of);
    } else {
        std::ranges::transform(ids, std::back_inserter(places), place_of);
        std::ranges::partial_sort(places, places.begin() + static_cast<std::ptrdiff_t>(std::min(most, places.size())));
        places.resize(std::min(most, places.size()));
    }
    EntitiesFound found{ids.size(), {}};
    for (const auto& [minus_claims, id] : places) {
        found.entities.push_back({store.entity(id), static_cast<std::size_t>(-minus_claims)});
    }
    return found;
}

}  // namespace kith
