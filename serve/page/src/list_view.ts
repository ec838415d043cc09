// The picture as a table, for those who would rather read it, or have it read to them: the same ties, in rows.
import { make } from "./dom";
import { counted, percent, words, type Ontology } from "./looks";
import { dot } from "./panel";
import type { Entity, Tie } from "./types";

const rowsAtOnce = 300; // thousands would hold the page up

export function listView(
    ties: Tie[],
    ontology: Ontology,
    events: { entity(id: number): void; pair(a: number, b: number): void },
): HTMLElement {
    const name = (entity: Entity) =>
        make("td", {}, make("button", { class: "entity", click: () => events.entity(entity.id) }, entity.name));
    const row = (tie: Tie) =>
        make(
            "tr",
            {},
            name(tie.subject),
            make(
                "td",
                {},
                make(
                    "button",
                    { class: "relation", click: () => events.pair(tie.subject.id, tie.object.id) },
                    dot(ontology.group(tie.relation)),
                    words(tie.relation),
                ),
            ),
            name(tie.object),
            make("td", {}, make("span", { class: `status ${tie.status}` }, tie.status)),
            make("td", { class: "number" }, tie.sources),
            make("td", { class: "number" }, percent(tie.strength)),
        );
    const sorted = [...ties].sort((a, b) => b.strength - a.strength);
    const body = make("tbody", {}),
        more = make("button", { class: "action", click: () => showMore() }, "");
    const showMore = () => {
        const shown = body.rows.length;
        body.append(...sorted.slice(shown, shown + rowsAtOnce).map(row));
        const left = sorted.length - body.rows.length;
        more.hidden = left === 0;
        more.textContent = `Show ${Math.min(left, rowsAtOnce)} more of ${left.toLocaleString("en")}`;
        if (shown > 0) body.rows[shown]?.querySelector("button")?.focus();
    };
    showMore();
    return make(
        "div",
        { class: "list", tabindex: "0", role: "region", "aria-label": "The ties as a list" },
        make(
            "table",
            {},
            make("caption", {}, `${counted(sorted.length, "tie")}, the surest first`),
            make(
                "thead",
                {},
                make(
                    "tr",
                    {},
                    ...["Who", "Relation", "Whom", "Status", "Sources", "Strength"].map((each, index) =>
                        make("th", { scope: "col", class: index > 3 ? "number" : "" }, each),
                    ),
                ),
            ),
            body,
        ),
        more,
    );
}
