// What a state shows: the entities with their places and the ties among them, from as few questions as will do.
import { byId } from "./dom";
import type { Ontology } from "./looks";
import { linesOf, type Drawn, type Picture } from "./picture";
import type { Source } from "./source";
import type { State } from "./state";
import type { Entity, PathsAnswer, Tie } from "./types";

export interface Loaded {
    picture: Picture;
    ties: Tie[];
    paths: PathsAnswer | null;
}

export async function load(state: State, source: Source, ontology: Ontology): Promise<Loaded> {
    const found = new Map<number, Drawn>();
    const put = (entity: Entity, some: Partial<Drawn> = {}) => {
        if (!state.hidden.has(entity.id))
            found.set(entity.id, { ...(found.get(entity.id) ?? { entity, asked: false, more: 0, lane: null }), ...some });
    };
    if (state.path) {
        const paths = await source.paths(...state.path, state.filters);
        // As much room as the screen has, so that nothing has to be made smaller.
        const longest = Math.max(1, ...paths.paths.map((each) => each.hops.length)),
            room = byId("main").getBoundingClientRect();
        const step = Math.min(Math.max((room.width - 700) / longest, 210), 420),
            apart = Math.min(Math.max((room.height - 260) / (paths.paths.length || 1), 105), 190);
        const roads = paths.paths.filter((each) => each.hops.length > 1),
            isDirect = roads.length < paths.paths.length,
            above = Math.ceil(roads.length / 2);
        const middle = (apart * (roads.length - 1)) / 2;
        // Nobody stands on the line between the two where there is one: the others pass above and below it.
        const height = (lane: number) =>
            isDirect ? apart * (lane < above ? lane - above + 0.3 : lane - above + 0.7) : lane * apart - middle;
        put(paths.from, { asked: true, lane: { x: 0, y: 0 } });
        put(paths.to, { asked: true, lane: { x: longest * step, y: 0 } });
        roads.forEach((path, lane) =>
            path.hops.slice(1).forEach((hop, index) => {
                if (!found.has(hop.from.id))
                    put(hop.from, { lane: { x: ((index + 1) * longest * step) / path.hops.length, y: height(lane) } });
            }),
        );
        const ties = unique(paths.paths.flatMap((path) => path.hops).flatMap((hop) => [...hop.ties, ...hop.denials])).filter(
            (tie) => found.has(tie.subject.id) && found.has(tie.object.id),
        );
        return { picture: { entities: [...found.values()], lines: linesOf(ties, ontology) }, ties, paths };
    }
    const answers = await Promise.all(
        [...state.shown].map(async ([id, most]) => ({ id, answer: await source.neighbours(id, most, state.filters) })),
    );
    for (const { answer } of answers) for (const entity of answer.entities) put(entity);
    for (const { id, answer } of answers) {
        const drawn = found.get(id);
        if (drawn) found.set(id, { ...drawn, asked: true, more: answer.count - (answer.entities.length - 1) });
    }
    const ties = await source.among([...found.keys()], state.filters);
    return { picture: { entities: [...found.values()], lines: linesOf(ties, ontology) }, ties, paths: null };
}

function unique(ties: Tie[]): Tie[] {
    const byKey = new Map(ties.map((tie) => [`${tie.subject.id} ${tie.relation} ${tie.object.id} ${tie.status}`, tie]));
    return [...byKey.values()];
}
