// Where entities stand: by fCoSE, from places that are near what is there already. Large pictures: spread.ts.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose as cytoscape.Ext);

export interface Place {
    x: number;
    y: number;
}

// All are in the graph, and those that are new in rough places.
export function layOut(graph: cytoscape.Core, starts: boolean, pinned: Map<number, [number, number]>, done: () => void): void {
    const fixed = [...pinned]
        .filter(([id]) => graph.$id(String(id)).nonempty())
        .map(([id, [x, y]]) => ({ nodeId: String(id), position: { x, y } }));
    seeded(() =>
        graph
            .layout({
                name: "fcose",
                randomize: starts && fixed.length === 0,
                quality: "default",
                animate: !calm(),
                animationDuration: 350,
                fit: true,
                padding: 50,
                nodeDimensionsIncludeLabels: true,
                idealEdgeLength: graph.nodes().length > 120 ? 120 : 170,
                nodeRepulsion: 14000,
                nodeSeparation: 130,
                gravity: 0.3,
                numIter: 2500,
                packComponents: true,
                ...(fixed.length > 0 ? { fixedNodeConstraint: fixed } : {}),
                stop: done,
            } as cytoscape.LayoutOptions)
            .run(),
    );
}

// Known ones where they are; each new one like a seed of a sunflower around an entity that is known, or around the asked
// ones in a ring.
export function roughPlaces(elements: cytoscape.ElementDefinition[], known: Map<string, Place>, apart: number): Map<string, Place> {
    const nodes = elements.filter(({ data }) => data.source === undefined);
    const places = new Map<string, Place>();
    for (const { data, position } of nodes) {
        const place = known.get(data.id!) ?? position;
        if (place) places.set(data.id!, { ...place });
    }
    if (places.size === 0) {
        const asked = nodes.filter(({ classes }) => classes?.includes("asked")),
            ring = asked.length > 1 ? apart * 1.6 * Math.sqrt(nodes.length) : 0;
        asked.forEach(({ data }, index) => {
            const angle = (index * 2 * Math.PI) / asked.length;
            places.set(data.id!, { x: ring * Math.cos(angle), y: ring * Math.sin(angle) });
        });
    }
    const centres = new Map<string, string>(), // of those tied to one that has its place
        seeds = new Map<string, number>();
    for (const { data } of elements) {
        const { source, target } = data;
        if (!source || !target) continue;
        if (places.has(source) && !centres.has(target)) centres.set(target, source);
        if (places.has(target) && !centres.has(source)) centres.set(source, target);
    }
    for (const { data } of nodes) {
        if (places.has(data.id!)) continue;
        const beside = centres.get(data.id!) ?? "",
            index = (seeds.get(beside) ?? 0) + 1;
        seeds.set(beside, index);
        const centre = places.get(beside) ?? { x: 0, y: 0 },
            angle = index * 2.39996,
            radius = 60 + apart * Math.sqrt(index);
        places.set(data.id!, { x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
    }
    return places;
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
