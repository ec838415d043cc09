// The picture on the screen, by Cytoscape.js: it lays out, is panned and zoomed, and tells what is clicked.
import cytoscape from "cytoscape";
import { make } from "./dom";
import { edgesOf, nodesOf, styles } from "./graph_style";
import { showLabels } from "./labels";
import { layOut, roughPlaces, type Place } from "./layout";
import { colourOf } from "./looks";
import type { Drawn, Line, Picture } from "./picture";
import { inSlices } from "./slices";
import { spread } from "./spread";

export interface GraphEvents {
    entity(id: number): void;
    expand(id: number): void;
    pair(a: number, b: number): void;
    nothing(): void;
    moved(id: number, x: number, y: number): void;
}

// From so many on a picture takes seconds to lay out and to add, so this is done in slices; and it is moved as one image.
const manyNodes = 350;
// Neighbours whose names are shown when one is pointed at.
const mostNear = 60;

export class GraphView {
    readonly graph: cytoscape.Core;
    private labelTimer = 0;
    private near: cytoscape.CollectionReturnValue; // to what is pointed at
    private readonly tip = make("div", { class: "tip", hidden: true });
    private isLarge = false;
    private stop = () => {}; // what is done in slices
    private ids = new Set<string>(); // of all that is in the picture, or will be in a moment
    private selected: string[] = [];
    private isFitted = true; // until somebody goes nearer or aside

    constructor(
        readonly container: HTMLElement,
        private readonly keys: HTMLElement,
        private readonly events: GraphEvents,
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
        container.append(this.tip);
        this.near = this.graph.collection();
        this.listen();
        keys.addEventListener("keydown", (event) => this.onKey(event));
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
        this.graph.on("zoom pan resize position", () => {
            this.tip.hidden = true; // it would stay behind
            this.labelSoon();
        });
        this.graph.on("mouseover", "node, edge", (event) => this.pointAt(event.target));
        this.graph.on("mouseout", "node, edge", () => this.pointAt(null));
    }

    // What it is gets its label, and its neighbours theirs where these are so few that they can be read. A large picture is
    // not drawn anew for that: the label lies over it.
    private pointAt(target: cytoscape.SingularElementArgument | null): void {
        this.container.classList.toggle("pointing", target !== null);
        this.tip.hidden = !this.isLarge || target === null;
        if (this.isLarge) return target === null ? undefined : this.showTip(target);
        const beside = target?.isNode() && target.degree(false) <= mostNear ? target.neighborhood().nodes() : null;
        this.graph.batch(() => {
            this.near.removeClass("near");
            this.near = this.graph.collection().union(target ?? []).union(beside ?? []);
            this.near.addClass("near");
        });
    }

    private showTip(target: cytoscape.SingularElementArgument): void {
        const { x, y } = target.isNode() ? target.renderedPosition() : target.renderedMidpoint();
        this.tip.textContent = target.isNode()
            ? target.data("label")
            : `${target.source().data("label")} – ${target.target().data("label")}: ${target.data("label")}`;
        this.tip.style.left = `${x}px`;
        this.tip.style.top = `${y}px`;
    }

    // Colours of the other theme.
    repaint(lines: Line[]): void {
        this.graph.style(styles());
        for (const line of lines) this.graph.$id(line.id).data("colour", colourOf(line.group));
    }

    // While it moves a large picture is one image; a small one is drawn anew, which is sharper.
    private paintFor(size: number): void {
        this.isLarge = size > manyNodes;
        const renderer = (
            this.graph as unknown as { renderer(): { textureOnViewport: boolean; hideEdgesOnViewport: boolean } }
        ).renderer();
        renderer.textureOnViewport = this.isLarge;
    }

    show(picture: Picture, pinned: Map<number, [number, number]>): void {
        const elements = [...picture.entities.flatMap((each) => nodesOf(each, pinned)), ...edgesOf(picture.lines)];
        const ids = new Set(elements.map((each) => each.data.id!));
        const isSame = this.ids.size === ids.size && [...ids].every((id) => this.ids.has(id));
        if (isSame) {
            this.graph.batch(() => elements.forEach((each) => update(this.graph, each)));
            return this.labelSoon();
        }
        this.ids = ids;
        this.stop();
        this.keys.removeAttribute("aria-busy");
        this.graph.elements().filter((each) => !ids.has(each.id())).remove();
        this.paintFor(picture.entities.length);
        const known = new Map(this.graph.nodes().map((node) => [node.id(), { ...node.position() }]));
        if (this.isLarge) {
            this.keys.setAttribute("aria-busy", "true");
            this.stop = inSlices(this.showMany(elements, known));
            return;
        }
        const lanes = picture.entities.filter((each) => each.lane);
        const places = lanes.length > 0 ? new Map<string, Place>() : roughPlaces(elements, known, 14);
        this.graph.batch(() => {
            for (const each of elements) this.put(each, places);
            this.graph.elements().removeClass("quiet"); // the layout makes room for all names
        });
        if (lanes.length > 0) this.placeInLanes(lanes);
        else layOut(this.graph, known.size === 0, pinned, () => this.laidOut());
        this.labelSoon();
    }

    private put(element: cytoscape.ElementDefinition, places: Map<string, Place>): void {
        if (update(this.graph, element)) return;
        const position = places.get(element.data.id!);
        this.graph.add({ ...element, classes: `${element.classes ?? ""} quiet`, ...(position ? { position } : {}) });
    }

    // What is there stays where it is; the others come when it is known where they will stand.
    private *showMany(elements: cytoscape.ElementDefinition[], known: Map<string, Place>): Generator<void> {
        const places = roughPlaces(elements, known, 60);
        yield* spread(places, new Set(known.keys()), elements);
        this.fitTo([...places.values()]);
        for (const each of elements) {
            this.put(each, places);
            this.graph.$id(each.data.id!).numericStyle("width"); // its style is found now, and not of all with the next frame
            yield;
        }
        this.keys.removeAttribute("aria-busy");
        this.laidOut();
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

    private fitTo(places: Place[]): void {
        const xs = places.map(({ x }) => x),
            ys = places.map(({ y }) => y);
        const left = Math.min(...xs),
            right = Math.max(...xs),
            top = Math.min(...ys),
            bottom = Math.max(...ys);
        const room = 55,
            width = this.graph.width(),
            height = this.graph.height();
        const zoom = Math.min((width - 2 * room) / (right - left), (height - 2 * room) / (bottom - top));
        this.graph.viewport({
            zoom,
            pan: { x: width / 2 - (zoom * (left + right)) / 2, y: height / 2 - (zoom * (top + bottom)) / 2 },
        });
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
        this.labelTimer = window.setTimeout(() => showLabels(this.graph), 60);
    }

    // Arrows go to the entity that lies that way; Enter shows its neighbours.
    private onKey(event: KeyboardEvent): void {
        const here = this.graph.nodes(".selected").first();
        const directions: Record<string, [number, number]> = {
            ArrowLeft: [-1, 0],
            ArrowRight: [1, 0],
            ArrowUp: [0, -1],
            ArrowDown: [0, 1],
        };
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
        this.graph.zoom({
            level: this.graph.zoom() * factor,
            renderedPosition: { x: this.graph.width() / 2, y: this.graph.height() / 2 },
        });
    }

    private nextNode(here: cytoscape.NodeSingular, [dx, dy]: [number, number]): cytoscape.NodeSingular | undefined {
        const at = here.position();
        let best: cytoscape.NodeSingular | undefined,
            least = Infinity;
        this.graph
            .nodes()
            .not(".more")
            .forEach((node) => {
                const x = node.position("x") - at.x,
                    y = node.position("y") - at.y;
                const along = x * dx + y * dy,
                    aside = Math.abs(x * dy) + Math.abs(y * dx);
                if (along > 1 && along + 2 * aside < least) {
                    least = along + 2 * aside;
                    best = node;
                }
            });
        return best;
    }
}

// Whether it is there. What is as it was costs nothing: in a large picture each change of style takes its time.
function update(graph: cytoscape.Core, { data, classes = "" }: cytoscape.ElementDefinition): boolean {
    const here = graph.$id(data.id!);
    if (here.empty()) return false;
    const known = here.data();
    if (Object.entries(data).some(([name, value]) => known[name] !== value)) here.data(data);
    here.classes(here.hasClass("quiet") ? `${classes} quiet` : classes);
    return true;
}
