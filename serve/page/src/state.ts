// What the page shows, all of it in the address: #show=17,22:80&status=planned. So a link is permanent, and the browser's
// Back undoes.
import { statuses, type Filters, type Status } from "./types";

export interface State {
    shown: Map<number, number>; // entities whose neighbours are shown, and how many at most
    hidden: Set<number>;
    pinned: Map<number, [number, number]>;
    path: [number, number] | null; // instead: the paths between two
    selected: Selection | null;
    filters: Filters;
    asList: boolean;
}

export type Selection = { kind: "entity"; id: number } | { kind: "pair"; a: number; b: number };

export const usualMost = 40;

export function noFilters(): Filters {
    return { statuses: [], excludedGroups: [], minSources: 1, minConfidence: 0, since: "", until: "", speakers: [] };
}

export function emptyState(): State {
    return {
        shown: new Map(),
        hidden: new Set(),
        pinned: new Map(),
        path: null,
        selected: null,
        filters: noFilters(),
        asList: false,
    };
}

export function isEmpty(state: State): boolean {
    return state.shown.size === 0 && state.path === null;
}

export function toHash(state: State): string {
    const parts: string[] = [];
    const add = (name: string, value: string | number) => {
        if (value !== "") parts.push(`${name}=${encodeURIComponent(value)}`.replaceAll("%2C", ",").replaceAll("%3A", ":"));
    };
    add("path", state.path ? state.path.join(",") : "");
    add("show", [...state.shown].map(([id, most]) => (most === usualMost ? `${id}` : `${id}:${most}`)).join(","));
    add("hide", [...state.hidden].join(","));
    add("pin", [...state.pinned].map(([id, [x, y]]) => `${id}:${Math.round(x)}:${Math.round(y)}`).join(","));
    const { filters, selected } = state;
    add("status", filters.statuses.join(","));
    add("without", filters.excludedGroups.join(","));
    add("sources", filters.minSources > 1 ? filters.minSources : "");
    add("sure", filters.minConfidence > 0 ? filters.minConfidence : "");
    add("since", filters.since);
    add("until", filters.until);
    add("says", filters.speakers.join(","));
    add("entity", selected?.kind === "entity" ? selected.id : "");
    add("tie", selected?.kind === "pair" ? `${selected.a}-${selected.b}` : "");
    add("view", state.asList ? "list" : "");
    return parts.join("&");
}

// What a link says that nobody here wrote is left out.
export function fromHash(hash: string): State {
    const given = new URLSearchParams(hash.replace(/^#/, ""));
    const words = (name: string) => (given.get(name) ?? "").split(",").filter((each) => each !== "");
    const ids = (name: string) =>
        words(name)
            .map(Number)
            .filter((id) => Number.isSafeInteger(id) && id > 0);
    const state = emptyState();
    for (const word of words("show")) {
        const [id = 0, most = usualMost] = word.split(":").map(Number);
        if (Number.isSafeInteger(id) && id > 0 && most > 0 && most <= 2000) state.shown.set(id, most);
    }
    state.hidden = new Set(ids("hide"));
    for (const word of words("pin")) {
        const [id, x, y] = word.split(":").map(Number);
        if (id && Number.isFinite(x) && Number.isFinite(y)) state.pinned.set(id, [x!, y!]);
    }
    const path = ids("path");
    if (path.length === 2) state.path = [path[0]!, path[1]!];
    const number = (name: string, least: number, most: number) =>
        Math.min(Math.max(Number(given.get(name)) || least, least), most);
    const date = (name: string) => (/^\d{4}(-\d\d){0,2}$/.test(given.get(name) ?? "") ? given.get(name)! : "");
    state.filters = {
        statuses: words("status").filter((word): word is Status => statuses.includes(word as Status)),
        excludedGroups: words("without").filter((word) => /^[a-z_]+$/.test(word)),
        minSources: number("sources", 1, 1000),
        minConfidence: number("sure", 0, 1),
        since: date("since"),
        until: date("until"),
        speakers: ids("says"),
    };
    const [a, b] = (given.get("tie") ?? "").split("-").map(Number);
    const [entity] = ids("entity");
    if (a && b) state.selected = { kind: "pair", a, b };
    else if (entity) state.selected = { kind: "entity", id: entity };
    state.asList = given.get("view") === "list";
    return state;
}
