// The picture as an image. It is painted in slices beside the image that is shown meanwhile, which is only moved.
import { Brush } from "./brush";
import { roomFor, type Spot, type Stretch } from "./labels";
import { courseOf, type Scene, type SceneLine, type SceneNode } from "./scene";
import { inSlices } from "./slices";

export interface Viewport {
    zoom: number;
    x: number;
    y: number;
}

export interface Sitting {
    scene: Scene;
    viewport: Viewport;
    width: number;
    height: number;
    scale: number; // pixels of the image for one of the screen
    selected: Set<string>; // these have their labels first
    lifted: SceneNode | null; // is drawn elsewhere, with its lines
}

const linesAStep = 40,
    nodesAStep = 80,
    namesAStep = 10;

export class Painting {
    private shown = canvas();
    private spare = canvas();
    private seen: Sitting | null = null;
    private isPainting = false;
    private isOutdated = false;
    private stopPainting = () => {};

    constructor(
        private readonly now: () => Sitting,
        private readonly done: (sitting: Sitting) => void,
    ) {}

    // What has begun is finished, so that something new is seen also while all of it moves.
    paintSoon(): void {
        this.isOutdated = true;
        if (this.isPainting) return;
        this.isPainting = true;
        this.stopPainting = inSlices(this.paint());
    }

    private *paint(): Generator<void> {
        while (this.isOutdated) {
            this.isOutdated = false;
            const sitting = this.now();
            yield* paint(this.spare, sitting);
            [this.shown, this.spare] = [this.spare, this.shown];
            this.seen = sitting;
            this.done(sitting);
            yield;
        }
        this.isPainting = false;
    }

    drawOn(context: CanvasRenderingContext2D, viewport: Viewport): void {
        if (!this.seen) return;
        const { width, height, viewport: old } = this.seen;
        const ratio = viewport.zoom / old.zoom;
        context.drawImage(
            this.shown,
            viewport.x - old.x * ratio,
            viewport.y - old.y * ratio,
            width * ratio,
            height * ratio,
        );
    }

    stop(): void {
        this.stopPainting();
    }
}

// All of it at once would hold the page up; work for inSlices.
export function* paint(image: HTMLCanvasElement, sitting: Sitting): Generator<void> {
    const { scene, viewport, width, height, scale, lifted } = sitting,
        { zoom, x, y } = viewport;
    image.width = Math.round(width * scale);
    image.height = Math.round(height * scale);
    const context = image.getContext("2d", { willReadFrequently: true })!;
    yield* placeLabels(sitting);
    context.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y);
    const brush = new Brush(context),
        seen = seenFrom(sitting);
    const lines = scene.lines.filter((line) => line.source !== lifted && line.target !== lifted && isSeen(line, seen));
    const nodes = scene.nodes.filter((node) => node !== lifted && seen(node.x, node.y, node.size + node.width));
    yield* inSteps(context, lines, linesAStep, (line) => brush.line(line, zoom));
    yield* inSteps(context, nodes, nodesAStep, (node) => brush.node(node));
    const labelled = lines.filter(({ isNamed }) => isNamed),
        named = nodes.filter(({ name }) => name);
    yield* inSteps(context, labelled, namesAStep, (line) => brush.labelOf(line));
    yield* inSteps(context, named, namesAStep, (node) => brush.name(node));
}

type Seen = (x: number, y: number, around: number) => boolean;

function seenFrom({ viewport: { zoom, x, y }, width, height }: Sitting): Seen {
    return (atX, atY, around) =>
        (atX + around) * zoom + x > 0 &&
        (atX - around) * zoom + x < width &&
        (atY + around) * zoom + y > 0 &&
        (atY - around) * zoom + y < height;
}

function isSeen({ source: a, target: b, bend }: SceneLine, seen: Seen): boolean {
    const reach = Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) / 2 + Math.abs(bend) + 10;
    return seen((a.x + b.x) / 2, (a.y + b.y) / 2, reach);
}

function* inSteps<Item>(
    context: CanvasRenderingContext2D,
    items: Item[],
    step: number,
    draw: (item: Item) => void,
): Generator<void> {
    for (const [index, item] of items.entries()) {
        draw(item);
        if (index % step !== step - 1 && index !== items.length - 1) continue;
        // A browser notes what is to be drawn, and does it at once when it is needed: for this pixel, say.
        context.getImageData(0, 0, 1, 1);
        yield;
    }
}

function* placeLabels(sitting: Sitting): Generator<void> {
    const { scene, viewport, selected, lifted } = sitting,
        { zoom, x, y } = viewport,
        seen = seenFrom(sitting);
    const onScreen = (at: { x: number; y: number }) => ({ x: at.x * zoom + x, y: at.y * zoom + y });
    const spots = new Map<Spot, SceneNode>(),
        stretches = new Map<Stretch, SceneLine>();
    for (const node of scene.nodes) {
        node.name = null;
        if (node === lifted || !seen(node.x, node.y, 80 / zoom)) continue;
        const radius = (node.size / 2) * zoom;
        spots.set(
            {
                ...onScreen(node),
                id: node.id,
                label: node.label,
                across: node.more ? (node.width / 2 + 5) * zoom : radius,
                down: node.more ? 14 * zoom : radius,
                asked: node.asked,
                weight: (node.asked || selected.has(node.id) ? 1e6 : 0) + node.degree,
                isNamed: !node.more,
            },
            node,
        );
    }
    yield;
    for (const line of scene.lines) {
        line.isNamed = false;
        if (line.colour === null || line.source === lifted || line.target === lifted) continue;
        const { from, to, middle } = courseOf(line);
        if (!seen(middle.x, middle.y, 0)) continue;
        const ends = { from: onScreen(from), to: onScreen(to), middle: onScreen(middle) };
        stretches.set({ label: line.label, ...ends, weight: line.strength + (selected.has(line.id) ? 1 : 0) }, line);
    }
    yield;
    const room = roomFor([...spots.keys()], [...stretches.keys()], zoom);
    for (const [spot, { side, size }] of room.names) spots.get(spot)!.name = { side, size: size / zoom };
    for (const stretch of room.lines) stretches.get(stretch)!.isNamed = true;
    yield;
}

const canvas = () => document.createElement("canvas");
