// Beside the picture: all that is claimed between two, by status and speaker with every quote; or who an entity is.
import { link, openArticle, sourceLine, withCue } from "./article";
import { append, make } from "./dom";
import { judgementLine, judging, type Judged } from "./judging";
import { colourOf, counted, percent, statusMeanings, words, type Ontology } from "./looks";
import type { Source } from "./source";
import { usualMost } from "./state";
import { statuses, type Claim, type Entity, type Quote, type Status, type Tie } from "./types";

export interface PanelEvents {
    entity(id: number): void;
    pair(a: number, b: number): void;
    expand(id: number): void;
    hide(id: number): void;
    pin(id: number): void;
    pathFrom(entity: Entity): void;
    onlySpeaker(id: number): void;
    judged: Judged;
    close(): void;
}

export class Panel {
    constructor(
        private readonly source: Source,
        private readonly ontology: Ontology,
        private readonly events: PanelEvents,
    ) {}

    private heading(...children: Parameters<typeof append>[1][]): HTMLElement {
        return make(
            "header",
            {},
            make("h2", { tabindex: "-1" }, ...children),
            make("button", { class: "quiet-button", "aria-label": "Close the panel", click: () => this.events.close() }, "✕"),
        );
    }

    private entityButton(entity: Entity): HTMLElement {
        return make("button", { class: "entity", click: () => this.events.entity(entity.id) }, entity.name);
    }

    pair(a: Entity, b: Entity, ties: Tie[]): HTMLElement {
        const standing = ties.filter((tie) => tie.status !== "rejected");
        const claims = standing.reduce((sum, tie) => sum + tie.claims.length, 0);
        const sources = new Set(
            standing
                .flatMap((tie) => tie.claims)
                .flatMap((claim) => claim.evidence)
                .map((each) => each.document.lineage),
        ).size;
        const panel = make(
            "section",
            { class: "panel", "aria-label": `Claims between ${a.name} and ${b.name}` },
            this.heading(this.entityButton(a), make("span", { class: "dash" }, " – "), this.entityButton(b)),
            make(
                "p",
                { class: "hint" },
                standing.length === 0
                    ? "No claim between the two passes the filters."
                    : `${counted(claims, "claim")} from ${counted(sources, "independent source")}. A claim is what a source says, not a fact.`,
            ),
        );
        const quotes = ties.flatMap((tie) => tie.claims).flatMap((claim) => claim.evidence);
        // That of which sources are surest first, as on the line and in the step that led here; what is denied behind it.
        const surest = (status: Status) => Math.max(0, ...ties.filter((tie) => tie.status === status).map((tie) => tie.strength));
        const asserted = statuses.filter((each) => each !== "denied").sort((x, y) => surest(y) - surest(x));
        for (const status of [...asserted, "denied" as const, "rejected" as const]) {
            const those = ties.filter((tie) => tie.status === status).sort((x, y) => y.strength - x.strength);
            if (those.length === 0) continue;
            append(
                panel,
                make("h3", {}, make("span", { class: `status ${status}` }, status), make("small", {}, statusMeanings[status])),
            );
            for (const tie of those) append(panel, this.tie(tie, quotes));
        }
        return panel;
    }

    private tie(tie: Tie, quotes: Quote[]): HTMLElement {
        const head = make(
            "h4",
            { title: this.ontology.gloss(tie.relation) },
            dot(this.ontology.group(tie.relation)),
            make("span", {}, tie.subject.name, make("b", {}, ` ${words(tie.relation)} `), tie.object.name),
            make("span", { class: "strength", title: "How sure the tie is, all its claims together" }, percent(tie.strength)),
        );
        const box = make("article", { class: "tie" }, head);
        const voices = new Map<string, Claim[]>();
        for (const claim of tie.claims) {
            const voice = claim.speaker ? `#${claim.speaker.id}` : (claim.unnamed_speaker ?? "");
            voices.set(voice, [...(voices.get(voice) ?? []), claim]);
        }
        for (const claims of voices.values()) {
            append(box, this.voice(claims[0]!));
            for (const claim of claims) append(box, this.claim(claim, quotes));
        }
        return box;
    }

    private voice(claim: Claim): HTMLElement {
        const { speaker } = claim;
        if (speaker) {
            return make(
                "p",
                { class: "voice" },
                "says ",
                this.entityButton(speaker),
                " ",
                make(
                    "button",
                    {
                        class: "small",
                        title: `Show only what ${speaker.name} says`,
                        click: () => this.events.onlySpeaker(speaker.id),
                    },
                    "only theirs",
                ),
            );
        }
        return make(
            "p",
            { class: "voice" },
            claim.unnamed_speaker ? `says ${claim.unnamed_speaker}, unnamed` : "in the sources’ own voice",
        );
    }

    private claim(claim: Claim, quotes: Quote[]): HTMLElement {
        const details = [claim.item, claim.role, claim.place && `in ${claim.place.name}`, claim.time].filter(Boolean).join(" · ");
        const others = claim.alternatives.map((each) => (each.object.id === claim.object.id ? each.subject : each.object).name);
        const box = make(
            "div",
            { class: "claim" },
            make(
                "p",
                { class: "details" },
                details && make("b", {}, details),
                details && " ",
                make(
                    "span",
                    { class: "sure", title: "The share of such claims that were right on articles annotated by hand" },
                    `${percent(claim.confidence)} sure`,
                ),
                make("span", { class: "id" }, `claim ${claim.id}`),
            ),
            others.length > 0 && make("p", { class: "hint" }, `or else: ${others.join(", ")}`),
            judgementLine(claim),
            judging(claim, this.source, this.ontology, this.events.judged),
        );
        const lineages = new Map<number, Quote[]>();
        for (const quote of claim.evidence)
            lineages.set(quote.document.lineage, [...(lineages.get(quote.document.lineage) ?? []), quote]);
        for (const [first, ...copies] of lineages.values()) {
            append(box, this.quote(first!, quotes));
            if (copies.length === 0) continue;
            append(
                box,
                make(
                    "details",
                    { class: "copies" },
                    make("summary", {}, `${counted(copies.length, "near-duplicate")} of it`),
                    ...copies.map((copy) => this.quote(copy, quotes)),
                ),
            );
        }
        return box;
    }

    private quote(quote: Quote, quotes: Quote[]): HTMLElement {
        const source = make("footer", {}, sourceLine(quote.document), " ");
        if (quote.text)
            append(
                source,
                make("button", { class: "small", click: () => void openArticle(this.source, quote, quotes) }, "in its article"),
            );
        else append(source, quote.line && `line ${quote.line} `, link(quote.url ?? "", "the record"));
        return make(
            "blockquote",
            {},
            quote.text
                ? make("p", {}, "“", ...withCue(quote.text, quote.cue), "”")
                : make(
                      "p",
                      { class: "hint" },
                      `A record of ${quote.document.location.split("/").at(-1)}${quote.record ? `: ${quote.record}` : ""}`,
                  ),
            source,
        );
    }

    entity(
        entity: Entity,
        aliases: string[],
        ties: Tie[],
        state: { expanded: boolean; more: number; pinned: boolean; inGraph: boolean },
    ): HTMLElement {
        const own = ties.filter((tie) => tie.subject.id === entity.id || tie.object.id === entity.id);
        const action = (label: string, act: () => void, hint: string) =>
            make("button", { class: "action", title: hint, click: act }, label);
        return make(
            "section",
            { class: "panel", "aria-label": entity.name },
            this.heading(entity.name),
            make("p", { class: "hint" }, words(entity.kind), ` · #${entity.id}`),
            aliases.length > 0 &&
                make(
                    "p",
                    { class: "aliases" },
                    "also ",
                    aliases.slice(0, 12).join(", "),
                    aliases.length > 12 && ` and ${aliases.length - 12} more`,
                ),
            make(
                "div",
                { class: "actions" },
                (!state.expanded || state.more > 0) &&
                    action(
                        state.expanded ? `Show ${Math.min(state.more, usualMost)} more` : "Show neighbours",
                        () => this.events.expand(entity.id),
                        "Double click, or Enter",
                    ),
                action("Paths from here…", () => this.events.pathFrom(entity), "How it is tied to somebody else"),
                state.inGraph && action(state.pinned ? "Unpin" : "Pin", () => this.events.pin(entity.id), "It keeps its place"),
                state.inGraph && action("Hide", () => this.events.hide(entity.id), "Take it out of the picture"),
            ),
            make("h3", {}, own.length > 0 ? "Ties in the picture" : "No ties in the picture"),
            make(
                "ul",
                { class: "ties" },
                ...own
                    .sort((a, b) => b.strength - a.strength)
                    .slice(0, 100)
                    .map((tie) => this.tieRow(tie, entity)),
            ),
        );
    }

    private tieRow(tie: Tie, entity: Entity): HTMLElement {
        const other = tie.subject.id === entity.id ? tie.object : tie.subject;
        const text =
            tie.subject.id === entity.id
                ? [make("b", {}, words(tie.relation)), ` ${other.name}`]
                : [`${other.name} `, make("b", {}, words(tie.relation)), " it"];
        return make(
            "li",
            {},
            make(
                "button",
                { click: () => this.events.pair(tie.subject.id, tie.object.id) },
                dot(this.ontology.group(tie.relation)),
                make("span", {}, ...text),
                make("span", { class: `status ${tie.status}` }, tie.status === "actual" ? "" : tie.status),
                make("span", { class: "strength" }, percent(tie.strength)),
            ),
        );
    }
}

export function dot(group: string): HTMLElement {
    const mark = make("span", { class: "dot", "aria-hidden": "true" });
    mark.style.backgroundColor = colourOf(group);
    return mark;
}
