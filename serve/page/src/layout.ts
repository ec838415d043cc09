// Where entities stand: by fCoSE, from places that are near what is there already.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose as cytoscape.Ext);

// From so many on a picture is laid out in fewer steps, and moved as one image.
export const manyNodes = 350;

export function layOut(
    graph: cytoscape.Core,
    known: Map<string, { x: number; y: number }>,
    pinned: Map<number, [number, number]>,
    done: () => void,
): void {
    const nodes = graph.nodes();
    if (nodes.empty()) return;
    const isNew = nodes.filter((node) => !known.has(node.id()));
    const starts = isNew.length === nodes.length;
    const isLarge = nodes.length > manyNodes;
    placeNew(isNew, known, isLarge ? 60 : 14);
    const fixed = [...pinned]
        .filter(([id]) => graph.$id(String(id)).nonempty())
        .map(([id, [x, y]]) => ({ nodeId: String(id), position: { x, y } }));
    seeded(() =>
        graph
            .layout({
                // From its own start it is better in small pictures, and takes too long in large ones.
                name: "fcose",
                randomize: starts && fixed.length === 0 && !isLarge,
                quality: "default",
                animate: nodes.length < manyNodes && !calm(),
                animationDuration: 350,
                fit: true,
                padding: 50,
                nodeDimensionsIncludeLabels: true,
                idealEdgeLength: nodes.length > 120 ? 120 : 170,
                nodeRepulsion: 14000,
                nodeSeparation: 130,
                gravity: 0.3,
                numIter: isLarge ? 30 : 2500,
                packComponents: true,
                ...(fixed.length > 0 ? { fixedNodeConstraint: fixed } : {}),
                stop: done,
            } as cytoscape.LayoutOptions)
            .run(),
    );
}

// Each like a seed of a sunflower around an entity that is there, or around the asked ones in a ring.
function placeNew(nodes: cytoscape.NodeCollection, known: Map<string, { x: number; y: number }>, apart: number): void {
    const asked = nodes.filter(".asked"),
        ring = apart * 1.6 * Math.sqrt(nodes.length);
    const placed = new Set(known.keys()),
        seeds = new Map<string, number>();
    if (known.size === 0) {
        asked.forEach((node, index) => {
            const angle = (index * 2 * Math.PI) / asked.length,
                radius = asked.length > 1 ? ring : 0;
            node.position({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
            placed.add(node.id());
        });
    }
    const centres = new Set(placed);
    nodes.forEach((node) => {
        if (placed.has(node.id())) return;
        const beside = node
            .openNeighborhood()
            .nodes()
            .filter((each) => centres.has(each.id()))
            .first() as cytoscape.NodeSingular;
        const key = beside.nonempty() ? beside.id() : "",
            index = (seeds.get(key) ?? 0) + 1;
        seeds.set(key, index);
        const centre = beside.nonempty() ? beside.position() : { x: 0, y: 0 },
            angle = index * 2.39996,
            radius = 60 + apart * Math.sqrt(index);
        node.position({ x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
    });
}

// The layout asks for random numbers; with the same ones a link gives the same picture.
function seeded(work: () => void): void {
    const random = Math.random;
    let state = 20231121;
    Math.random = () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    try {
        work();
    } finally {
        Math.random = random;
    }
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
