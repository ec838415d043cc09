// A scene as SVG, as text that can be edited.
import { escaped } from "./exports";
import { lineLabelSize } from "./labels";
import { groundColours, type Shape } from "./looks";
import { arrowHead, cornersOf, courseOf, type Scene, type SceneLine, type SceneNode } from "./scene";
import { boundsOf } from "./view";

const margin = 100; // of labels, too

export function svgOf({ nodes, lines }: Scene): string {
    const { left, right, top, bottom } = boundsOf(nodes),
        width = Math.round(right - left) + 2 * margin,
        height = Math.round(bottom - top) + 2 * margin,
        corner = `x="${left - margin}" y="${top - margin}"`;
    return (
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left - margin} ${top - margin} ${width} ${height}" width="${width}" height="${height}">` +
        `<rect ${corner} width="100%" height="100%" fill="${groundColours().ground}"/>` +
        `${[...lines.flatMap(partsOfLine), ...nodes.flatMap(partsOfNode)].join("\n")}</svg>\n`
    );
}

function partsOfLine(line: SceneLine): string[] {
    const { from, to, bend, middle } = courseOf(line),
        { dash, width, opacity } = line,
        colour = line.colour ?? "#888888";
    const parts = [
        `<path d="M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${opacity}"${dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`,
    ];
    for (const end of [line.forward && to, line.backward && from]) {
        if (!end) continue;
        const corners = arrowHead(end, bend, width).map(({ x, y }) => `${x} ${y}`);
        parts.push(`<path d="M${corners.join("L")}Z" fill="${colour}"/>`);
    }
    if (line.isNamed) {
        let turn = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
        if (turn > 90 || turn < -90) turn += 180;
        parts.push(label(line.label, middle.x, middle.y + 4, lineLabelSize, colour, 500, "middle", turn));
    }
    return parts;
}

function partsOfNode(node: SceneNode): string[] {
    const { x, y, name } = node,
        radius = node.size / 2,
        { ink, fill, accent } = groundColours();
    if (node.more) return [label(node.label, x, y + 4, 11, ink, 500)];
    const parts = [shape(node.shape, x, y, radius, node.asked ? accent : fill)];
    if (!name) return parts;
    const { side, size } = name;
    const isBeside = side === "left" || side === "right",
        away = (side === "left" ? -1 : 1) * (radius + 5);
    const below = side === "top" ? -radius - 5 : radius + size + 3;
    const anchor = side === "left" ? "end" : side === "right" ? "start" : "middle";
    parts.push(
        label(
            node.label,
            x + (isBeside ? away : 0),
            y + (isBeside ? size * 0.35 : below),
            size,
            ink,
            node.asked ? 700 : 500,
            anchor,
        ),
    );
    return parts;
}

function label(
    text: string,
    x: number,
    y: number,
    size: number,
    colour: string,
    weight: number,
    anchor = "middle",
    turn = 0,
): string {
    return (
        `<text x="${x}" y="${y}" font-family="system-ui, sans-serif" font-size="${size}" font-weight="${weight}" fill="${colour}" stroke="${groundColours().ground}" stroke-width="3" paint-order="stroke" text-anchor="${anchor}"` +
        `${turn ? ` transform="rotate(${turn.toFixed(1)} ${x} ${y - 4})"` : ""}>${escaped(text)}</text>`
    );
}

function shape(name: Shape, x: number, y: number, r: number, colour: string): string {
    if (name === "ellipse") return `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
    const those = cornersOf[name];
    if (!those) return `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}" rx="${r / 3}" fill="${colour}"/>`;
    return `<polygon points="${those.map(([dx, dy]) => `${x + dx * r},${y + dy * r}`).join(" ")}" fill="${colour}"/>`;
}
