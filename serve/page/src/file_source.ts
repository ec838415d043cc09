// Answers from the data that a page has with it (`kith export --format html`): the same questions, of a graph that is
// small enough to walk here.
import { holdsWithin } from "./dates";
import type { Source } from "./source";
import type { DocumentText, Entity, Filters, Found, Hop, Neighbours, Path, PathsAnswer, Relation, Tie } from "./types";

export interface FileData {
    about: string;
    show: number[];
    relations: Relation[];
    entities: (Entity & { aliases: string[] })[];
    ties: Tie[];
    documents: { id: number; text: string }[];
}

const mostPaths = 5,
    longestPath = 6;

// The tie with those of its claims that count; null where none does.
function filtered(tie: Tie, filters: Filters, groups: Map<string, string>): Tie | null {
    if (filters.statuses.length > 0 && !filters.statuses.includes(tie.status)) return null;
    if (filters.excludedGroups.includes(groups.get(tie.relation) ?? "")) return null;
    if (tie.sources < filters.minSources) return null;
    const claims = tie.claims.filter(
        (claim) =>
            claim.confidence >= filters.minConfidence &&
            holdsWithin(claim, filters.since, filters.until) &&
            (filters.speakers.length === 0 || (claim.speaker !== null && filters.speakers.includes(claim.speaker.id))),
    );
    return claims.length === 0 ? null : { ...tie, claims };
}

export class FileSource implements Source {
    readonly judge = null;
    readonly withdraw = null;
    async open(): Promise<void> {}
    private readonly groups: Map<string, string>;

    constructor(private readonly data: FileData) {
        this.groups = new Map(data.relations.map((each) => [each.name, each.group]));
    }

    // One picture asks this once for each entity that it shows the neighbours of.
    private ties(filters: Filters): Tie[] {
        const asked = JSON.stringify(filters);
        if (this.last?.asked !== asked)
            this.last = { asked, ties: this.data.ties.flatMap((tie) => filtered(tie, filters, this.groups) ?? []) };
        return this.last.ties;
    }
    private last: { asked: string; ties: Tie[] } | null = null;

    async relations(): Promise<Relation[]> {
        return this.data.relations;
    }

    async numbers(): Promise<string> {
        return this.data.about;
    }

    async start(): Promise<Entity[]> {
        const strength = new Map<number, number>();
        for (const tie of this.data.ties) {
            for (const end of [tie.subject, tie.object]) strength.set(end.id, (strength.get(end.id) ?? 0) + 1);
        }
        return [...this.data.entities]
            .filter((each) => strength.has(each.id))
            .sort((a, b) => (strength.get(b.id) ?? 0) - (strength.get(a.id) ?? 0))
            .slice(0, 14);
    }

    async suggest(text: string): Promise<Found> {
        const plain = (name: string) => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
        const wanted = plain(text);
        const entities = this.data.entities.filter((each) =>
            [each.name, ...each.aliases].some((name) => plain(name).includes(wanted)),
        );
        return { entities: entities.slice(0, 8), suggestions: [] };
    }

    async entity(id: number): Promise<{ entity: Entity; aliases: string[] } | null> {
        const entity = this.data.entities.find((each) => each.id === id);
        return entity ? { entity, aliases: entity.aliases } : null;
    }

    async neighbours(id: number, most: number, filters: Filters): Promise<Neighbours> {
        const found = new Map<number, { entity: Entity; strength: number }>();
        for (const tie of this.ties(filters)) {
            const other = tie.subject.id === id ? tie.object : tie.object.id === id ? tie.subject : null;
            if (!other || (tie.status === "denied" && !filters.statuses.includes("denied"))) continue;
            const strength = Math.max(tie.strength, found.get(other.id)?.strength ?? 0);
            found.set(other.id, { entity: other, strength });
        }
        const self = await this.entity(id);
        const strongest = [...found.values()].sort((a, b) => b.strength - a.strength).slice(0, most);
        return { entities: [...(self ? [self.entity] : []), ...strongest.map((each) => each.entity)], count: found.size };
    }

    async among(ids: number[], filters: Filters): Promise<Tie[]> {
        const some = new Set(ids);
        return this.ties(filters).filter((tie) => some.has(tie.subject.id) && some.has(tie.object.id));
    }

    async between(a: number, b: number, filters: Filters): Promise<Tie[]> {
        return this.among([a, b], filters);
    }

    // The shortest ones, each by way of other entities than those before it; of equal length the surest.
    async paths(from: number, to: number, filters: Filters): Promise<PathsAnswer> {
        const ends = await Promise.all([this.entity(from), this.entity(to)]);
        if (!ends[0] || !ends[1]) throw new Error("this file has no such entity");
        const neighbours = this.hops(filters);
        const passed = new Set<number>();
        const paths: Path[] = [];
        let direct = false;
        while (paths.length < mostPaths) {
            const path = shortest(neighbours, from, to, passed, direct);
            if (!path) break;
            paths.push(path);
            direct ||= path.hops.length === 1;
            for (const hop of path.hops.slice(1)) passed.add(hop.from.id);
        }
        return { from: ends[0].entity, to: ends[1].entity, paths, together: null };
    }

    async document(id: number): Promise<DocumentText | null> {
        const text = this.data.documents.find((each) => each.id === id)?.text;
        const quote = this.data.ties
            .flatMap((tie) => tie.claims)
            .flatMap((claim) => claim.evidence)
            .find((each) => each.document.id === id);
        if (text === undefined || !quote) return null;
        const length = [...text].length;
        return { document: quote.document, begin: 0, end: length, length, text };
    }

    private hops(filters: Filters): Map<number, Map<number, Hop>> {
        const all = new Map<number, Map<number, Hop>>();
        const hop = (from: Entity, to: Entity): Hop => {
            const row = all.get(from.id) ?? all.set(from.id, new Map()).get(from.id)!;
            return row.get(to.id) ?? row.set(to.id, { from, to, strength: 0, ties: [], denials: [] }).get(to.id)!;
        };
        for (const tie of this.ties(filters)) {
            for (const one of [hop(tie.subject, tie.object), hop(tie.object, tie.subject)]) {
                if (tie.status === "denied" && !filters.statuses.includes("denied")) one.denials.push(tie);
                else {
                    one.ties.push(tie);
                    one.strength = Math.max(one.strength, tie.strength);
                }
            }
        }
        return all;
    }
}

function shortest(
    hops: Map<number, Map<number, Hop>>,
    from: number,
    to: number,
    passed: Set<number>,
    direct: boolean,
): Path | null {
    const reached = new Map<number, Path>([[from, { strength: 1, hops: [] }]]);
    let level = [from];
    for (let length = 1; length <= longestPath && level.length > 0 && !reached.has(to); ++length) {
        const next = new Map<number, Path>();
        for (const at of level) {
            const before = reached.get(at)!;
            for (const hop of hops.get(at)?.values() ?? []) {
                if (hop.ties.length === 0 || reached.has(hop.to.id) || passed.has(hop.to.id)) continue;
                if (direct && at === from && hop.to.id === to) continue;
                const strength = before.strength * hop.strength;
                if (strength > (next.get(hop.to.id)?.strength ?? 0)) {
                    next.set(hop.to.id, { strength, hops: [...before.hops, hop] });
                }
            }
        }
        for (const [id, path] of next) reached.set(id, path);
        level = [...next.keys()];
    }
    return reached.get(to) ?? null;
}
