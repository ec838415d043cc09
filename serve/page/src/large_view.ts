// A picture of many entities: an image that is moved while it is painted anew in slices (painting.ts), so that the page
// answers within a tenth of a second whatever is done. Cytoscape.js needs several for each of its frames then.
import { Brush } from "./brush";
import { make } from "./dom";
import { listenOnGraph } from "./graph_keys";
import { edgesOf, nodesOf } from "./graph_style";
import { roughPlaces, type Place } from "./layout";
import { groundColours } from "./looks";
import { Painting, paint, type Sitting, type Viewport } from "./painting";
import type { Picture } from "./picture";
import { listenToPointer, type Hit } from "./pointer";
import { courseOf, sceneOf, type Scene, type SceneLine, type SceneNode } from "./scene";
import { inSlices } from "./slices";
import { spread } from "./spread";
import { svgOf } from "./svg";
import { boundsOf, type GraphEvents, type View } from "./view";

const leastZoom = 0.05,
    mostZoom = 3,
    room = 55, // around all of it
    reach = 6, // pixels beside a line that still hit it
    mostLinesInHand = 400,
    widestPng = 6000;

type Elements = Parameters<typeof roughPlaces>[0];

export class LargeView implements View {
    readonly isLarge = true;
    private readonly canvas = make("canvas", { class: "large" });
    private readonly tip = make("div", { class: "tip", hidden: true });
    private readonly left = new AbortController();
    private readonly sizes = new ResizeObserver(() => this.resize());
    private readonly painting: Painting;
    private elements: Elements = [];
    private scene: Scene = { nodes: [], lines: [] };
    private ids = new Set<string>(); // of all that is in the picture, or will be in a moment
    private known: Map<string, Place>;
    private viewport: Viewport = { zoom: 1, x: 0, y: 0 };
    private width = 1;
    private height = 1;
    private selected = new Set<string>();
    private keep: ((line: string) => boolean) | null = null;
    private hand: { node: SceneNode; isHeld: boolean } | null = null;
    private isFitted = true; // until somebody goes nearer or aside
    private frame = 0;
    private stop = () => {};

    constructor(
        private readonly container: HTMLElement,
        private readonly keys: HTMLElement,
        private readonly events: GraphEvents,
        places: Map<string, Place>,
    ) {
        this.known = places;
        container.append(this.canvas, this.tip);
        this.painting = new Painting(
            () => this.sitting(),
            ({ lifted }) => {
                if (!lifted && !this.hand?.isHeld) this.hand = null;
                this.drawSoon();
            },
        );
        listenToPointer(this.canvas, this, this.left.signal);
        const seen = () => ({
            stops: this.scene.nodes.filter((node) => !node.more),
            here: this.scene.nodes.find((node) => this.selected.has(node.id)),
            first: this.scene.nodes.find((node) => node.asked),
        });
        listenOnGraph(keys, this, events, seen, this.left.signal);
        this.resize();
        this.sizes.observe(container);
    }

    private sitting(): Sitting {
        const { scene, width, height, selected } = this;
        const lifted = this.hand?.isHeld ? this.hand.node : null;
        return { scene, viewport: { ...this.viewport }, width, height, scale: devicePixelRatio, selected, lifted };
    }

    places(): Map<string, Place> {
        return new Map(this.scene.nodes.map(({ id, x, y }) => [id, { x, y }]));
    }

    show(picture: Picture, pinned: Map<number, [number, number]>): void {
        const elements = [...picture.entities.flatMap((each) => nodesOf(each, pinned)), ...edgesOf(picture.lines)];
        const ids = new Set(elements.map((each) => each.data.id!));
        const isSame = this.ids.size === ids.size && [...ids].every((id) => this.ids.has(id));
        this.elements = elements;
        if (isSame && this.keys.hasAttribute("aria-busy")) return; // it comes with the rest
        if (isSame) return this.put(sceneOf(elements, this.places()));
        this.ids = ids;
        this.stop();
        for (const [id, place] of this.places()) this.known.set(id, place);
        const known = new Map([...this.known].filter(([id]) => ids.has(id)));
        this.put(sceneOf(elements, known)); // what stays, at once
        this.keys.setAttribute("aria-busy", "true");
        this.stop = inSlices(this.layOut(known));
    }

    // What is there stays where it is; the others come when it is known where they will stand.
    private *layOut(known: Map<string, Place>): Generator<void> {
        const places = roughPlaces(this.elements, known, 60);
        yield;
        yield* spread(places, new Set(known.keys()), this.elements);
        this.known = places;
        this.put(sceneOf(this.elements, places));
        this.fit();
        this.keys.removeAttribute("aria-busy");
    }

    private put(scene: Scene): void {
        this.scene = scene;
        this.fade();
    }

    private fade(): void {
        const loud = new Set<SceneNode>();
        for (const line of this.scene.lines) {
            line.faded = this.keep !== null && line.colour !== null && !this.keep(line.id);
            if (!line.faded) loud.add(line.source).add(line.target);
        }
        for (const node of this.scene.nodes) node.faded = this.keep !== null && !loud.has(node);
        this.painting.paintSoon();
    }

    fadeAllBut(keep: ((line: string) => boolean) | null): void {
        this.keep = keep;
        this.fade();
    }

    select(ids: string[]): void {
        this.selected = new Set(ids);
        this.painting.paintSoon(); // other labels come first
        this.drawSoon();
    }

    repaint(): void {
        this.painting.paintSoon();
    }

    resize(): void {
        const { clientWidth, clientHeight } = this.container;
        if (clientWidth === 0 || (this.width === clientWidth && this.height === clientHeight)) return;
        this.width = clientWidth;
        this.height = clientHeight;
        if (this.isFitted) this.fit();
        else this.moved();
    }

    fit(): void {
        if (this.scene.nodes.length > 0) {
            const { left, right, top, bottom } = boundsOf(this.scene.nodes);
            const across = (this.width - 2 * room) / (right - left || 1),
                down = (this.height - 2 * room) / (bottom - top || 1),
                zoom = Math.max(Math.min(across, down, 1.4), leastZoom);
            const x = this.width / 2 - (zoom * (left + right)) / 2,
                y = this.height / 2 - (zoom * (top + bottom)) / 2;
            this.viewport = { zoom, x, y };
        }
        this.isFitted = true;
        this.moved();
    }

    zoomBy(factor: number): void {
        this.zoomAt(factor, this.width / 2, this.height / 2);
    }

    zoomAt(factor: number, x: number, y: number): void {
        const { viewport } = this,
            zoom = Math.min(Math.max(viewport.zoom * factor, leastZoom), mostZoom),
            ratio = zoom / viewport.zoom;
        this.viewport = { zoom, x: x - (x - viewport.x) * ratio, y: y - (y - viewport.y) * ratio };
        this.isFitted = false;
        this.moved();
    }

    panBy(x: number, y: number): void {
        this.viewport = { ...this.viewport, x: this.viewport.x + x, y: this.viewport.y + y };
        this.isFitted = false;
        this.moved();
    }

    private moved(): void {
        this.tip.hidden = true;
        this.painting.paintSoon();
        this.drawSoon();
    }

    private drawSoon(): void {
        if (this.frame === 0) this.frame = requestAnimationFrame(() => this.draw());
    }

    private draw(): void {
        this.frame = 0;
        const { canvas, viewport, selected } = this,
            scale = devicePixelRatio;
        const context = canvas.getContext("2d")!;
        const width = Math.round(this.width * scale),
            height = Math.round(this.height * scale);
        if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
        context.setTransform(scale, 0, 0, scale, 0, 0);
        context.globalAlpha = 1;
        context.clearRect(0, 0, this.width, this.height);
        this.painting.drawOn(context, viewport);
        context.setTransform(scale * viewport.zoom, 0, 0, scale * viewport.zoom, scale * viewport.x, scale * viewport.y);
        const brush = new Brush(context);
        for (const line of this.scene.lines) if (selected.has(line.id)) brush.haloOfLine(line);
        if (this.hand) {
            const { node } = this.hand;
            const lines = this.scene.lines.filter(({ source, target }) => source === node || target === node);
            for (const line of lines.slice(0, mostLinesInHand)) brush.line(line, viewport.zoom);
            brush.node(node);
        }
        for (const node of this.scene.nodes) {
            if (!selected.has(node.id)) continue;
            brush.haloOfNode(node, viewport.zoom);
            brush.node(node);
            brush.name(node.name ? node : { ...node, name: { side: "bottom", size: Math.max(13, 12 / viewport.zoom) } });
        }
    }

    // What is under a place on the screen; entities before lines.
    hit(x: number, y: number): Hit {
        const { zoom } = this.viewport,
            at = { x: (x - this.viewport.x) / zoom, y: (y - this.viewport.y) / zoom };
        let best: SceneNode | null = null,
            least = Infinity;
        for (const node of this.scene.nodes) {
            const dx = Math.abs(node.x - at.x),
                dy = Math.abs(node.y - at.y),
                away = Math.hypot(dx, dy);
            const isIn = node.more ? dx < node.width / 2 + 5 && dy < 14 : away < Math.max(node.size / 2, 5 / zoom);
            if (isIn && away < least) [best, least] = [node, away];
        }
        if (best) return { node: best, line: null };
        let line: SceneLine | null = null;
        least = reach / zoom;
        for (const each of this.scene.lines) {
            if (each.colour === null) continue;
            const away = distanceTo(each, at);
            if (away < least) [line, least] = [each, away];
        }
        return { node: null, line };
    }

    pointAt({ node, line }: Hit): void {
        this.container.classList.toggle("pointing", node !== null || line !== null);
        this.tip.hidden = !node && !line;
        const at = node ?? (line && courseOf(line).middle);
        if (!at) return;
        this.tip.textContent = node ? node.label : `${line!.source.label} – ${line!.target.label}: ${line!.label}`;
        this.tip.style.left = `${at.x * this.viewport.zoom + this.viewport.x}px`;
        this.tip.style.top = `${at.y * this.viewport.zoom + this.viewport.y}px`;
    }

    tap({ node, line }: Hit): void {
        if (node?.more) this.events.expand(Number(node.more));
        else if (node) this.events.entity(Number(node.id));
        else if (line) this.events.pair(Number(line.source.id), Number(line.target.id));
        else this.events.nothing();
    }

    tapTwice({ node }: Hit): void {
        if (node && !node.more) this.events.expand(Number(node.id));
    }

    lift(node: SceneNode): void {
        this.tip.hidden = true;
        this.hand = { node, isHeld: true };
        this.painting.paintSoon();
    }

    drag(node: SceneNode, x: number, y: number): void {
        node.x += x / this.viewport.zoom;
        node.y += y / this.viewport.zoom;
        this.drawSoon();
    }

    drop(node: SceneNode): void {
        this.hand = { node, isHeld: false }; // until it is in the image
        this.painting.paintSoon();
        if (!node.more) this.events.moved(Number(node.id), node.x, node.y);
    }

    svg(): string {
        return svgOf(this.scene);
    }

    async png(): Promise<Blob> {
        const { left, right, top, bottom } = boundsOf(this.scene.nodes);
        const zoom = Math.min(1, widestPng / (right - left), widestPng / (bottom - top)),
            width = (right - left) * zoom + 4 * room,
            height = (bottom - top) * zoom + 4 * room;
        const viewport = { zoom, x: 2 * room - left * zoom, y: 2 * room - top * zoom };
        const image = make("canvas");
        const ground = make("canvas", { width: String(Math.round(width)), height: String(Math.round(height)) });
        const work = paint(image, { ...this.sitting(), viewport, width, height, scale: 1, lifted: null });
        await new Promise<void>((resolve) => inSlices(work, resolve));
        const context = ground.getContext("2d")!;
        context.fillStyle = groundColours().ground;
        context.fillRect(0, 0, width, height);
        context.drawImage(image, 0, 0);
        this.painting.paintSoon(); // which labels have room is another matter on the screen
        return new Promise((resolve) => ground.toBlob((blob) => resolve(blob!), "image/png"));
    }

    leave(): void {
        this.stop();
        this.painting.stop();
        this.sizes.disconnect();
        cancelAnimationFrame(this.frame);
        this.left.abort();
        this.keys.removeAttribute("aria-busy");
        this.container.classList.remove("pointing");
        this.canvas.remove();
        this.tip.remove();
    }
}

// From a place to a line, or to the two straight halves of one that is bent.
function distanceTo(line: SceneLine, at: Place): number {
    const { from, to, middle } = courseOf(line);
    if (line.bend === 0) return distanceToStretch(from, to, at);
    return Math.min(distanceToStretch(from, middle, at), distanceToStretch(middle, to, at));
}

function distanceToStretch(from: Place, to: Place, at: Place): number {
    const dx = to.x - from.x,
        dy = to.y - from.y,
        along = ((at.x - from.x) * dx + (at.y - from.y) * dy) / (dx * dx + dy * dy || 1),
        share = Math.min(Math.max(along, 0), 1);
    return Math.hypot(at.x - from.x - share * dx, at.y - from.y - share * dy);
}
