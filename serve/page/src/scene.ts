// What is drawn, and where: of a picture whose entities have their places. LargeView paints it, and it becomes an SVG.
import type cytoscape from "cytoscape";
import type { Side } from "./labels";
import type { Place } from "./layout";
import type { Shape } from "./looks";

export interface SceneNode {
    id: string;
    label: string;
    shape: Shape;
    size: number;
    x: number;
    y: number;
    degree: number;
    asked: boolean;
    pinned: boolean;
    more: string | null; // stands for neighbours of this one that are not here
    width: number; // of such a box
    name: { side: Side; size: number } | null; // where its label has room
    faded: boolean;
}

export interface SceneLine {
    id: string;
    source: SceneNode;
    target: SceneNode;
    label: string;
    colour: string | null; // null: to a box for what is not here
    width: number;
    opacity: number;
    dash: number[];
    strength: number;
    forward: boolean;
    backward: boolean;
    bend: number; // aside of the straight line, where several tie the same two
    isNamed: boolean;
    faded: boolean;
}

export interface Scene {
    nodes: SceneNode[];
    lines: SceneLine[];
}

const bendStep = 46;

export function sceneOf(elements: cytoscape.ElementDefinition[], places: Map<string, Place>): Scene {
    const nodes = new Map<string, SceneNode>(),
        lines: SceneLine[] = [],
        bundles = new Map<string, SceneLine[]>();
    for (const { data, classes = "", position } of elements) {
        const kinds = ` ${classes} `;
        if (data["source"] === undefined) {
            const place = position ?? places.get(data.id!);
            if (!place) continue;
            nodes.set(data.id!, {
                id: data.id!,
                label: data["label"],
                shape: data["shape"] ?? "round-rectangle",
                size: data["size"] ?? 18,
                x: place.x,
                y: place.y,
                degree: 0,
                asked: kinds.includes(" asked "),
                pinned: kinds.includes(" pinned "),
                more: data["of"] ?? null,
                width: data["width"] ?? 0,
                name: null,
                faded: false,
            });
        }
    }
    for (const { data, classes = "" } of elements) {
        const source = nodes.get(data["source"]),
            target = nodes.get(data["target"]);
        if (!source || !target) continue;
        const kinds = ` ${classes} `;
        const line: SceneLine = {
            id: data.id!,
            source,
            target,
            label: data["label"] ?? "",
            colour: data["colour"] ?? null,
            width: data["width"] ?? 1,
            opacity: data["opacity"] ?? 0.6,
            dash: data["dash"] ?? [1, 2],
            strength: data["strength"] ?? 0,
            forward: kinds.includes(" forward "),
            backward: kinds.includes(" backward "),
            bend: 0,
            isNamed: false,
            faded: false,
        };
        ++source.degree;
        ++target.degree;
        lines.push(line);
        if (kinds.includes(" beside ")) {
            const pair = `${source.id}-${target.id}`;
            bundles.set(pair, [...(bundles.get(pair) ?? []), line]);
        }
    }
    for (const bundle of bundles.values())
        bundle.forEach((line, index) => (line.bend = (index - (bundle.length - 1) / 2) * bendStep));
    return { nodes: [...nodes.values()], lines };
}

export interface Course {
    from: Place;
    to: Place; // at the rims of what it ties
    bend: Place; // the control point of its curve
    middle: Place;
}

export function courseOf({ source, target, bend }: SceneLine): Course {
    const dx = target.x - source.x,
        dy = target.y - source.y,
        length = Math.hypot(dx, dy) || 1;
    const half = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
    const control = { x: half.x - (dy / length) * bend, y: half.y + (dx / length) * bend };
    const rim = (node: SceneNode): Place => {
        const x = control.x - node.x,
            y = control.y - node.y,
            away = Math.min(node.size / 2 + 1, length / 2) / (Math.hypot(x, y) || 1);
        return { x: node.x + x * away, y: node.y + y * away };
    };
    const from = rim(source),
        to = rim(target);
    return {
        from,
        to,
        bend: control,
        middle: { x: (from.x + to.x) / 4 + control.x / 2, y: (from.y + to.y) / 4 + control.y / 2 },
    };
}

// The three corners of an arrow's head that points to `end`.
export function arrowHead(end: Place, comesFrom: Place, width: number): Place[] {
    const angle = Math.atan2(end.y - comesFrom.y, end.x - comesFrom.x),
        size = 5 + width;
    const corner = (turn: number) => ({ x: end.x - size * Math.cos(angle + turn), y: end.y - size * Math.sin(angle + turn) });
    return [end, corner(0.45), corner(-0.45)];
}

// Shapes with corners, in a square from -1 to 1.
export const cornersOf: Partial<Record<Shape, [number, number][]>> = {
    hexagon: [
        [-1, 0],
        [-0.5, -0.87],
        [0.5, -0.87],
        [1, 0],
        [0.5, 0.87],
        [-0.5, 0.87],
    ],
    diamond: [
        [0, -1],
        [1, 0],
        [0, 1],
        [-1, 0],
    ],
    "round-triangle": [
        [0, -1],
        [1, 1],
        [-1, 1],
    ],
};
