// A page in a file with a graph of 2,000 entities and 4,000 ties: 50 hubs, their circles, and ties across.
import { readFileSync } from "node:fs";

export const hubs = 50;
const entities = 2000,
    relations = ["supplies", "fights", "owns"];

export function largePage() {
    let state = 7;
    const below = (end) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return Math.floor((state / 2147483648) * end);
    };
    const entity = (index) => ({ id: index + 1, name: `Quay ${index + 1}`, kind: "company" });
    const ties = new Map();
    const tie = (from, to) => {
        if (from === to) return;
        const claim = { subject: entity(from), relation: relations[below(relations.length)], object: entity(to), status: "actual" };
        const details = { speaker: null, item: null, role: null, place: null, time: null, alternatives: [], evidence: [] };
        ties.set(`${from} ${to}`, {
            ...claim,
            sources: 1,
            strength: 0.8,
            claims: [{ id: ties.size + 1, ...claim, ...details, confidence: 0.8 }],
        });
    };
    for (let index = 1; index < entities; ++index) tie(index < hubs ? below(index) : index % hubs, index);
    while (ties.size < 2 * entities) tie(below(entities), below(hubs));
    const data = {
        about: "made up",
        show: [],
        relations: relations.map((name) => ({ name, group: "support", inverse: "", symmetric: false, gloss: "" })),
        entities: Array.from({ length: entities }, (_, index) => ({ ...entity(index), aliases: [] })),
        ties: [...ties.values()],
        documents: [],
    };
    const page = readFileSync(new URL("../../serve/page.html", import.meta.url), "utf8");
    return page.replace('type="application/json">null', () => `type="application/json">${JSON.stringify(data)}`);
}

// The first so many hubs with their circles; with all of them, all of it.
export const showingHubs = (count) => `#show=${Array.from({ length: count }, (_, index) => `${index + 1}:2000`).join(",")}`;
