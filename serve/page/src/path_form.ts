// Two boxes to ask how one is tied to another.
import { Combobox } from "./combobox";
import { make } from "./dom";
import type { Source } from "./source";
import type { Entity } from "./types";

export class PathForm {
    readonly element: HTMLElement;
    private readonly from: Combobox;
    private readonly to: Combobox;

    constructor(
        source: Source,
        looks: { class: string; from: string; to: string; button: string },
        private readonly found: (from: Entity, to: Entity) => void,
    ) {
        this.from = new Combobox(source, "From", looks.from, () => void this.seek());
        this.to = new Combobox(source, "To", looks.to, () => void this.seek());
        this.element = make(
            "form",
            {
                class: looks.class,
                "aria-label": "Paths between two",
                submit: (event: Event) => {
                    event.preventDefault();
                    void this.seek();
                },
            },
            make("span", { class: "before" }, "How is"),
            this.from.element,
            make("span", { class: "before" }, "tied to"),
            this.to.element,
            make("button", { class: "action", title: "Find paths", "aria-label": "Find paths" }, looks.button),
        );
    }

    // To be filled in, from here where nobody is named yet.
    open(from: Entity | null): void {
        this.element.hidden = false;
        if (!this.from.chosen) this.from.set(from);
        (this.from.chosen ? this.to : this.from).input.focus();
    }

    set(from: Entity | null, to: Entity | null): void {
        this.from.set(from);
        this.to.set(to);
    }

    private async seek(): Promise<void> {
        const from = await this.from.settle(),
            to = await this.to.settle();
        if (from && to) this.found(from, to);
        else (from ? this.to : this.from).input.focus();
    }
}
