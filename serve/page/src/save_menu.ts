// The menu that saves what is seen.
import type cytoscape from "cytoscape";
import { make } from "./dom";
import { csv, graphMl, png, save, svgOf } from "./exports";
import type { Loaded } from "./load";

export function saveMenu(seen: () => Loaded, graph: () => cytoscape.Core | null): HTMLElement {
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
    const drawn = (act: (picture: cytoscape.Core) => void) => () => {
        const picture = graph();
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
                drawn((picture) => save(`${name()}.svg`, "image/svg+xml", svgOf(picture))),
            ),
            item(
                "Picture, PNG",
                drawn((picture) => void png(picture).then((blob) => save(`${name()}.png`, "image/png", blob))),
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
