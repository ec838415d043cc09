// What draws a picture on the stage: GraphView, or LargeView from so many entities on.
import type { Place } from "./layout";
import type { Line, Picture } from "./picture";

export interface GraphEvents {
    entity(id: number): void;
    expand(id: number): void;
    pair(a: number, b: number): void;
    nothing(): void;
    moved(id: number, x: number, y: number): void;
}

export interface View {
    readonly isLarge: boolean;
    places(): Map<string, Place>; // of the entities
    show(picture: Picture, pinned: Map<number, [number, number]>): void;
    select(ids: string[]): void;
    fadeAllBut(keep: ((line: string) => boolean) | null): void; // lines that stay while a slider moves; entities without any go with them
    repaint(lines: Line[]): void; // in the colours of the other theme
    resize(): void; // as large as its room has become; what was seen whole still is
    fit(): void;
    zoomBy(factor: number): void;
    svg(): string;
    png(): Promise<Blob>;
    leave(): void; // the stage is another's now
}

// fCoSE and Cytoscape.js hold the page up for longer than a tenth of a second where there are more.
export const manyNodes = 80;

export function boundsOf(places: Iterable<Place>) {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of places) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
    }
    return { left, right, top, bottom };
}
