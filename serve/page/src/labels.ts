// Which labels are shown: no two overlap, and none lies on an entity. The rest come with the pointer, or nearer by.
//
// Labels take their places in order of weight: asked entities, the others by how many lines they have, then lines by
// strength. A place is a few cells of a grid over the screen; a turned label takes the cells along its line. Seen from so far
// that names would be too small, the heaviest keep theirs as landmarks, as large as can be read and over whatever is there.
const cell = 9;
export type Side = "bottom" | "top" | "right" | "left";

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

// An entity on the screen, in pixels.
export interface Spot extends Point {
    id: string;
    label: string;
    across: number; // from its middle to its rim
    down: number;
    asked: boolean;
    weight: number;
    isNamed: boolean; // else it only takes its place
}

// A line on the screen.
export interface Stretch {
    label: string;
    from: Point;
    to: Point;
    middle: Point;
    weight: number;
}

export interface Room {
    names: Map<Spot, { side: Side; size: number; isLandmark: boolean }>;
    lines: Set<Stretch>;
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

export function roomFor(spots: Spot[], lines: Stretch[], zoom: number): Room {
    const places = new Places(),
        room: Room = { names: new Map(), lines: new Set() },
        isFar = nameSize * zoom < leastName;
    for (const { id, x, y, across, down, asked } of spots) {
        if (!isFar || asked) places.take(box(x - across, y - down, x + across, y + down), id);
    }
    const named = spots.filter((spot) => spot.isNamed).sort((a, b) => b.weight - a.weight);
    for (const spot of isFar ? named.slice(0, mostLandmarks) : named) {
        const size = isFar ? landmarkSize : (spot.asked ? askedNameSize : nameSize) * zoom;
        const side = sideOfName(spot, size, zoom, places);
        if (side) room.names.set(spot, { side, size, isLandmark: isFar });
    }
    if (lineLabelSize * zoom < leastLineLabel) return room; // farther away none is drawn
    for (const line of lines.sort((a, b) => b.weight - a.weight)) {
        if (fits(line, zoom, places)) room.lines.add(line);
    }
    return room;
}

// Where the name of an entity has room: below it, above, or at its sides.
function sideOfName(spot: Spot, size: number, zoom: number, places: Places): Side | null {
    const text = widthOf(spot.label, size) * (spot.asked ? 1.08 : 1),
        widest = (widestName * size) / nameSize;
    const width = Math.min(text, widest),
        height = size * 1.15 * Math.ceil(text / widest),
        away = spot.down + 5 * zoom;
    const boxes: Record<Side, () => Point[]> = {
        bottom: () => box(spot.x - width / 2, spot.y + away, spot.x + width / 2, spot.y + away + height - 1),
        top: () => box(spot.x - width / 2, spot.y - away - height, spot.x + width / 2, spot.y - away),
        right: () => box(spot.x + away, spot.y - height / 2, spot.x + away + width, spot.y + height / 2),
        left: () => box(spot.x - away - width, spot.y - height / 2, spot.x - away, spot.y + height / 2),
    };
    return (["bottom", "top", "right", "left"] as Side[]).find((side) => places.tryTake(boxes[side](), spot.id)) ?? null;
}

function fits({ label, from, to, middle }: Stretch, zoom: number, places: Places): boolean {
    const size = lineLabelSize * zoom,
        length = Math.hypot(to.x - from.x, to.y - from.y),
        text = widthOf(label, size);
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
