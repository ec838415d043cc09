// The answers of kith as JSON: docs/json.md.

export interface Entity {
    id: number;
    name: string;
    kind: string;
}

export interface Document {
    id: number;
    location: string;
    title: string | null;
    publisher: string | null;
    published: string | null;
    lineage: number;
}

export interface Quote {
    document: Document;
    begin: number;
    end: number;
    line: number | null;
    text: string | null;
    cue: string | null;
    url?: string;
    extractor?: string;
    record?: string;
}

// Rejected: by people; such ties are in no picture.
export type Status = "actual" | "planned" | "possible" | "demanded" | "denied" | "former" | "rejected";
export const statuses: Status[] = ["actual", "planned", "possible", "demanded", "denied", "former"];

export interface Judgement {
    id: number;
    verdict: "confirmed" | "rejected" | "corrected";
    judge: string;
    decided: string | null;
    said: { subject: Entity; relation: string; object: Entity; status: Status };
}

export interface Claim {
    id: number;
    subject: Entity;
    relation: string;
    object: Entity;
    status: Status;
    speaker: Entity | null;
    unnamed_speaker?: string;
    item: string | null;
    role: string | null;
    place: Entity | null;
    time: string | null;
    confidence: number;
    alternatives: { subject: Entity; object: Entity }[];
    evidence: Quote[];
    judgements?: Judgement[];
}

export interface Tie {
    subject: Entity;
    relation: string;
    object: Entity;
    status: Status;
    sources: number;
    strength: number;
    claims: Claim[];
}

export interface Relation {
    name: string;
    group: string;
    inverse: string;
    symmetric: boolean;
    gloss: string;
}

export interface Hop {
    from: Entity;
    to: Entity;
    strength: number;
    ties: Tie[];
    denials: Tie[];
}
export interface Path {
    strength: number;
    hops: Hop[];
}
export interface Together {
    documents: number;
    sentences: Quote[];
}
export interface PathsAnswer {
    from: Entity;
    to: Entity;
    paths: Path[];
    together: Together | null;
}

// Who is around an entity: the strongest, and how many there are in all.
export interface Neighbours {
    entities: Entity[];
    count: number;
}

export interface DocumentText {
    document: Document;
    begin: number;
    end: number;
    length: number;
    text: string;
}

export interface Found {
    entities: (Entity & { claims?: number })[];
    suggestions: string[];
}

// Which claims count; what is empty restricts nothing.
export interface Filters {
    statuses: Status[];
    excludedGroups: string[];
    minSources: number;
    minConfidence: number;
    since: string;
    until: string;
    speakers: number[];
}
