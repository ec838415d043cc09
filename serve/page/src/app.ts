// The page: what it shows follows from its state, which is in the address; every act makes a new state.
import { showChips } from "./chips";
import { holdsWithin } from "./dates";
import { byId, make, replace, say } from "./dom";
import { Foot } from "./foot";
import { GraphView } from "./graph_view";
import { Header } from "./header";
import { focusJudging } from "./judging";
import { LargeView } from "./large_view";
import type { Place } from "./layout";
import { listView } from "./list_view";
import { load, type Loaded } from "./load";
import { counted, isDark, Ontology } from "./looks";
import { Panel } from "./panel";
import type { Line, Picture } from "./picture";
import { saveMenu } from "./save_menu";
import { helpDialog, pathPanel, problemBox, startScreen } from "./screens";
import { listenForKeys } from "./shortcuts";
import type { Source } from "./source";
import { emptyState, fromHash, isEmpty, toHash, usualMost, type State } from "./state";
import type { Entity } from "./types";
import { manyNodes, type GraphEvents, type View } from "./view";
import { zoomButtons } from "./zoom_buttons";

export class App {
    private state: State;
    private ontology!: Ontology;
    private panel!: Panel;
    private readonly names = new Map<number, Entity>();
    private loaded: Loaded = { picture: { entities: [], lines: [] }, ties: [], paths: null };
    private view: View | null = null;
    private readonly stage = make("div", {
        id: "stage",
        tabindex: "0",
        role: "application",
        "aria-label": "The graph. Arrow keys go from one to another, Enter shows neighbours, L shows the same as a list.",
    });
    private readonly canvas = make("div", { class: "canvas" }); // stays on the stage: Cytoscape.js gives up where it is taken out
    private readonly list = make("div", {});
    private readonly side = make("aside", { id: "side", "aria-label": "What is claimed" });
    private readonly foot = new Foot(
        (since, until) => this.fadeAllBut(since, until),
        (since, until) => {
            this.view?.fadeAllBut(null);
            this.change({ filters: { ...this.state.filters, since, until } });
        },
    );
    private readonly header: Header;
    private turn = 0; // of rendering: a late answer to an earlier state is dropped
    private goesToPanel = false; // where the answer to what was typed or pressed is read on

    constructor(
        private readonly source: Source,
        private readonly isFile: boolean,
    ) {
        this.state = fromHash(location.hash);
        const menu = saveMenu(
            () => this.loaded,
            () => {
                if (this.state.asList) this.change({ asList: false });
                return this.view;
            },
        );
        this.header = new Header(source, menu, {
            anew: () => this.change(emptyState()),
            show: (entity) => this.show(entity),
            openPathForm: () => this.openPathForm(),
            seek: (from, to) => this.seek(from, to),
            undo: () => history.back(),
            toggleList: () => this.toggleList(),
            copyLink: () => this.copyLink(),
            toggleTheme: () => this.toggleTheme(),
        });
    }

    async start(): Promise<void> {
        await this.source.open();
        this.ontology = new Ontology(await this.source.relations());
        this.panel = new Panel(this.source, this.ontology, {
            entity: (id) => this.select(id),
            pair: (a, b) => this.change({ selected: { kind: "pair", a, b } }),
            expand: (id) => this.expand(id),
            hide: (id) => this.hide(id),
            pin: (id) => this.togglePin(id),
            close: () => this.change({ selected: null }),
            pathFrom: (entity) => {
                this.header.pathForm.set(entity, null);
                this.header.pathForm.open(entity);
            },
            judged: (claim, subject, object) => void this.showJudged(claim, subject, object),
            onlySpeaker: (id) => this.change({ filters: { ...this.state.filters, speakers: [id] } }),
        });
        addEventListener("popstate", () => {
            this.state = fromHash(location.hash);
            void this.render();
        });
        this.listenForKeys();
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => void this.render(true));
        byId("skip").addEventListener("click", (event) => {
            event.preventDefault();
            (this.state.asList ? byId("main") : this.stage).focus();
        });
        this.state = fromHash(location.hash); // it may be another by now
        await this.render();
    }

    private get depth(): number {
        return (history.state as { depth?: number } | null)?.depth ?? 0;
    }

    private change(some: Partial<State>): void {
        this.go(some);
        void this.render();
    }

    private go(some: Partial<State>): void {
        this.state = { ...this.state, ...some };
        const hash = toHash(this.state);
        if (hash !== location.hash.slice(1)) history.pushState({ depth: this.depth + 1 }, "", `#${hash}`);
    }

    private know(...entities: Entity[]): void {
        for (const each of entities) this.names.set(each.id, each);
    }

    private show(entity: Entity): void {
        this.know(entity);
        this.goesToPanel = true;
        const hidden = new Set(this.state.hidden);
        hidden.delete(entity.id);
        this.change({
            path: null,
            hidden,
            shown: new Map([...this.state.shown]).set(entity.id, this.state.shown.get(entity.id) ?? usualMost),
            selected: { kind: "entity", id: entity.id },
        });
    }

    private select(id: number): void {
        this.change({ selected: { kind: "entity", id } });
    }

    // Neighbours of another, or more of them.
    private expand(id: number): void {
        const most = this.state.shown.get(id);
        const isCut = this.loaded.picture.entities.some((each) => each.entity.id === id && each.more > 0);
        if (most !== undefined && !isCut) return say("All its neighbours are shown.");
        // From a path the picture goes on with those on it.
        const shown = new Map(this.state.shown);
        shown.set(id, most === undefined ? usualMost : most + usualMost);
        this.change({ shown, path: null, selected: { kind: "entity", id } });
    }

    private hide(id: number): void {
        const shown = new Map(this.state.shown);
        shown.delete(id);
        this.change({ shown, hidden: new Set([...this.state.hidden, id]), selected: null });
    }

    private togglePin(id: number): void {
        const pinned = new Map(this.state.pinned);
        const at = this.view?.places().get(String(id));
        if (!pinned.delete(id) && at) pinned.set(id, [at.x, at.y]);
        this.change({ pinned });
    }

    private openPathForm(): void {
        const { selected } = this.state;
        this.header.pathForm.open((selected?.kind === "entity" && this.names.get(selected.id)) || null);
    }

    private seek(from: Entity, to: Entity): void {
        this.know(from, to);
        this.goesToPanel = true;
        this.change({ path: [from.id, to.id], selected: null });
    }

    private async render(isRepaint = false): Promise<void> {
        const turn = ++this.turn;
        this.header.update(this.depth > 0, this.state.asList);
        document.body.classList.toggle("starting", isEmpty(this.state));
        if (isEmpty(this.state)) return this.renderStart();
        document.body.classList.add("loading");
        try {
            const loaded = await load(this.state, this.source, this.ontology);
            const speakers = await Promise.all(this.state.filters.speakers.map((id) => this.named(id)));
            if (turn !== this.turn) return;
            this.loaded = loaded;
            this.know(...loaded.picture.entities.map((each) => each.entity));
            showChips(byId("chips"), this.ontology, this.state.filters, speakers, (filters) => this.change({ filters }));
            if (!byId("main").contains(this.side)) replace(byId("main"), this.stage, this.side, this.foot.element);
            await this.renderSide(turn);
            if (turn !== this.turn) return;
            this.renderMain(isRepaint);
            this.foot.render(this.state, this.loaded);
        } catch (error) {
            if (turn === this.turn) this.complain(error);
        } finally {
            if (turn === this.turn) document.body.classList.remove("loading");
        }
    }

    private complain(error: unknown): void {
        replace(byId("main"), problemBox(error));
    }

    private renderStart(): void {
        replace(byId("chips"));
        this.header.pathForm.element.hidden = true;
        this.header.pathForm.set(null, null);
        document.title = "kith";
        replace(
            byId("main"),
            startScreen(
                this.source,
                (entity) => this.show(entity),
                (from, to) => this.seek(from, to),
            ),
        );
        byId("main").querySelector("input")?.focus();
    }

    private renderMain(isRepaint: boolean): void {
        const { state, loaded, ontology } = this;
        document.title = state.path
            ? `${loaded.paths!.from.name} – ${loaded.paths!.to.name} · kith`
            : `${loaded.picture.entities
                  .filter((each) => each.asked)
                  .map((each) => each.entity.name)
                  .join(", ")} · kith`;
        if (loaded.paths) {
            this.header.pathForm.element.hidden = false;
            this.header.pathForm.set(loaded.paths.from, loaded.paths.to);
        }
        if (!this.stage.contains(this.canvas)) replace(this.stage, this.canvas, zoomButtons(() => this.view), this.list);
        this.stage.classList.toggle("as-list", state.asList);
        if (state.asList) {
            replace(
                this.list,
                listView(loaded.ties, ontology, {
                    entity: (id) => this.select(id),
                    pair: (a, b) => this.change({ selected: { kind: "pair", a, b } }),
                }),
            );
        } else {
            replace(this.list);
            const view = this.viewFor(loaded.picture);
            view.resize();
            if (isRepaint) view.repaint(loaded.picture.lines);
            view.show(loaded.picture, state.pinned);
            const { selected } = state;
            view.select(
                selected?.kind === "entity"
                    ? [String(selected.id)]
                    : selected
                      ? this.linesBetween(selected.a, selected.b).map((each) => each.id)
                      : [],
            );
        }
        const picked = state.selected?.kind === "entity" ? ` · ${this.names.get(state.selected.id)?.name ?? ""}` : "";
        const hidden = state.hidden.size > 0 ? `, ${state.hidden.size} hidden` : "";
        say(
            `${counted(loaded.picture.entities.length, "entity", "entities")} and ${counted(loaded.ties.length, "tie")} shown${hidden}${picked}`,
        );
    }

    private viewFor(picture: Picture): View {
        const isLarge = picture.entities.length > manyNodes;
        if (this.view?.isLarge === isLarge) return this.view;
        const places = this.view?.places() ?? new Map<string, Place>();
        this.view?.leave();
        const events: GraphEvents = {
            entity: (id) => this.select(id),
            expand: (id) => this.expand(id),
            pair: (a, b) => this.change({ selected: { kind: "pair", a, b } }),
            nothing: () => {
                if (this.state.selected) this.change({ selected: null });
            },
            moved: (id, x, y) => this.change({ pinned: new Map(this.state.pinned).set(id, [x, y]) }),
        };
        this.view = new (isLarge ? LargeView : GraphView)(this.canvas, this.stage, events, places);
        return this.view;
    }

    private linesBetween(a: number, b: number): Line[] {
        return this.loaded.picture.lines.filter(
            (each) => (each.source === a && each.target === b) || (each.source === b && each.target === a),
        );
    }

    private async named(id: number): Promise<Entity> {
        const known = this.names.get(id) ?? (await this.source.entity(id))?.entity ?? { id, name: `#${id}`, kind: "" };
        this.know(known);
        return known;
    }

    private async renderSide(turn: number): Promise<void> {
        const { selected } = this.state;
        let content: HTMLElement | null = null;
        if (selected?.kind === "pair") {
            const [a, b, ties] = await Promise.all([
                this.named(selected.a),
                this.named(selected.b),
                this.source.between(selected.a, selected.b, this.state.filters),
            ]);
            content = this.panel.pair(a, b, ties);
        } else if (selected) {
            const about = await this.source.entity(selected.id).catch(() => null);
            const entity = about?.entity ?? (await this.named(selected.id));
            const drawn = this.loaded.picture.entities.find((each) => each.entity.id === entity.id);
            content = this.panel.entity(entity, about?.aliases ?? [], this.loaded.ties, {
                expanded: this.state.shown.has(entity.id) && !this.state.path,
                more: drawn?.more ?? 0,
                pinned: this.state.pinned.has(entity.id),
                inGraph: drawn !== undefined,
            });
        } else if (this.loaded.paths)
            content = pathPanel(this.source, this.loaded.paths, this.ontology, (a, b) =>
                this.change({ selected: { kind: "pair", a, b } }),
            );
        if (turn !== this.turn) return;
        const isOpen = content !== null,
            goesThere = this.goesToPanel || this.side.contains(document.activeElement);
        this.goesToPanel = false;
        this.side.hidden = !isOpen;
        replace(
            this.side,
            selected &&
                this.loaded.paths &&
                make("button", { class: "back", click: () => this.change({ selected: null }) }, "‹ all paths"),
            content,
        );
        this.side.scrollTop = 0;
        byId("main").classList.toggle("with-side", isOpen);
        if (goesThere && isOpen) this.side.querySelector("h2")?.focus({ preventScroll: true });
        else if (goesThere) this.stage.focus();
    }

    private fadeAllBut(since: string, until: string): void {
        const keep = new Set(
            this.loaded.picture.lines
                .filter((line) => line.ties.some((tie) => tie.claims.some((claim) => holdsWithin(claim, since, until))))
                .map((line) => line.id),
        );
        this.view?.fadeAllBut((id) => keep.has(id));
    }

    // The panel follows a claim to the two that it is between now.
    private async showJudged(claim: number, a: number, b: number): Promise<void> {
        const { selected } = this.state;
        const isThere = selected?.kind === "pair" && [selected.a, selected.b].includes(a) && [selected.a, selected.b].includes(b);
        if (!isThere) this.go({ selected: { kind: "pair", a, b } });
        await this.render(true);
        focusJudging(claim);
    }

    private copyLink(): void {
        const where = this.isFile ? "to this view of the file" : "to this view, for as long as the server runs";
        navigator.clipboard.writeText(location.href).then(
            () => say(`A link ${where} is copied.`),
            () => say("The address of this page is the link."),
        );
    }

    private toggleTheme(): void {
        document.documentElement.dataset["theme"] = isDark() ? "light" : "dark";
        void this.render(true);
    }

    private toggleList(): void {
        if (!isEmpty(this.state)) this.change({ asList: !this.state.asList });
    }

    private listenForKeys(): void {
        const withSelected = (act: (id: number) => void) => () => {
            if (this.state.selected?.kind === "entity") act(this.state.selected.id);
        };
        listenForKeys({
            "/": () => (document.querySelector<HTMLInputElement>(".start input") ?? this.header.search.input).focus(),
            p: () => this.openPathForm(),
            l: () => this.toggleList(),
            u: () => {
                if (this.depth > 0) history.back();
            },
            "?": helpDialog,
            Escape: () => {
                if (this.state.selected) this.change({ selected: null });
            },
            Delete: withSelected((id) => this.hide(id)),
            x: withSelected((id) => this.hide(id)),
            f: withSelected((id) => this.togglePin(id)),
        });
    }
}
