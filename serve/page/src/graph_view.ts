// The picture on the screen, by Cytoscape.js: it lays out, is panned and zoomed, and tells what is clicked.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { showLabels } from "./labels";
import { colourOf, dashes, isDark, shapeOf } from "./looks";
import type { Drawn, Line, Picture } from "./picture";

cytoscape.use(fcose as cytoscape.Ext);

export interface GraphEvents {
    entity(id: number): void;
    expand(id: number): void;
    pair(a: number, b: number): void;
    nothing(): void;
    moved(id: number, x: number, y: number): void;
}

const manyNodes = 350;

function styles(): cytoscape.StylesheetJson {
    const ink = isDark() ? "#e8eaee" : "#1c2430", ground = isDark() ? "#14181f" : "#fbfaf8";
    const fill = isDark() ? "#5b6b82" : "#64748b", accent = isDark() ? "#ffb454" : "#c2410c";
    return [
        { selector: "node", style: {
            label: "data(label)", shape: "data(shape)" as never, width: "data(size)", height: "data(size)", "background-color": fill,
            color: ink, "font-size": 13, "font-weight": 500, "text-valign": "bottom", "text-margin-y": 5, "text-wrap": "wrap", "text-max-width": "150px",
            "font-family": "system-ui, sans-serif", "text-outline-color": ground, "text-outline-width": 2.5,
            "border-width": 1.5, "border-color": ground, "min-zoomed-font-size": 7, "overlay-opacity": 0,
        } },
        { selector: "node[side = 'top']", style: { "text-valign": "top", "text-margin-y": -5 } },
        { selector: "node[side = 'right']", style: { "text-valign": "center", "text-halign": "right", "text-margin-y": 0, "text-margin-x": 5 } },
        { selector: "node[side = 'left']", style: { "text-valign": "center", "text-halign": "left", "text-margin-y": 0, "text-margin-x": -5 } },
        { selector: "node.asked", style: { "background-color": accent, "font-weight": 700, "font-size": 15 } },
        { selector: "node.pinned", style: { "border-width": 3, "border-color": ink, "border-style": "double" } },
        { selector: "node.more", style: {
            shape: "round-rectangle", width: "data(width)" as never, height: 18, padding: "5px", "background-color": ground, "border-color": fill, "border-width": 1.2,
            "border-style": "dashed", "z-index": 8, "text-valign": "center", "text-margin-y": 0, "font-size": 11, "text-outline-width": 0,
        } },
        { selector: "edge[colour]", style: {
            width: "data(width)", "line-color": "data(colour)", "line-opacity": "data(opacity)" as never, "curve-style": "bezier", "control-point-step-size": 46,
            "target-arrow-color": "data(colour)", "source-arrow-color": "data(colour)", "arrow-scale": 0.95,
            label: "data(label)", "font-size": 11, color: "data(colour)", "font-family": "system-ui, sans-serif", "text-rotation": "autorotate",
            "text-outline-color": ground, "text-outline-width": 3, "min-zoomed-font-size": 7.5, "overlay-opacity": 0,
        } },
        { selector: "edge.dashed", style: { "line-style": "dashed", "line-dash-pattern": "data(dash)" as never } },
        { selector: "edge.forward", style: { "target-arrow-shape": "triangle" } },
        { selector: "edge.backward", style: { "source-arrow-shape": "triangle" } },
        { selector: "edge.hub", style: { "line-color": fill, width: 1, "line-style": "dotted", label: "", "line-opacity": 0.6 } },
        { selector: ".quiet", style: { "text-opacity": 0 } },
        { selector: ".faded", style: { opacity: 0.13 } },
        { selector: "edge.selected", style: { "underlay-color": accent, "underlay-opacity": 0.25, "underlay-padding": 5, "z-index": 9 } },
        { selector: "node.selected", style: { "underlay-color": accent, "underlay-opacity": 0.3, "underlay-padding": 8, "underlay-shape": "ellipse", "text-opacity": 1, "z-index": 9 } },
        { selector: ".near", style: { "text-opacity": 1 } },
    ];
}

export class GraphView {
    readonly graph: cytoscape.Core;
    private labelTimer = 0;
    private isFitted = true;  // until somebody goes nearer or aside

    constructor(readonly container: HTMLElement, keys: HTMLElement, private readonly events: GraphEvents) {
        this.graph = cytoscape({
            container, style: styles(), minZoom: 0.05, maxZoom: 3, boxSelectionEnabled: false,
            textureOnViewport: false, hideEdgesOnViewport: false, pixelRatio: "auto" as never,
        });
        this.listen();
        keys.addEventListener("keydown", (event) => this.onKey(event));
    }

    private listen(): void {
        this.graph.on("tap", (event) => {
            const target = event.target;
            if (target === this.graph) this.events.nothing();
            else if (target.isEdge() && !target.hasClass("hub")) this.events.pair(Number(target.data("source")), Number(target.data("target")));
            else if (target.isNode() && target.hasClass("more")) this.events.expand(Number(target.data("of")));
            else if (target.isNode()) this.events.entity(Number(target.id()));
        });
        this.graph.on("dbltap", "node", (event) => this.events.expand(Number(event.target.data("of") ?? event.target.id())));
        this.graph.on("dragfree", "node", (event) => {
            const node = event.target;
            if (!node.hasClass("more")) this.events.moved(Number(node.id()), node.position("x"), node.position("y"));
        });
        this.graph.on("scrollzoom pinchzoom dragpan", () => { this.isFitted = false; });
        this.graph.on("zoom pan resize position", () => this.labelSoon());
        this.graph.on("mouseover", "node, edge", (event) => {
            this.graph.elements().removeClass("near");
            event.target.addClass("near");
            if (event.target.isNode()) event.target.connectedEdges().connectedNodes().addClass("near");
            this.container.classList.add("pointing");
        });
        this.graph.on("mouseout", "node, edge", () => {
            this.graph.elements().removeClass("near");
            this.container.classList.remove("pointing");
        });
    }

    // Colours of the other theme.
    repaint(lines: Line[]): void {
        this.graph.style(styles());
        for (const line of lines) this.graph.$id(line.id).data("colour", colourOf(line.group));
    }

    // While it moves a large picture is one image; a small one is drawn anew, which is sharper.
    private paintFor(size: number): void {
        const renderer = (this.graph as unknown as { renderer(): { textureOnViewport: boolean; hideEdgesOnViewport: boolean } }).renderer();
        renderer.textureOnViewport = size > manyNodes;
    }

    show(picture: Picture, pinned: Map<number, [number, number]>): void {
        const known = new Map(this.graph.nodes().map((node) => [node.id(), { ...node.position() }]));
        const elements = [...picture.entities.flatMap((each) => nodesOf(each, pinned)), ...picture.lines.map(edgeOf)];
        const before = new Set(this.graph.elements().map((each) => each.id()));
        const ids = new Set(elements.map((each) => each.data.id));
        const isSame = before.size === ids.size && [...ids].every((id) => before.has(id!));
        this.graph.batch(() => {
            this.graph.elements().filter((each) => !ids.has(each.id())).remove();
            for (const element of elements) {
                const here = this.graph.$id(element.data.id!);
                if (here.nonempty()) { here.data(element.data); here.classes(element.classes ?? ""); }
                else this.graph.add(element);
            }
        });
        this.paintFor(picture.entities.length);
        const lanes = picture.entities.filter((each) => each.lane);
        if (lanes.length > 0) this.placeInLanes(lanes);
        else if (!isSame) this.layOut(known, pinned);
        this.labelSoon();
    }

    private placeInLanes(lanes: Drawn[]): void {
        for (const each of lanes) this.graph.$id(String(each.entity.id)).position(each.lane!);
        this.fit();
    }

    private layOut(known: Map<string, { x: number; y: number }>, pinned: Map<number, [number, number]>): void {
        const nodes = this.graph.nodes();
        if (nodes.empty()) return;
        const isNew = nodes.filter((node) => !known.has(node.id()));
        const starts = isNew.length === nodes.length;
        const isLarge = nodes.length > manyNodes;
        this.placeNew(isNew, known, isLarge ? 60 : 14);
        const fixed = [...pinned].filter(([id]) => this.graph.$id(String(id)).nonempty())
            .map(([id, [x, y]]) => ({ nodeId: String(id), position: { x, y } }));
        seeded(() => this.graph.layout({
            // From its own start it is better in small pictures, and takes too long in large ones.
            name: "fcose", randomize: starts && fixed.length === 0 && !isLarge, quality: "default", animate: nodes.length < manyNodes && !calm(),
            animationDuration: 350, fit: true, padding: 50, nodeDimensionsIncludeLabels: true, idealEdgeLength: nodes.length > 120 ? 120 : 170,
            nodeRepulsion: 14000, nodeSeparation: 130, gravity: 0.3, numIter: isLarge ? 30 : 2500, packComponents: true,
            ...(fixed.length > 0 ? { fixedNodeConstraint: fixed } : {}),
            stop: () => { this.isFitted = true; this.labelSoon(); },
        } as cytoscape.LayoutOptions).run());
    }

    // Each like a seed of a sunflower around an entity that is there, or around the asked ones in a ring.
    private placeNew(nodes: cytoscape.NodeCollection, known: Map<string, { x: number; y: number }>, apart: number): void {
        const asked = nodes.filter(".asked"), ring = apart * 1.6 * Math.sqrt(nodes.length);
        const placed = new Set(known.keys()), seeds = new Map<string, number>();
        if (known.size === 0) {
            asked.forEach((node, index) => {
                const angle = (index * 2 * Math.PI) / asked.length, radius = asked.length > 1 ? ring : 0;
                node.position({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
                placed.add(node.id());
            });
        }
        const centres = new Set(placed);
        nodes.forEach((node) => {
            if (placed.has(node.id())) return;
            const beside = node.openNeighborhood().nodes().filter((each) => centres.has(each.id())).first() as cytoscape.NodeSingular;
            const key = beside.nonempty() ? beside.id() : "", index = (seeds.get(key) ?? 0) + 1;
            seeds.set(key, index);
            const centre = beside.nonempty() ? beside.position() : { x: 0, y: 0 }, angle = index * 2.39996, radius = 60 + apart * Math.sqrt(index);
            node.position({ x: centre.x + radius * Math.cos(angle), y: centre.y + radius * Math.sin(angle) });
        });
    }

    // As large as its room has become; what was seen whole still is.
    resize(): void {
        const width = this.graph.width(), height = this.graph.height();
        this.graph.resize();
        if (this.isFitted && (width !== this.graph.width() || height !== this.graph.height())) this.fit();
    }

    fit(): void {
        this.graph.resize();
        this.isFitted = true;
        this.graph.fit(undefined, 55);
        if (this.graph.zoom() > 1.4) { this.graph.zoom(1.4); this.graph.center(); }
    }

    select(ids: string[]): void {
        this.graph.elements().removeClass("selected");
        for (const id of ids) this.graph.$id(id).addClass("selected");
        this.labelSoon();
    }

    // Lines that stay while a slider moves; entities without any go with them.
    fadeAllBut(keep: ((line: string) => boolean) | null): void {
        this.graph.batch(() => {
            this.graph.elements().removeClass("faded");
            if (!keep) return;
            this.graph.edges().filter((edge) => !edge.hasClass("hub") && !keep(edge.id())).addClass("faded");
            this.graph.nodes().filter((node) => node.connectedEdges().not(".faded").empty()).addClass("faded");
        });
    }

    private labelSoon(): void {
        clearTimeout(this.labelTimer);
        this.labelTimer = window.setTimeout(() => showLabels(this.graph), 60);
    }

    // Arrows go to the entity that lies that way; Enter shows its neighbours.
    private onKey(event: KeyboardEvent): void {
        const here = this.graph.nodes(".selected").first();
        const directions: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
        const way = directions[event.key];
        if (way) {
            const next = here.empty() ? this.graph.nodes(".asked").first() : this.nextNode(here, way);
            if (next?.nonempty()) this.events.entity(Number(next.id()));
        } else if (event.key === "Enter" && here.nonempty()) this.events.expand(Number(here.id()));
        else if (event.key === "+" || event.key === "-") this.zoomBy(event.key === "+" ? 1.25 : 0.8);
        else if (event.key === "0") this.fit();
        else return;
        event.preventDefault();
    }

    zoomBy(factor: number): void {
        this.isFitted = false;
        this.graph.zoom({ level: this.graph.zoom() * factor, renderedPosition: { x: this.graph.width() / 2, y: this.graph.height() / 2 } });
    }

    private nextNode(here: cytoscape.NodeSingular, [dx, dy]: [number, number]): cytoscape.NodeSingular | undefined {
        const at = here.position();
        let best: cytoscape.NodeSingular | undefined, least = Infinity;
        this.graph.nodes().not(".more").forEach((node) => {
            const x = node.position("x") - at.x, y = node.position("y") - at.y;
            const along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
            if (along > 1 && along + 2 * aside < least) { least = along + 2 * aside; best = node; }
        });
        return best;
    }
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
    try { work(); } finally { Math.random = random; }
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function nodesOf(drawn: Drawn, pinned: Map<number, [number, number]>): cytoscape.ElementDefinition[] {
    const id = String(drawn.entity.id);
    const pin = pinned.get(drawn.entity.id);
    const node: cytoscape.ElementDefinition = {
        data: { id, label: drawn.entity.name, shape: shapeOf(drawn.entity.kind), size: drawn.asked ? 30 : 20, kind: drawn.entity.kind },
        classes: [drawn.asked ? "asked" : "", pin ? "pinned" : ""].filter(Boolean).join(" "),
        ...(pin ? { position: { x: pin[0], y: pin[1] } } : {}),
    };
    if (drawn.more === 0) return [node];
    return [node,
        { data: { id: `more-${id}`, of: id, label: `+ ${drawn.more.toLocaleString("en")} more`, width: 66 + 6 * String(drawn.more).length }, classes: "more" },
        { data: { id: `hub-${id}`, source: id, target: `more-${id}` }, classes: "hub" }];
}

function edgeOf(line: Line): cytoscape.ElementDefinition {
    const dash = dashes[line.status];
    return {
        data: {
            id: line.id, source: String(line.source), target: String(line.target), label: line.label, colour: colourOf(line.group),
            width: 1.2 + 3.4 * line.strength, opacity: 0.45 + 0.55 * line.strength, dash, strength: line.strength,
        },
        classes: [dash.length > 0 ? "dashed" : "", line.forward ? "forward" : "", line.backward ? "backward" : ""].filter(Boolean).join(" "),
    };
}
