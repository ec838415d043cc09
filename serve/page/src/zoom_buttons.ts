// In the corner of the stage: nearer, farther, all of it.
import { make } from "./dom";
import type { View } from "./view";

export function zoomButtons(view: () => View | null): HTMLElement {
    const button = (label: string, hint: string, act: () => void) =>
        make("button", { "aria-label": hint, title: hint, click: act }, label);
    return make(
        "div",
        { class: "corner" },
        button("+", "Nearer", () => view()?.zoomBy(1.3)),
        button("−", "Farther", () => view()?.zoomBy(0.77)),
        button("⤢", "All of it", () => view()?.fit()),
    );
}
