// What is drawn: entities, and one line for all ties of two entities that are of one group of relations.
import type { Ontology } from "./looks";
import { shortPercent, words } from "./looks";
import type { Entity, Status, Tie } from "./types";

export interface Line {
    id: string;
    source: number;
    target: number;
    group: string;
    status: Status;
    strength: number;
    label: string;
    forward: boolean;
    backward: boolean; // arrows
    ties: Tie[]; // strongest first
}

export interface Drawn {
    entity: Entity;
    asked: boolean; // of the question: drawn with a heavier outline
    more: number; // neighbours that are not here
    lane: { x: number; y: number } | null; // of paths: where it stands
}

export interface Picture {
    entities: Drawn[];
    lines: Line[];
}

export function linesOf(ties: Tie[], ontology: Ontology): Line[] {
    const lines = new Map<string, Line>();
    for (const tie of ties) {
        const [source, target] =
            tie.subject.id < tie.object.id ? [tie.subject.id, tie.object.id] : [tie.object.id, tie.subject.id];
        const group = ontology.group(tie.relation);
        const id = `${source}-${target}-${group}`;
        let line = lines.get(id);
        if (!line)
            lines.set(
                id,
                (line = {
                    id,
                    source,
                    target,
                    group,
                    status: tie.status,
                    strength: 0,
                    label: "",
                    forward: false,
                    backward: false,
                    ties: [],
                }),
            );
        line.ties.push(tie);
        if (!ontology.isSymmetric(tie.relation)) {
            if (tie.subject.id === source) line.forward = true;
            else line.backward = true;
        }
    }
    for (const line of lines.values()) complete(line);
    return [...lines.values()];
}

// A line looks as the strongest of what is not denied.
function complete(line: Line): void {
    line.ties.sort((a, b) => Number(a.status === "denied") - Number(b.status === "denied") || b.strength - a.strength);
    const best = line.ties[0]!;
    line.status = best.status;
    line.strength = best.strength;
    const relations = new Set(line.ties.map((each) => each.relation));
    const item = best.claims.find((each) => each.item)?.item;
    const what = words(best.relation) + (item ? ` ${item}` : "");
    line.label =
        (what.length > 34 ? `${what.slice(0, 33)}…` : what) +
        (best.status === "actual" ? "" : `, ${best.status}`) +
        ` ${shortPercent(best.strength)}` +
        (relations.size > 1 ? ` +${relations.size - 1}` : "");
}
