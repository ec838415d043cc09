#include "query/export/strongest_part.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace kith {

GraphView strongest_part(GraphView graph, std::size_t most) {
    if (most == 0 || graph.nodes.size() <= most) return graph;
    struct Weight {
        double to_shown = 0.0, to_all = 0.0;
    };
    std::unordered_map<EntityId, Weight> weights;
    std::unordered_map<EntityId, std::vector<const TieView*>> ties;
    for (const TieView& tie : graph.ties) {
        for (const EntityId end : {tie.subject.id, tie.object.id}) {
            weights[end].to_all += tie.strength;
            ties[end].push_back(&tie);
        }
    }
    std::unordered_set<EntityId> shown;
    const auto show = [&](EntityId id) {
        if (!shown.insert(id).second) return;
        for (const TieView* tie : ties[id])
            weights[tie->subject.id == id ? tie->object.id : tie->subject.id].to_shown += tie->strength;
    };
    for (const EntityId id : graph.asked) show(id);
    while (shown.size() < most) {
        const Entity* strongest = nullptr;
        const auto weight = [&](const Entity& node) {
            const Weight& each = weights[node.id];
            return std::pair(each.to_shown, each.to_all);
        };
        for (const Entity& node : graph.nodes) {
            if (!shown.contains(node.id) && (strongest == nullptr || weight(node) > weight(*strongest)))
                strongest = &node;
        }
        show(strongest->id);
    }
    graph.left_out = graph.nodes.size() - shown.size();
    std::erase_if(graph.nodes, [&](const Entity& node) { return !shown.contains(node.id); });
    std::erase_if(graph.ties, [&](const TieView& tie) {
        return !shown.contains(tie.subject.id) || !shown.contains(tie.object.id);
    });
    return graph;
}

}  // namespace kith
