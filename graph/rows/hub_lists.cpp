#include "graph/rows/hub_lists.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "graph/rows/projection_layout.hpp"
#include "graph/rows/strongest_neighbours.hpp"

namespace kith {

namespace {

std::vector<Vertex> hubs_of(const Walk<Projection>& walk) {
    std::vector<Vertex> hubs;
    for (Vertex vertex = 0; vertex < walk.graph().vertex_count(); ++vertex) {
        if (walk.row_length(vertex, Side::start) > HubNeighbours::most_kept) hubs.push_back(vertex);
    }
    return hubs;
}

// The strongest, in order of vertex with the place of each among them.
std::vector<std::pair<Vertex, std::uint8_t>> with_places(const std::vector<Vertex>& strongest_first) {
    std::vector<std::pair<Vertex, std::uint8_t>> placed;
    for (const Vertex vertex : strongest_first) placed.emplace_back(vertex, static_cast<std::uint8_t>(placed.size()));
    std::ranges::sort(placed);
    return placed;
}
static_assert(HubNeighbours::most_kept <= 256);

}  // namespace

Projection with_hubs(Projection projection, const GrowBlock& grow, StopCheck* stop) {
    WalkRules rules;
    rules.arcs = ArcFilter::not_denied();
    rules.stop = stop;
    const Walk<Projection> walk(projection, std::move(rules));
    const std::vector<Vertex> hubs = hubs_of(walk);

    ProjectionHeader header = projection.header();
    header.hubs = hubs.size();
    const ProjectionLayout layout(header.vertices, header.arc_room, hubs.size());
    MemoryBlock block = grow(layout.end);
    constexpr std::size_t kept = HubNeighbours::most_kept;
    std::ranges::copy(hubs, section_of<Vertex>(block, layout.hubs, hubs.size()).begin());
    const auto counts = section_of<std::uint32_t>(block, layout.hub_counts, hubs.size());
    const auto neighbours = section_of<Vertex>(block, layout.hub_neighbours, hubs.size() * kept);
    const auto places = section_of<std::uint8_t>(block, layout.hub_places, hubs.size() * kept);
    for (std::size_t i = 0; i < hubs.size(); ++i) {
        StrongestNeighbours<Projection> strongest(walk, kept);
        counts[i] = static_cast<std::uint32_t>(strongest.offer_all_of(hubs[i]));
        std::size_t at = i * kept;
        for (const auto& [vertex, place] : with_places(strongest.take())) {
            neighbours[at] = vertex;
            places[at++] = place;
        }
    }
    std::memcpy(block.data(), &header, sizeof header);
    return Projection(std::move(block));
}

}  // namespace kith
