// How ties and entities look: colour by group of relations, dash by status, width by strength, shape by kind.
import type { Relation, Status } from "./types";

// Two of each, for light and dark grounds; told apart with the usual colour-blindnesses as far as ten can be.
const groupColours: Record<string, [string, string]> = {
    support: ["#0f7b4f", "#41c98a"],
    cooperation: ["#2563c9", "#76a9ff"],
    conflict: ["#c42b1c", "#ff7b6b"],
    coercion: ["#b45309", "#f5a742"],
    structure: ["#475569", "#a3b1c6"],
    ownership: ["#7c3aed", "#b794ff"],
    speech: ["#0e7490", "#4dc4dc"],
    location: ["#78716c", "#b5aba4"],
    kinship: ["#be185d", "#f27fb2"],
};

export const groupsInOrder = [
    "support",
    "cooperation",
    "ownership",
    "structure",
    "kinship",
    "conflict",
    "coercion",
    "speech",
    "location",
];

export function isDark(): boolean {
    const told = document.documentElement.dataset["theme"];
    return told ? told === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

export function groundColours(): { ink: string; ground: string; fill: string; accent: string } {
    return isDark()
        ? { ink: "#e8eaee", ground: "#14181f", fill: "#5b6b82", accent: "#ffb454" }
        : { ink: "#1c2430", ground: "#fbfaf8", fill: "#64748b", accent: "#c2410c" };
}

export function colourOf(group: string): string {
    return (groupColours[group] ?? ["#57606a", "#9aa4ae"])[isDark() ? 1 : 0];
}

export const dashes: Record<Status, number[]> = {
    actual: [],
    planned: [9, 5],
    possible: [2, 4],
    demanded: [12, 4, 2, 4],
    denied: [3, 7],
    former: [16, 4, 4, 4],
    rejected: [1, 9],
};

export const statusMeanings: Record<Status, string> = {
    actual: "said to be so",
    planned: "said to be planned",
    possible: "said to be possible",
    demanded: "demanded",
    denied: "denied",
    former: "said to be over",
    rejected: "by people: no source says so",
};

export type Shape = "ellipse" | "round-rectangle" | "hexagon" | "diamond" | "round-triangle";

export function shapeOf(kind: string): Shape {
    if (kind === "person" || kind === "population_group") return "ellipse";
    if (kind === "state" || kind === "place") return "hexagon";
    if (kind === "weapon" || kind === "vehicle" || kind === "product") return "diamond";
    if (kind === "event" || kind === "agreement") return "round-triangle";
    return "round-rectangle";
}

export const counted = (count: number, noun: string, several = `${noun}s`) =>
    `${count.toLocaleString("en")} ${count === 1 ? noun : several}`;
export const words = (name: string) => name.replaceAll("_", " ");
// What sources say is never told as certain; an answer's three places make one of what is nearly.
const wholePercent = (share: number) => Math.min(Math.round(share * 100), 99);
export const percent = (share: number) => `${wholePercent(share)} %`;
export const shortPercent = (share: number) => `${wholePercent(share)}%`;

export class Ontology {
    private readonly byName: Map<string, Relation>;
    readonly groups: string[];

    constructor(relations: Relation[]) {
        this.byName = new Map(relations.map((each) => [each.name, each]));
        const known = new Set(relations.map((each) => each.group));
        this.groups = [
            ...groupsInOrder.filter((each) => known.has(each)),
            ...[...known].filter((each) => !groupsInOrder.includes(each)),
        ];
    }

    get relations(): string[] {
        return [...this.byName.keys()].sort();
    }
    group(relation: string): string {
        return this.byName.get(relation)?.group ?? "other";
    }
    isSymmetric(relation: string): boolean {
        return this.byName.get(relation)?.symmetric ?? false;
    }
    gloss(relation: string): string {
        return this.byName.get(relation)?.gloss ?? "";
    }
}
