// The labels of a picture that Cytoscape.js draws: those that have room are shown, the rest are quiet.
import type cytoscape from "cytoscape";
import { roomFor, type Spot, type Stretch } from "./labels";

export function showLabels(graph: cytoscape.Core): void {
    if (graph.destroyed()) return;
    const zoom = graph.zoom(),
        width = graph.width(),
        height = graph.height();
    const inView = (at: { x: number; y: number }) => at.x > -80 && at.y > -80 && at.x < width + 80 && at.y < height + 80;
    const nodes = graph.nodes().filter((node) => inView(node.renderedPosition())),
        edges = graph.edges().filter((edge) => !edge.hasClass("hub") && inView(edge.renderedMidpoint()));
    const spots = new Map<Spot, cytoscape.NodeSingular>(),
        stretches = new Map<Stretch, cytoscape.EdgeSingular>();
    nodes.forEach((node) => {
        const asked = node.hasClass("asked"),
            first = asked || node.hasClass("selected") ? 1e6 : 0;
        const spot = {
            ...node.renderedPosition(),
            id: node.id(),
            label: node.data("label"),
            across: node.renderedOuterWidth() / 2,
            down: node.renderedOuterHeight() / 2,
            asked,
            weight: first + node.degree(false),
            isNamed: !node.hasClass("more"),
        };
        spots.set(spot, node);
    });
    edges.forEach((edge) => {
        const stretch = {
            label: edge.data("label"),
            from: edge.source().renderedPosition(),
            to: edge.target().renderedPosition(),
            middle: edge.renderedMidpoint(),
            weight: edge.data("strength") + (edge.hasClass("selected") ? 1 : 0),
        };
        stretches.set(stretch, edge);
    });
    const room = roomFor([...spots.keys()], [...stretches.keys()], zoom);
    graph.batch(() => {
        for (const [spot, node] of spots) {
            if (!spot.isNamed) continue;
            const name = room.names.get(spot);
            const data = name && { side: name.side, nameSize: name.isLandmark ? name.size / zoom : null };
            if (data && (node.data("side") !== data.side || node.data("nameSize") !== data.nameSize)) node.data(data);
            node.toggleClass("quiet", !name);
        }
        for (const [stretch, edge] of stretches) edge.toggleClass("quiet", !room.lines.has(stretch));
    });
}
