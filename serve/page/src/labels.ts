// Which labels are shown: no two overlap, and none lies on an entity. The rest come with the pointer, or nearer by.
//
// Labels take their places in order of weight: asked entities, the others by how many lines they have, then lines by
// strength. A place is a few cells of a grid over the screen; a turned label takes the cells along its line. Seen from so far
// that names would be too small, the heaviest keep theirs as landmarks, as large as can be read and over whatever is there.
import type cytoscape from "cytoscape";

const cell = 9;
export const nameSize = 13,
    askedNameSize = 15,
    lineLabelSize = 11,
    widestName = 150; // then it goes on in the next line
// On the screen.
export const leastName = 7,
    leastLineLabel = 7.5,
    landmarkSize = 12;
const mostLandmarks = 40;

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
    const isFar = nameSize * zoom < leastName;
    nodes.forEach((node) => {
        if (isFar && !node.hasClass("asked")) return;
        const { x, y } = node.renderedPosition(),
            across = node.renderedOuterWidth() / 2,
            down = node.renderedOuterHeight() / 2;
        places.take(box(x - across, y - down, x + across, y + down), node.id());
    });
    const quiet: cytoscape.SingularElementArgument[] = [],
        loud: cytoscape.SingularElementArgument[] = [];
    const names = new Map<cytoscape.NodeSingular, { side: Side; nameSize: number | null }>();
    const named = nodes.toArray().filter((node) => !node.hasClass("more")) as cytoscape.NodeSingular[];
    const weights = new Map(
        named.map((node) => [node, (node.hasClass("asked") || node.hasClass("selected") ? 1e6 : 0) + node.degree(false)]),
    );
    named.sort((a, b) => weights.get(b)! - weights.get(a)!);
    for (const [index, node] of named.entries()) {
        const size = isFar ? landmarkSize : (node.hasClass("asked") ? askedNameSize : nameSize) * zoom;
        const side = isFar && index >= mostLandmarks ? null : placeOfName(node, size, zoom, places);
        (side ? loud : quiet).push(node);
        if (side) names.set(node, { side, nameSize: isFar ? size / zoom : null });
    }
    const urgency = (edge: cytoscape.SingularElementArgument) => edge.data("strength") + (edge.hasClass("selected") ? 1 : 0);
    if (lineLabelSize * zoom >= leastLineLabel) {
        const edges = graph.edges().filter((edge) => !edge.hasClass("hub") && inView(edge.renderedMidpoint()));
        for (const edge of edges.toArray().sort((a, b) => urgency(b) - urgency(a)) as cytoscape.EdgeSingular[]) {
            (fits(edge, zoom, places) ? loud : quiet).push(edge);
        }
    } // farther away none is drawn
    graph.batch(() => {
        for (const [node, name] of names) {
            if (node.data("side") !== name.side || node.data("nameSize") !== name.nameSize) node.data(name);
        }
        for (const each of loud) each.removeClass("quiet");
        for (const each of quiet) each.addClass("quiet");
    });
}

type Side = "bottom" | "top" | "right" | "left";

// Where the name of an entity has room: below it, above, or at its sides.
function placeOfName(node: cytoscape.NodeSingular, size: number, zoom: number, places: Places): Side | null {
    const at = node.renderedPosition();
    const text = widthOf(node.data("label"), size) * (node.hasClass("asked") ? 1.08 : 1),
        widest = (widestName * size) / nameSize;
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
    const size = lineLabelSize * zoom;
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
