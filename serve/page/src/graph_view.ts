// The picture on the screen, by Cytoscape.js: it is panned and zoomed, and tells what is clicked. Of many: large_view.ts.
import cytoscape from "cytoscape";
import { listenOnGraph } from "./graph_keys";
import { showLabels } from "./graph_labels";
import { edgesOf, nodesOf, styles } from "./graph_style";
import { askedNameSize, nameSize } from "./labels";
import { layOut, roughPlaces, type Place } from "./layout";
import { colourOf, groundColours } from "./looks";
import type { Drawn, Line, Picture } from "./picture";
import { sceneOf } from "./scene";
import { inSlices } from "./slices";
import { svgOf } from "./svg";
import type { GraphEvents, View } from "./view";

// Neighbours whose names are shown when one is pointed at.
const mostNear = 60;

export class GraphView implements View {
    readonly isLarge = false;
    private readonly graph: cytoscape.Core;
    private labelTimer = 0;
    private near: cytoscape.CollectionReturnValue; // to what is pointed at
    private readonly left = new AbortController();
    private ids = new Set<string>(); // of all that is in the picture
    private elements: cytoscape.ElementDefinition[] = [];
    private selected: string[] = [];
    private isFitted = true; // until somebody goes nearer or aside
    private stop = () => {}; // the layout that is under way
    private rough = new Set<string>(); // who stands somewhere until then

    constructor(
        private readonly container: HTMLElement,
        private readonly keys: HTMLElement,
        private readonly events: GraphEvents,
        private known: Map<string, Place>, // places in the view that was here
    ) {
        this.graph = cytoscape({
            container,
            style: styles(),
            minZoom: 0.05,
            maxZoom: 3,
            boxSelectionEnabled: false,
            textureOnViewport: false,
            hideEdgesOnViewport: false,
            pixelRatio: "auto" as never,
        });
        this.near = this.graph.collection();
        this.listen();
        const stop = (nodes: cytoscape.NodeCollection) => stopsOf(nodes)[0];
        const seen = () => ({
            stops: stopsOf(this.graph.nodes("[^of]")),
            here: stop(this.graph.nodes(".selected")),
            first: stop(this.graph.nodes(".asked")),
        });
        listenOnGraph(keys, this, events, seen, this.left.signal);
    }

    private listen(): void {
        this.graph.on("tap", (event) => {
            const target = event.target;
            if (target === this.graph) this.events.nothing();
            else if (target.isEdge() && !target.hasClass("hub"))
                this.events.pair(Number(target.data("source")), Number(target.data("target")));
            else if (target.isNode() && target.hasClass("more")) this.events.expand(Number(target.data("of")));
            else if (target.isNode()) this.events.entity(Number(target.id()));
        });
        this.graph.on("dbltap", "node", (event) => this.events.expand(Number(event.target.data("of") ?? event.target.id())));
        this.graph.on("dragfree", "node", (event) => {
            const node = event.target;
            if (!node.hasClass("more")) this.events.moved(Number(node.id()), node.position("x"), node.position("y"));
        });
        this.graph.on("scrollzoom pinchzoom dragpan", () => {
            this.isFitted = false;
        });
        this.graph.on("zoom pan resize position", () => this.labelSoon());
        this.graph.on("mouseover", "node, edge", (event) => this.pointAt(event.target));
        this.graph.on("mouseout", "node, edge", () => this.pointAt(null));
    }

    // What it is gets its label, and its neighbours theirs where these are so few that they can be read.
    private pointAt(target: cytoscape.SingularElementArgument | null): void {
        this.container.classList.toggle("pointing", target !== null);
        const beside = target?.isNode() && target.degree(false) <= mostNear ? target.neighborhood().nodes() : null;
        this.graph.batch(() => {
            this.near.removeClass("near");
            this.near = this.graph.collection().union(target ?? []).union(beside ?? []);
            this.near.addClass("near");
        });
    }

    // Colours of the other theme.
    repaint(lines: Line[]): void {
        this.graph.style(styles());
        for (const line of lines) this.graph.$id(line.id).data("colour", colourOf(line.group));
    }

    places(): Map<string, Place> {
        return new Map(this.graph.nodes().map((node) => [node.id(), { ...node.position() }]));
    }

    show(picture: Picture, pinned: Map<number, [number, number]>): void {
        const elements = [...picture.entities.flatMap((each) => nodesOf(each, pinned)), ...edgesOf(picture.lines)];
        const ids = new Set(elements.map((each) => each.data.id!));
        const isSame = this.ids.size === ids.size && [...ids].every((id) => this.ids.has(id));
        this.elements = elements;
        if (isSame) {
            this.graph.batch(() => elements.forEach((each) => update(this.graph, each)));
            return this.labelSoon();
        }
        this.ids = ids;
        this.stop();
        this.graph.elements().filter((each) => !ids.has(each.id())).remove();
        const known = new Map([...this.known, ...this.places()].filter(([id]) => ids.has(id) && !this.rough.has(id)));
        this.known = known;
        const lanes = picture.entities.filter((each) => each.lane);
        if (lanes.length > 0) {
            this.putAll(new Map());
            this.placeInLanes(lanes);
            return this.labelSoon();
        }
        this.keys.setAttribute("aria-busy", "true");
        this.container.classList.toggle("unplaced", known.size === 0);
        const stop = inSlices(this.layOut(known, pinned));
        this.stop = () => {
            stop();
            this.settle();
        };
    }

    private settle(): void {
        this.keys.removeAttribute("aria-busy");
        this.container.classList.remove("unplaced");
    }

    // To find all styles takes as long as the layout itself, so the page answers in between.
    private *layOut(known: Map<string, Place>, pinned: Map<number, [number, number]>): Generator<void> {
        const places = roughPlaces(this.elements, known, 14);
        this.rough = new Set([...places.keys()].filter((id) => !known.has(id)));
        this.putAll(places);
        this.select(this.selected);
        this.graph.elements().boundingBox();
        yield;
        layOut(this.graph, known.size === 0, pinned, () => this.laidOut());
        this.rough.clear();
        this.settle();
        this.labelSoon();
    }

    private putAll(places: Map<string, Place>): void {
        this.graph.batch(() => {
            for (const each of this.elements) this.put(each, places);
            this.graph.elements().removeClass("quiet"); // the layout makes room for all names
        });
    }

    private put(element: cytoscape.ElementDefinition, places: Map<string, Place>): void {
        if (update(this.graph, element)) return;
        const position = places.get(element.data.id!);
        this.graph.add({ ...element, classes: `${element.classes ?? ""} quiet`, ...(position ? { position } : {}) });
    }

    private laidOut(): void {
        this.isFitted = true;
        this.select(this.selected);
    }

    private placeInLanes(lanes: Drawn[]): void {
        for (const each of lanes) this.graph.$id(String(each.entity.id)).position(each.lane!);
        this.fit();
    }

    // As large as its room has become; what was seen whole still is.
    resize(): void {
        const width = this.graph.width(),
            height = this.graph.height();
        this.graph.resize();
        if (this.isFitted && (width !== this.graph.width() || height !== this.graph.height())) this.fit();
    }

    fit(): void {
        this.graph.resize();
        this.isFitted = true;
        this.graph.fit(undefined, 55);
        if (this.graph.zoom() > 1.4) {
            this.graph.zoom(1.4);
            this.graph.center();
        }
    }

    select(ids: string[]): void {
        this.selected = ids;
        this.graph.elements().removeClass("selected");
        for (const id of ids) this.graph.$id(id).addClass("selected");
        this.labelSoon();
    }

    // Lines that stay while a slider moves; entities without any go with them.
    fadeAllBut(keep: ((line: string) => boolean) | null): void {
        this.graph.batch(() => {
            this.graph.elements().removeClass("faded");
            if (!keep) return;
            this.graph
                .edges()
                .filter((edge) => !edge.hasClass("hub") && !keep(edge.id()))
                .addClass("faded");
            this.graph
                .nodes()
                .filter((node) => node.connectedEdges().not(".faded").empty())
                .addClass("faded");
        });
    }

    private labelSoon(): void {
        clearTimeout(this.labelTimer);
        if (this.keys.hasAttribute("aria-busy")) return; // the layout makes room for all names
        this.labelTimer = window.setTimeout(() => showLabels(this.graph), 60);
    }

    zoomBy(factor: number): void {
        this.isFitted = false;
        this.graph.zoom({
            level: this.graph.zoom() * factor,
            renderedPosition: { x: this.graph.width() / 2, y: this.graph.height() / 2 },
        });
    }

    svg(): string {
        const scene = sceneOf(this.elements, this.places());
        for (const node of scene.nodes) {
            const drawn = this.graph.$id(node.id),
                { side, nameSize: landmark } = drawn.data();
            Object.assign(node, drawn.position());
            if (!drawn.hasClass("quiet"))
                node.name = { side: side ?? "bottom", size: landmark ?? (node.asked ? askedNameSize : nameSize) };
        }
        for (const line of scene.lines) line.isNamed = line.colour !== null && !this.graph.$id(line.id).hasClass("quiet");
        return svgOf(scene);
    }

    png(): Promise<Blob> {
        const bg = groundColours().ground;
        return this.graph.png({ output: "blob-promise", full: true, scale: 2, bg, maxWidth: 8000, maxHeight: 8000 });
    }

    leave(): void {
        this.stop();
        clearTimeout(this.labelTimer);
        this.left.abort();
        this.container.classList.remove("pointing");
        this.graph.destroy();
    }
}

const stopsOf = (nodes: cytoscape.NodeCollection) => nodes.map((node) => ({ id: node.id(), ...node.position() }));

// Whether it is there. What is as it was costs nothing: each change of style takes its time.
function update(graph: cytoscape.Core, { data, classes = "" }: cytoscape.ElementDefinition): boolean {
    const here = graph.$id(data.id!);
    if (here.empty()) return false;
    const known = here.data();
    if (Object.entries(data).some(([name, value]) => known[name] !== value)) here.data(data);
    here.classes(here.hasClass("quiet") ? `${classes} quiet` : classes);
    return true;
}
