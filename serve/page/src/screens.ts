// What is shown where no graph is: the start, the paths beside their picture, what went wrong, the help.
import { openArticle, sourceLine, withCue } from "./article";
import { Combobox } from "./combobox";
import { make, replace } from "./dom";
import { counted, percent, words, type Ontology } from "./looks";
import { dot } from "./panel";
import { PathForm } from "./path_form";
import { Problem, type Source } from "./source";
import type { Entity, Hop, PathsAnswer, Quote } from "./types";

export function startScreen(
    source: Source,
    show: (entity: Entity) => void,
    path: (from: Entity, to: Entity) => void,
): HTMLElement {
    const search = new Combobox(source, "Search for a person, a group, a state", "A person, a group, a state, a weapon…", show);
    const between = new PathForm(source, { class: "between", from: "One…", to: "…and another", button: "Find paths" }, path);
    const numbers = make("p", { class: "numbers" }, "…"),
        actors = make("div", { class: "actors", role: "group", "aria-label": "Some to start with", hidden: true });
    void source.numbers().then(
        (text) => replace(numbers, text),
        () => replace(numbers),
    );
    void source.start().then((entities) => {
        actors.hidden = entities.length === 0;
        replace(
            actors,
            make("p", {}, "Some to start with:"),
            ...entities.map((entity) =>
                make("button", { click: () => show(entity) }, entity.name, make("small", {}, words(entity.kind))),
            ),
        );
    });
    return make(
        "section",
        { class: "start" },
        make("h1", {}, "Who is tied to whom, and who says so?"),
        numbers,
        search.element,
        actors,
        make("p", { class: "or" }, "Or ask how two are tied:"),
        between.element,
        make(
            "p",
            { class: "hint" },
            "Every line is a claim that some source makes, never a fact. Click a line to read who says it, in which words, in which article.",
        ),
    );
}

function hopRow(hop: Hop, ontology: Ontology, pair: (a: number, b: number) => void): HTMLElement {
    const tie = hop.ties[0];
    if (!tie) return make("li", {}, `${hop.from.name} – ${hop.to.name}`);
    const forward = tie.subject.id === hop.from.id,
        more = hop.ties.length - 1;
    return make(
        "li",
        {},
        make(
            "button",
            { click: () => pair(hop.from.id, hop.to.id) },
            dot(ontology.group(tie.relation)),
            make(
                "span",
                {},
                forward ? hop.from.name : hop.to.name,
                make("b", {}, ` ${words(tie.relation)} `),
                forward ? hop.to.name : hop.from.name,
                more > 0 && make("small", {}, ` and ${more} more`),
                hop.denials.length > 0 && make("small", { class: "denied" }, " · denied by some"),
            ),
            make("span", { class: `status ${tie.status}` }, tie.status === "actual" ? "" : tie.status),
            make("span", { class: "strength" }, percent(hop.strength)),
        ),
    );
}

export function pathPanel(
    source: Source,
    answer: PathsAnswer,
    ontology: Ontology,
    pair: (a: number, b: number) => void,
): HTMLElement {
    const { from, to, paths, together } = answer;
    return make(
        "section",
        { class: "panel", "aria-label": `Paths from ${from.name} to ${to.name}` },
        make("header", {}, make("h2", { tabindex: "-1" }, from.name, make("span", { class: "dash" }, " → "), to.name)),
        make(
            "p",
            { class: "hint" },
            paths.length === 0
                ? "No path of at most six steps passes the filters."
                : `${counted(paths.length, "path")}, the shortest first. Click a step for its quotes.`,
        ),
        ...paths.map((path, index) =>
            make(
                "article",
                { class: "path" },
                make(
                    "h3",
                    {},
                    `Path ${index + 1}`,
                    make("small", {}, counted(path.hops.length, "step")),
                    make("span", { class: "strength", title: "How sure all its steps are together" }, percent(path.strength)),
                ),
                make("ol", { class: "ties" }, ...path.hops.map((hop) => hopRow(hop, ontology, pair))),
            ),
        ),
        together !== null &&
            make(
                "div",
                {},
                make(
                    "h3",
                    {},
                    together.documents === 1 ? "1 text names both" : `${counted(together.documents, "text")} name both`,
                ),
                make(
                    "p",
                    { class: "hint" },
                    together.sentences.length > 0
                        ? "No claim is no clearance: these sentences name both, and no claim was drawn from them."
                        : "No claim is no clearance, though no one sentence of them names both.",
                ),
                ...together.sentences.map((quote) => sentence(source, quote)),
            ),
    );
}

function sentence(source: Source, quote: Quote): HTMLElement {
    return make(
        "blockquote",
        {},
        make("p", {}, "“", ...withCue(quote.text ?? "", null), "”"),
        make(
            "footer",
            {},
            sourceLine(quote.document),
            " ",
            make("button", { class: "small", click: () => void openArticle(source, quote, []) }, "in its article"),
        ),
    );
}

export function problemBox(error: unknown): HTMLElement {
    return make(
        "div",
        { class: "problem", role: "alert" },
        make("h2", {}, String((error as Error).message ?? error)),
        make("p", {}, error instanceof Problem ? error.nextStep : ""),
        make("button", { class: "action", click: () => history.back() }, "Back"),
    );
}

export function helpDialog(): void {
    const keys: [string, string][] = [
        ["/", "search"],
        ["P", "paths between two"],
        ["arrow keys", "from one to another, in the graph"],
        ["Enter, double click", "show neighbours"],
        ["F, or drag", "pin in its place"],
        ["X", "hide"],
        ["U, or Back", "undo"],
        ["L", "graph or list"],
        ["+ − 0", "nearer, farther, all"],
        ["Esc", "close the panel"],
    ];
    const dialog = make(
        "dialog",
        { class: "help", "aria-label": "Help" },
        make(
            "header",
            {},
            make("h2", {}, "How to read it"),
            make("button", { class: "quiet-button", "aria-label": "Close", click: () => dialog.close() }, "✕"),
        ),
        make(
            "p",
            {},
            "A line stands for what sources claim of two. Its colour tells the kind of relation, its dashes whether that is said to be so, planned, denied…, its width how sure it is. ",
            "Circles are people, boxes organisations, hexagons states and places, diamonds things, triangles events.",
        ),
        make(
            "p",
            {},
            "The percentage is how sure the claims are together: of those given 80 %, about eight in ten are right. Copies of one text count once.",
        ),
        make("dl", {}, ...keys.flatMap(([key, meaning]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, meaning)])),
    );
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
    dialog.showModal();
}
