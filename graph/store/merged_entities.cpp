#include "graph/store/merged_entities.hpp"

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace kith {

namespace {

// A judgement that two entities are the same, and that stands.
struct Standing {
    std::int64_t id;
    EntityId entity, other;
};

// Reads the judgements on one entity after the other.
class Judgements {
public:
    explicit Judgements(const Database& database)
        : rows_(database.prepare("SELECT id, entity, other, verdict = 'same' FROM judgement WHERE entity = ?1 "
                                 "UNION ALL "
                                 "SELECT id, entity, other, verdict = 'same' FROM judgement WHERE other = ?1")) {}

    std::vector<Standing> standing(EntityId entity) {
        std::map<EntityId, std::pair<Standing, bool>> last;  // by the other entity of the pair
        for (rows_.bind(1, entity); rows_.step();) {
            const Standing judgement{rows_.integer(0), rows_.integer(1), rows_.integer(2)};
            const EntityId with = judgement.entity == entity ? judgement.other : judgement.entity;
            const auto [known, is_new] = last.try_emplace(with, judgement, rows_.integer(3) != 0);
            if (!is_new && known->second.first.id < judgement.id) known->second = {judgement, rows_.integer(3) != 0};
        }
        std::vector<Standing> found;
        for (const auto& [with, judgement] : last) {
            if (judgement.second) found.push_back(judgement.first);
        }
        return found;
    }

private:
    Statement rows_;
};

struct Component {
    std::set<EntityId> entities;
    std::map<std::int64_t, Standing> judgements;  // in order of time
};

Component component_of(Judgements& judgements, EntityId entity) {
    Component component{{entity}, {}};
    for (std::vector<EntityId> open{entity}; !open.empty();) {
        const EntityId next = open.back();
        open.pop_back();
        for (const Standing& judgement : judgements.standing(next)) {
            component.judgements.emplace(judgement.id, judgement);
            for (const EntityId side : {judgement.entity, judgement.other}) {
                if (component.entities.insert(side).second) open.push_back(side);
            }
        }
    }
    return component;
}

// Union-find in order of time; every root is a canonical entity.
EntityId canonical_of(const Component& component) {
    std::map<EntityId, EntityId> parent;
    const auto root = [&](EntityId id) {
        for (auto found = parent.find(id); found != parent.end(); found = parent.find(id)) {
            if (const auto next = parent.find(found->second); next != parent.end()) found->second = next->second;
            id = found->second;
        }
        return id;
    };
    for (const auto& [id, judgement] : component.judgements) {
        const EntityId kept = root(judgement.entity), joined = root(judgement.other);
        if (kept != joined) parent.emplace(joined, kept);
    }
    return root(*component.entities.begin());
}

}  // namespace

MergedEntities::MergedEntities(const Database& database)
    : canonical_(database.prepare("SELECT canonical FROM merged_entity WHERE entity = ?1")),
      members_(database.prepare("SELECT entity FROM merged_entity WHERE canonical = ?1 ORDER BY entity")) {}

EntityId MergedEntities::canonical(EntityId id) const {
    if (!canonical_.bind(1, id).step()) return id;
    const EntityId found = canonical_.integer(0);
    canonical_.reset();
    return found;
}

std::vector<EntityId> MergedEntities::members(EntityId id) const {
    std::vector<EntityId> found{canonical(id)};
    for (members_.bind(1, found.front()); members_.step();) found.push_back(members_.integer(0));
    return found;
}

std::unordered_map<EntityId, EntityId> all_merged_entities(const Database& database) {
    std::unordered_map<EntityId, EntityId> merged;
    Statement rows = database.prepare("SELECT entity, canonical FROM merged_entity");
    while (rows.step()) merged.emplace(rows.integer(0), rows.integer(1));
    return merged;
}

std::vector<EntityId> refresh_merged_entities(Database& database, std::span<const EntityId> judged) {
    std::set<EntityId> touched;
    const MergedEntities before(database);
    for (const EntityId entity : judged) {
        if (touched.contains(entity)) continue;  // and so are all who were one with it
        for (const EntityId member : before.members(entity)) touched.insert(member);
    }
    Judgements judgements(database);
    Statement remove = database.prepare("DELETE FROM merged_entity WHERE entity = ?1");
    Statement insert = database.prepare("INSERT INTO merged_entity (entity, canonical) VALUES (?1, ?2)");
    std::set<EntityId> done;
    for (const EntityId entity : touched) {
        if (done.contains(entity)) continue;
        const Component component = component_of(judgements, entity);
        const EntityId canonical = canonical_of(component);
        for (const EntityId member : component.entities) {
            done.insert(member);
            remove.bind(1, member).run();
            if (member != canonical) insert.bind(1, member).bind(2, canonical).run();
        }
    }
    return {done.begin(), done.end()};
}

void fill_merged_entities(Database& database) {
    std::vector<EntityId> judged;
    Statement rows = database.prepare("SELECT entity FROM judgement UNION SELECT other FROM judgement");
    while (rows.step()) judged.push_back(rows.integer(0));
    refresh_merged_entities(database, judged);
}

std::vector<HoldingJudgement> judgements_between(const Database& database, EntityId one, EntityId other) {
    Judgements judgements(database);
    std::map<EntityId, Standing> reached_by{{one, {}}};
    for (std::deque<EntityId> open{one}; !open.empty() && !reached_by.contains(other); open.pop_front()) {
        for (const Standing& judgement : judgements.standing(open.front())) {
            for (const EntityId side : {judgement.entity, judgement.other}) {
                if (reached_by.emplace(side, judgement).second) open.push_back(side);
            }
        }
    }
    std::vector<HoldingJudgement> chain;
    Statement judge = database.prepare("SELECT judge FROM judgement WHERE id = ?1");
    for (EntityId at = other; at != one;) {
        const auto step = reached_by.find(at);
        if (step == reached_by.end()) return {};
        judge.bind(1, step->second.id).step();
        chain.push_back({step->second.id, std::string(judge.text(0))});
        judge.reset();
        at = step->second.entity == at ? step->second.other : step->second.entity;
    }
    return chain;
}

}  // namespace kith
