// The bar above: search, paths, undo, list, save, link, theme, help.
import { Combobox } from "./combobox";
import { byId, make, replace } from "./dom";
import { PathForm } from "./path_form";
import { helpDialog } from "./screens";
import type { Source } from "./source";
import type { Entity } from "./types";

export interface HeaderEvents {
    anew(): void;
    show(entity: Entity): void;
    openPathForm(): void;
    seek(from: Entity, to: Entity): void;
    undo(): void;
    toggleList(): void;
    copyLink(): void;
    toggleTheme(): void;
}

export class Header {
    readonly search: Combobox;
    readonly pathForm: PathForm;
    private readonly undo: HTMLButtonElement;
    private readonly list: HTMLButtonElement;

    constructor(source: Source, saveMenu: HTMLElement, events: HeaderEvents) {
        const button = (label: string, hint: string, act: () => void) =>
            make("button", { class: "tool", title: hint, click: act }, label);
        this.search = new Combobox(
            source,
            "Search for a person, a group, a state",
            "Search for a person, a group, a state…",
            (entity) => {
                this.search.set(null);
                this.search.input.blur();
                events.show(entity);
            },
        );
        this.pathForm = new PathForm(source, { class: "path-form", from: "From…", to: "To…", button: "→" }, events.seek);
        this.pathForm.element.hidden = true;
        this.undo = button("↶ Undo", "Take the last step back (U, or Back)", events.undo);
        this.list = button("List", "The same as a list (L)", events.toggleList);
        replace(
            byId("header"),
            make("button", { class: "brand", title: "Start anew", click: events.anew }, "kith"),
            this.search.element,
            button("⇄ Paths", "How two are tied (P)", events.openPathForm),
            this.pathForm.element,
            make("span", { class: "space" }),
            this.undo,
            this.list,
            saveMenu,
            button("Link", "Copy a link to what is seen", events.copyLink),
            button("◐", "Dark or light", events.toggleTheme),
            button("?", "Help", helpDialog),
        );
    }

    update(canUndo: boolean, isList: boolean): void {
        this.undo.disabled = !canUndo;
        this.list.textContent = isList ? "Graph" : "List";
    }
}
