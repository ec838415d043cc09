// Where the entities of a large picture stand: by forces (d3-force), from rough places and with what stands already as it is.
import type cytoscape from "cytoscape";
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from "d3-force";
import type { Place } from "./layout";

interface Body extends SimulationNodeDatum {
    id: string;
    room: number; // around it
    x: number;
    y: number;
}

const steps = 90,
    usualRoom = 17,
    roomOfBox = 42; // "+ 1,234 more"

// Moves the places, a step at a time.
export function* spread(
    places: Map<string, Place>,
    fixed: Set<string>,
    elements: cytoscape.ElementDefinition[],
): Generator<void> {
    const boxes = new Set(elements.filter(({ data }) => data["of"]).map(({ data }) => data.id!));
    const room = (id: string) => (boxes.has(id) ? roomOfBox : usualRoom);
    const bodies = [...places].map(([id, { x, y }]): Body => ({ id, room: room(id), x, y, ...(fixed.has(id) ? { fx: x, fy: y } : {}) }));
    const links = elements.flatMap(({ data: { source, target } }) => (source && target ? { source, target } : []));
    const simulation = forceSimulation(bodies)
        .stop()
        .alphaDecay(1 - Math.pow(0.01, 1 / steps))
        .force(
            "ties",
            forceLink<Body, { source: string; target: string }>(links)
                .id(({ id }) => id)
                .distance(90),
        )
        .force("apart", forceManyBody().strength(-260).theta(1.1).distanceMax(2500))
        .force("left and right", forceX().strength(0.03))
        .force("up and down", forceY().strength(0.045)) // screens are wide
        .force("room", forceCollide<Body>((body) => body.room));
    for (let step = 0; step < steps; ++step) {
        simulation.tick();
        yield;
    }
    for (const { id, x, y } of bodies) places.set(id, { x, y });
}
