// Which labels are shown: no two overlap, and none lies on an entity. The rest come with the pointer, or nearer by.
//
// Labels take their places in order of weight: asked entities, the others by how many lines they have, then lines by
// strength. A place is a few cells of a grid over the screen; a turned label takes the cells along its line.
import type cytoscape from "cytoscape";

const cell = 9;

class Places {
    private readonly taken = new Map<number, string>(); // by whom

    private cells(points: Point[]): number[] {
        return points.map(({ x, y }) => Math.floor(x / cell) * 65536 + Math.floor(y / cell));
    }
    take(points: Point[], owner: string): void {
        for (const each of this.cells(points)) this.taken.set(each, owner);
    }
    // An entity's label may touch its own shape.
    tryTake(points: Point[], owner = ""): boolean {
        if (this.cells(points).some((each) => this.taken.has(each) && this.taken.get(each) !== owner)) return false;
        this.take(points, `label of ${owner}`);
        return true;
    }
}

interface Point {
    x: number;
    y: number;
}

function box(x1: number, y1: number, x2: number, y2: number): Point[] {
    const points = [];
    for (let x = x1; x < x2 + cell; x += cell)
        for (let y = y1; y < y2 + cell; y += cell) points.push({ x: Math.min(x, x2), y: Math.min(y, y2) });
    return points;
}

let measure: CanvasRenderingContext2D | null = null;
function widthOf(text: string, size: number): number {
    measure ??= document.createElement("canvas").getContext("2d");
    if (!measure) return text.length * size * 0.55;
    measure.font = `500 ${size}px system-ui, sans-serif`;
    return measure.measureText(text).width;
}

export function showLabels(graph: cytoscape.Core): void {
    if (graph.destroyed()) return;
    const zoom = graph.zoom(),
        places = new Places(),
        width = graph.width(),
        height = graph.height();
    const inView = (at: { x: number; y: number }) => at.x > -80 && at.y > -80 && at.x < width + 80 && at.y < height + 80;
    const nodes = graph.nodes().filter((node) => inView(node.renderedPosition()));
    nodes.forEach((node) => {
        const { x1, y1, x2, y2 } = node.renderedBoundingBox({
            includeLabels: node.hasClass("more"),
            includeOverlays: false,
            includeUnderlays: false,
        });
        places.take(box(x1, y1, x2, y2), node.id());
    });
    const quiet: cytoscape.SingularElementArgument[] = [],
        loud: cytoscape.SingularElementArgument[] = [];
    const sides = new Map<cytoscape.NodeSingular, Side>();
    const weight = (node: cytoscape.NodeSingular) =>
        (node.hasClass("asked") || node.hasClass("selected") ? 1e6 : 0) + node.degree(false);
    const named = nodes.toArray().filter((node) => !node.hasClass("more")) as cytoscape.NodeSingular[];
    for (const node of named.sort((a, b) => weight(b) - weight(a))) {
        const side = placeOfName(node, zoom, places);
        (side ? loud : quiet).push(node);
        if (side) sides.set(node, side);
    }
    const urgency = (edge: cytoscape.SingularElementArgument) => edge.data("strength") + (edge.hasClass("selected") ? 1 : 0);
    const edges = graph.edges().filter((edge) => !edge.hasClass("hub") && inView(edge.renderedMidpoint()));
    for (const edge of edges.toArray().sort((a, b) => urgency(b) - urgency(a)) as cytoscape.EdgeSingular[]) {
        (fits(edge, zoom, places) ? loud : quiet).push(edge);
    }
    graph.batch(() => {
        for (const [node, side] of sides) node.data("side", side);
        for (const each of loud) each.removeClass("quiet");
        for (const each of quiet) each.addClass("quiet");
    });
}

type Side = "bottom" | "top" | "right" | "left";

// Where the name of an entity has room: below it, above, or at its sides.
function placeOfName(node: cytoscape.NodeSingular, zoom: number, places: Places): Side | null {
    const size = (node.hasClass("asked") ? 15 : 13) * zoom,
        at = node.renderedPosition();
    if (size < 7) return null;
    const text = widthOf(node.data("label"), size) * (node.hasClass("asked") ? 1.08 : 1),
        widest = 150 * zoom;
    const width = Math.min(text, widest),
        height = size * 1.15 * Math.ceil(text / widest),
        away = node.renderedHeight() / 2 + 5 * zoom;
    const boxes: Record<Side, Point[]> = {
        bottom: box(at.x - width / 2, at.y + away, at.x + width / 2, at.y + away + height - 1),
        top: box(at.x - width / 2, at.y - away - height, at.x + width / 2, at.y - away),
        right: box(at.x + away, at.y - height / 2, at.x + away + width, at.y + height / 2),
        left: box(at.x - away - width, at.y - height / 2, at.x - away, at.y + height / 2),
    };
    return (["bottom", "top", "right", "left"] as Side[]).find((side) => places.tryTake(boxes[side], node.id())) ?? null;
}

function fits(edge: cytoscape.EdgeSingular, zoom: number, places: Places): boolean {
    const size = 11 * zoom;
    if (size < 7.5) return false;
    const from = edge.source().renderedPosition(),
        to = edge.target().renderedPosition(),
        middle = edge.renderedMidpoint();
    const length = Math.hypot(to.x - from.x, to.y - from.y),
        text = widthOf(edge.data("label"), size);
    if (text > length - 34 * zoom) return false;
    const dx = (to.x - from.x) / length,
        dy = (to.y - from.y) / length;
    const points = [];
    for (let along = -text / 2; along <= text / 2; along += cell / 2) {
        for (const across of [-size * 0.45, 0, size * 0.45]) {
            points.push({ x: middle.x + along * dx - across * dy, y: middle.y + along * dy + across * dx });
        }
    }
    return places.tryTake(points);
}
