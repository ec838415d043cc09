// Where answers come from: the server that gave the page, or the data in the file (file_source.ts).
import { counted } from "./looks";
import type { DocumentText, Entity, Filters, Found, Neighbours, PathsAnswer, Relation, Tie } from "./types";

export interface Source {
    open(): Promise<void>; // first of all
    relations(): Promise<Relation[]>;
    // The few to start with; how much there is, in words. Neither where a large database takes a while to count.
    start(): Promise<Entity[]>;
    numbers(): Promise<string>;
    suggest(text: string, signal: AbortSignal): Promise<Found>;
    entity(id: number): Promise<{ entity: Entity; aliases: string[] } | null>;
    neighbours(id: number, most: number, filters: Filters): Promise<Neighbours>;
    among(ids: number[], filters: Filters): Promise<Tie[]>;
    between(a: number, b: number, filters: Filters): Promise<Tie[]>;
    paths(from: number, to: number, filters: Filters): Promise<PathsAnswer>;
    document(id: number, begin: number): Promise<DocumentText | null>;
    // Null: what is seen can only be read.
    readonly judge: ((claim: number, verdict: Verdict, right?: Right) => Promise<void>) | null;
    readonly withdraw: ((judgement: number) => Promise<void>) | null;
}

export type Verdict = "confirmed" | "rejected" | "corrected";
// What a corrected claim should say; what is left out stays. A party is named, or told as "#17".
export interface Right {
    subject?: string;
    object?: string;
    relation?: string;
    status?: string;
    turned?: boolean;
}

export class Problem extends Error {
    constructor(
        message: string,
        readonly nextStep: string,
    ) {
        super(message);
    }
}

type Arguments = Record<string, unknown>;

const mostTies = 20000,
    mostSuggestions = 8;

function filterArguments(filters: Filters): Arguments {
    const given: Arguments = {};
    if (filters.statuses.length > 0) given["status"] = filters.statuses;
    if (filters.excludedGroups.length > 0) given["not_relation"] = filters.excludedGroups;
    if (filters.minSources > 1) given["min_sources"] = filters.minSources;
    if (filters.minConfidence > 0) given["min_confidence"] = filters.minConfidence;
    if (filters.since) given["since"] = filters.since;
    if (filters.until) given["until"] = filters.until;
    if (filters.speakers.length > 0) given["speaker"] = filters.speakers.map((id) => `#${id}`);
    return given;
}

export class ServerSource implements Source {
    private readonly answers = new Map<string, Promise<unknown>>(); // of a graph that is put together again

    judge: Source["judge"] = null;
    withdraw: Source["withdraw"] = null;

    // Whether claims may be judged here.
    async open(): Promise<void> {
        const rights = await fetch("api/rights").then((response) => response.json());
        if (!rights.write) return;
        const act = async (what: string, given: Arguments) => {
            await this.post(`api/${what}`, given);
            this.answers.clear();
        };
        this.judge = (claim, verdict, right = {}) => act("judge", { claim, verdict, ...right });
        this.withdraw = (judgement) => act("withdraw", { judgement });
    }

    private ask<Answer>(question: string, given: Arguments, signal?: AbortSignal): Promise<Answer> {
        return this.post(`api/ask/${question}`, given, signal);
    }

    private async post<Answer>(path: string, given: Arguments, signal?: AbortSignal): Promise<Answer> {
        const response = await fetch(path, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(given),
            ...(signal ? { signal } : {}),
        }).catch((error: unknown) => {
            if (signal?.aborted) throw error;
            throw new Problem("The server does not answer.", "Is `kith serve` still running?");
        });
        const answer = await response.json();
        if (!response.ok) throw new Problem(answer.error, answer.next_step ?? "");
        return answer as Answer;
    }

    private remembered<Answer>(question: string, given: Arguments): Promise<Answer> {
        const key = question + JSON.stringify(given);
        let answer = this.answers.get(key);
        if (!answer) {
            if (this.answers.size > 200) this.answers.clear();
            answer = this.ask(question, given);
            answer.catch(() => this.answers.delete(key));
            this.answers.set(key, answer);
        }
        return answer as Promise<Answer>;
    }

    async relations(): Promise<Relation[]> {
        return (await this.remembered<{ relations: Relation[] }>("relations", {})).relations;
    }

    async start(): Promise<Entity[]> {
        // In a very large database the most claimed about are not counted in a moment; then the search box is the start.
        const found = await this.remembered<Found>("entities", { most: 14, timeout: 0.8 }).catch(() => null);
        return found?.entities ?? [];
    }

    async numbers(): Promise<string> {
        const numbers = await this.remembered<Record<string, number>>("statistics", { timeout: 0.8 });
        return (
            `${counted(numbers["claims"] ?? 0, "claim")} about ${counted(numbers["entities"] ?? 0, "actor")} and things, ` +
            `from ${counted(numbers["documents"] ?? 0, "document")}`
        );
    }

    async suggest(text: string, signal: AbortSignal): Promise<Found> {
        const like = (pattern: string) =>
            this.ask<Found>("entities", { pattern, most: mostSuggestions, timeout: 1 }, signal).then(
                (found) => found.entities,
                (error: unknown) => {
                    if (signal.aborted) throw error;
                    return [] as Found["entities"];
                },
            );
        // Names that begin so have an index; those that hold it somewhere are looked for where these are few.
        const plain = text.replaceAll("*", " ");
        const beginning = await like(`${plain}*`);
        const rest = beginning.length < mostSuggestions ? await like(plain) : [];
        const entities = [...beginning, ...rest.filter((each) => !beginning.some((other) => other.id === each.id))].slice(
            0,
            mostSuggestions,
        );
        return entities.length > 0 ? { entities, suggestions: [] } : this.ask<Found>("find_entity", { name: text }, signal);
    }

    async entity(id: number): Promise<{ entity: Entity; aliases: string[] } | null> {
        const found = await this.remembered<{ entities: (Entity & { aliases: string[] })[] }>("find_entity", { name: `#${id}` });
        const one = found.entities[0];
        return one ? { entity: one, aliases: one.aliases } : null;
    }

    async neighbours(id: number, most: number, filters: Filters): Promise<Neighbours> {
        const answer = await this.remembered<{
            neighbours: { entity: Entity }[];
            cut: { id: number; neighbours: number }[];
            from: Entity[];
        }>("neighbours", { entities: [`#${id}`], most_neighbours: most, ...filterArguments(filters) });
        const cut = answer.cut.find((each) => each.id === answer.from[0]?.id);
        const entities = answer.neighbours.map((each) => each.entity);
        return { entities: [...answer.from, ...entities], count: cut ? cut.neighbours : entities.length };
    }

    async among(ids: number[], filters: Filters): Promise<Tie[]> {
        if (ids.length === 0) return [];
        const among = [...ids].sort((a, b) => a - b).map((id) => `#${id}`);
        return (await this.remembered<{ ties: Tie[] }>("claims", { among, most: mostTies, ...filterArguments(filters) })).ties;
    }

    async between(a: number, b: number, filters: Filters): Promise<Tie[]> {
        const between = [`#${a}`, `#${b}`];
        const ties = async (given: Arguments) =>
            (await this.remembered<{ ties: Tie[] }>("claims", { between, most: 200, ...given })).ties;
        const standing = await ties(filterArguments(filters));
        return filters.statuses.length > 0 ? standing : [...standing, ...(await ties({ status: ["rejected"] }))];
    }

    paths(from: number, to: number, filters: Filters): Promise<PathsAnswer> {
        return this.remembered("paths", { from: `#${from}`, to: `#${to}`, count: 5, ...filterArguments(filters) });
    }

    document(id: number, begin: number): Promise<DocumentText> {
        return this.remembered("document", { document: id, begin });
    }
}
