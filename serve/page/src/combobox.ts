// A box to name an entity in, with suggestions while one types: the ARIA pattern of an editable combobox with a list.
import { make, replace, say } from "./dom";
import { words } from "./looks";
import type { Source } from "./source";
import type { Entity } from "./types";

let count = 0;

export class Combobox {
    readonly element: HTMLElement;
    readonly input: HTMLInputElement;
    chosen: Entity | null = null;
    private readonly list: HTMLUListElement;
    private found: Entity[] = [];
    private active = -1;
    private timer = 0;
    private asked: AbortController | null = null;

    constructor(
        private readonly source: Source,
        label: string,
        placeholder: string,
        private readonly onChoose: (entity: Entity) => void,
    ) {
        const id = `names-${++count}`;
        this.input = make("input", {
            type: "search",
            role: "combobox",
            "aria-label": label,
            "aria-autocomplete": "list",
            "aria-expanded": "false",
            "aria-controls": id,
            placeholder,
            autocomplete: "off",
            spellcheck: "false",
            input: () => this.askSoon(),
            keydown: (event: KeyboardEvent) => this.onKey(event),
            // A moment later, as its options take clicks; unless one is back by then.
            blur: () =>
                window.setTimeout(() => {
                    if (document.activeElement !== this.input) this.close();
                }, 150),
            focus: () => {
                if (this.input.value.trim() && !this.chosen) this.askSoon();
            },
        });
        this.list = make("ul", { id, role: "listbox", "aria-label": label, class: "suggestions", hidden: true });
        this.element = make("div", { class: "combobox" }, this.input, this.list);
    }

    choose(entity: Entity): void {
        this.chosen = entity;
        this.input.value = entity.name;
        this.close();
        this.onChoose(entity);
    }

    set(entity: Entity | null): void {
        this.chosen = entity;
        this.input.value = entity?.name ?? "";
    }

    // Who is meant by what stands there, where nobody was chosen: the first of whom it is a name.
    async settle(): Promise<Entity | null> {
        const text = this.input.value.trim();
        if (this.chosen || !text) return this.chosen;
        const { entities } = await this.source.suggest(text, new AbortController().signal);
        if (this.input.value.trim() === text && entities[0]) this.set(entities[0]);
        return this.chosen;
    }

    private askSoon(): void {
        this.chosen = null;
        this.found = [];
        clearTimeout(this.timer);
        this.asked?.abort();
        if (this.input.value.trim().length === 0) return this.close();
        this.timer = window.setTimeout(() => void this.ask(), 90);
    }

    private async ask(): Promise<void> {
        const asked = (this.asked = new AbortController());
        try {
            const { entities, suggestions } = await this.source.suggest(this.input.value.trim(), asked.signal);
            if (asked.signal.aborted) return;
            this.found = entities;
            this.active = -1;
            if (entities.length > 0) this.show(entities.map((each, index) => this.option(each, index)));
            else if (suggestions.length > 0) this.show(suggestions.map((name) => this.suggestion(name)));
            else this.show([make("li", { class: "none" }, "Nobody goes by this name.")]);
            say(entities.length === 0 ? "No name found" : `${entities.length} found; arrow keys choose`);
        } catch {
            if (!asked.signal.aborted) this.close();
        }
    }

    private option(entity: Entity & { claims?: number }, index: number): HTMLLIElement {
        return make(
            "li",
            {
                role: "option",
                id: `${this.list.id}-${index}`,
                "aria-selected": "false",
                mousedown: (event: Event) => {
                    event.preventDefault();
                    this.choose(entity);
                },
            },
            make("span", { class: "name" }, entity.name),
            make("span", { class: "kind" }, words(entity.kind)),
            entity.claims !== undefined && make("span", { class: "count" }, entity.claims.toLocaleString("en")),
        );
    }

    private suggestion(name: string): HTMLLIElement {
        return make(
            "li",
            {
                role: "option",
                "aria-selected": "false",
                mousedown: (event: Event) => {
                    event.preventDefault();
                    this.input.value = name;
                    this.askSoon();
                },
            },
            make("span", { class: "kind" }, "Did you mean "),
            make("span", { class: "name" }, name),
        );
    }

    private show(options: HTMLElement[]): void {
        replace(this.list, ...options);
        this.list.hidden = false;
        this.input.setAttribute("aria-expanded", "true");
    }

    private close(): void {
        this.list.hidden = true;
        this.input.setAttribute("aria-expanded", "false");
        this.input.removeAttribute("aria-activedescendant");
    }

    private onKey(event: KeyboardEvent): void {
        const options = [...this.list.querySelectorAll<HTMLElement>("[role=option]")];
        if (event.key === "Escape") return this.close();
        if (event.key === "Enter") {
            const entity = this.found[Math.max(this.active, 0)];
            event.preventDefault();
            if (!this.list.hidden && entity) this.choose(entity);
            else if (!this.list.hidden) options[Math.max(this.active, 0)]?.dispatchEvent(new MouseEvent("mousedown"));
            else
                void this.settle().then((found) => {
                    if (found) this.choose(found);
                }); // faster than the suggestions
        }
        if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || this.list.hidden || options.length === 0) return;
        event.preventDefault();
        this.active = (this.active + (event.key === "ArrowDown" ? 1 : -1) + options.length) % options.length;
        options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
        const active = options[this.active]!;
        if (active.id) this.input.setAttribute("aria-activedescendant", active.id);
        active.scrollIntoView({ block: "nearest" });
    }
}
