// The menu that saves what is seen.
import { make } from "./dom";
import { csv, graphMl, save } from "./exports";
import type { Loaded } from "./load";
import type { View } from "./view";

export function saveMenu(seen: () => Loaded, view: () => View | null): HTMLElement {
    const name = () =>
        document.title
            .replace(/ · kith$/, "")
            .replace(/[^\p{L}\p{N}]+/gu, "-")
            .slice(0, 60) || "kith";
    const item = (label: string, act: () => void) =>
        make(
            "button",
            {
                role: "menuitem",
                click: () => {
                    menu.open = false;
                    act();
                },
            },
            label,
        );
    const drawn = (act: (picture: View) => void) => () => {
        const picture = view();
        if (picture) act(picture);
    };
    const menu = make(
        "details",
        { class: "menu" },
        make("summary", { class: "tool", title: "Save what is seen" }, "Save"),
        make(
            "div",
            { role: "menu" },
            item(
                "Picture, SVG",
                drawn((picture) => save(`${name()}.svg`, "image/svg+xml", picture.svg())),
            ),
            item(
                "Picture, PNG",
                drawn((picture) => void picture.png().then((blob) => save(`${name()}.png`, "image/png", blob))),
            ),
            item("Graph, GraphML", () => save(`${name()}.graphml`, "application/xml", graphMl(seen().picture, seen().ties))),
            item("Claims with quotes, CSV", () => save(`${name()}.csv`, "text/csv", csv(seen().ties))),
        ),
    );
    addEventListener("click", (event) => {
        if (!menu.contains(event.target as Node)) menu.open = false;
    });
    return menu;
}
