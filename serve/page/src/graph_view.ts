// The picture on the screen, by Cytoscape.js: it lays out, is panned and zoomed, and tells what is clicked.
import cytoscape from "cytoscape";
import { edgeOf, nodesOf, styles } from "./graph_style";
import { showLabels } from "./labels";
import { layOut, manyNodes } from "./layout";
import { colourOf } from "./looks";
import type { Drawn, Line, Picture } from "./picture";

export interface GraphEvents {
    entity(id: number): void;
    expand(id: number): void;
    pair(a: number, b: number): void;
    nothing(): void;
    moved(id: number, x: number, y: number): void;
}

export class GraphView {
    readonly graph: cytoscape.Core;
    private labelTimer = 0;
    private isFitted = true; // until somebody goes nearer or aside

    constructor(
        readonly container: HTMLElement,
        keys: HTMLElement,
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
        const renderer = (
            this.graph as unknown as { renderer(): { textureOnViewport: boolean; hideEdgesOnViewport: boolean } }
        ).renderer();
        renderer.textureOnViewport = size > manyNodes;
    }

    show(picture: Picture, pinned: Map<number, [number, number]>): void {
        const known = new Map(this.graph.nodes().map((node) => [node.id(), { ...node.position() }]));
        const elements = [...picture.entities.flatMap((each) => nodesOf(each, pinned)), ...picture.lines.map(edgeOf)];
        const before = new Set(this.graph.elements().map((each) => each.id()));
        const ids = new Set(elements.map((each) => each.data.id));
        const isSame = before.size === ids.size && [...ids].every((id) => before.has(id!));
        this.graph.batch(() => {
            this.graph
                .elements()
                .filter((each) => !ids.has(each.id()))
                .remove();
            for (const element of elements) {
                const here = this.graph.$id(element.data.id!);
                if (here.nonempty()) {
                    here.data(element.data);
                    here.classes(element.classes ?? "");
                } else this.graph.add(element);
            }
        });
        this.paintFor(picture.entities.length);
        const lanes = picture.entities.filter((each) => each.lane);
        if (lanes.length > 0) this.placeInLanes(lanes);
        else if (!isSame)
            layOut(this.graph, known, pinned, () => {
                this.isFitted = true;
                this.labelSoon();
            });
        this.labelSoon();
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
