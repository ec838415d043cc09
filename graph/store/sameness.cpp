#include "graph/store/sameness.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace kith {

Sameness::Sameness(const Database& database) {
    // By pair, so that a later judgement replaces an earlier one; then in order of time.
    struct Judgement {
        std::int64_t id;
        EntityId entity, other;
        bool same;
    };
    std::map<std::pair<EntityId, EntityId>, Judgement> latest;
    Statement rows = database.prepare("SELECT id, entity, other, verdict = 'same' FROM judgement ORDER BY id");
    while (rows.step()) {
        const Judgement judgement{rows.integer(0), rows.integer(1), rows.integer(2), rows.integer(3) != 0};
        latest.insert_or_assign(std::minmax(judgement.entity, judgement.other), judgement);
    }
    std::vector<Judgement> standing;
    for (const auto& [pair, judgement] : latest) {
        if (judgement.same) standing.push_back(judgement);
    }
    std::ranges::sort(standing, {}, &Judgement::id);

    // Union-find; every root is a canonical entity.
    std::map<EntityId, EntityId> parent;
    const auto root = [&](EntityId id) {
        for (auto found = parent.find(id); found != parent.end(); found = parent.find(id)) id = found->second;
        return id;
    };
    for (const Judgement& judgement : standing) {
        const EntityId kept = root(judgement.entity);
        const EntityId joined = root(judgement.other);
        if (kept != joined) parent.emplace(joined, kept);
    }
    for (const auto& [id, ignored] : parent) {
        const EntityId canonical = root(id);
        canonical_.emplace(id, canonical);
        std::vector<EntityId>& members = members_[canonical];
        if (members.empty()) members.push_back(canonical);
        members.push_back(id);
    }
}

EntityId Sameness::canonical(EntityId id) const {
    const auto found = canonical_.find(id);
    return found == canonical_.end() ? id : found->second;
}

std::vector<EntityId> Sameness::members(EntityId id) const {
    const auto found = members_.find(canonical(id));
    return found == members_.end() ? std::vector<EntityId>{id} : found->second;
}

}  // namespace kith
