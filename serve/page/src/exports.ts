// What is seen as a file: SVG and PNG of the picture, GraphML of entities and ties, CSV of the claims with their quotes.
import type cytoscape from "cytoscape";
import { askedNameSize, nameSize } from "./labels";
import { isDark } from "./looks";
import type { Picture } from "./picture";
import type { Tie } from "./types";

export function save(name: string, type: string, content: string | Blob): void {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const anchor = document.createElement("a");
    anchor.href = url;
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
}

const ground = () => (isDark() ? "#14181f" : "#fbfaf8");
// Characters that XML does not know are left out.
const escaped = (text: string | number) =>
    String(text)
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;");

export async function png(graph: cytoscape.Core): Promise<Blob> {
    return graph.png({ output: "blob-promise", full: true, scale: 2, bg: ground(), maxWidth: 8000, maxHeight: 8000 });
}

export function svgOf(graph: cytoscape.Core): string {
    const { x1, y1, w, h } = graph.elements().boundingBox({});
    const margin = 20,
        parts: string[] = [];
    graph.edges().forEach((edge) => {
        const from = edge.sourceEndpoint(),
            to = edge.targetEndpoint(),
            middle = edge.midpoint();
        // The curve's control point, from the middle that it passes.
        const bend = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
        const colour = edge.data("colour") ?? "#888888",
            width = edge.data("width") ?? 1,
            dash = (edge.data("dash") as number[] | undefined) ?? [2, 3];
        parts.push(
            `<path d="M${from.x} ${from.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-opacity="${edge.data("opacity") ?? 0.6}"${dash.length ? ` stroke-dasharray="${dash.join(" ")}"` : ""}/>`,
        );
        for (const [isThere, end] of [
            [edge.hasClass("forward"), to],
            [edge.hasClass("backward"), from],
        ] as const) {
            if (!isThere) continue;
            const angle = Math.atan2(end.y - bend.y, end.x - bend.x),
                size = 5 + width;
            const corner = (turn: number) => `${end.x - size * Math.cos(angle + turn)} ${end.y - size * Math.sin(angle + turn)}`;
            parts.push(`<path d="M${end.x} ${end.y}L${corner(0.45)} ${corner(-0.45)}Z" fill="${colour}"/>`);
        }
        if (!edge.hasClass("hub") && !edge.hasClass("quiet")) {
            let turn = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
            if (turn > 90 || turn < -90) turn += 180;
            parts.push(label(edge.data("label"), middle.x, middle.y + 4, 11, colour, 500, turn));
        }
    });
    graph.nodes().forEach((node) => {
        const at = node.position(),
            style = node.style() as Record<string, string>;
        const more = node.hasClass("more");
        if (!more) parts.push(shape(node.data("shape"), at.x, at.y, node.width() / 2, style["background-color"]!));
        if (more || !node.hasClass("quiet")) {
            const size = more ? 11 : (node.data("nameSize") ?? (node.hasClass("asked") ? askedNameSize : nameSize));
            parts.push(
                label(
                    node.data("label"),
                    at.x,
                    more ? at.y + 4 : at.y + node.height() / 2 + size + 3,
                    size,
                    style["color"]!,
                    node.hasClass("asked") ? 700 : 500,
                ),
            );
        }
    });
    return (
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x1 - margin} ${y1 - margin} ${w + 2 * margin} ${h + 2 * margin}" width="${Math.round(w + 2 * margin)}" height="${Math.round(h + 2 * margin)}">` +
        `<rect x="${x1 - margin}" y="${y1 - margin}" width="100%" height="100%" fill="${ground()}"/>${parts.join("\n")}</svg>\n`
    );
}

function label(text: string, x: number, y: number, size: number, colour: string, weight: number, turn = 0): string {
    return (
        `<text x="${x}" y="${y}" font-family="system-ui, sans-serif" font-size="${size}" font-weight="${weight}" fill="${colour}" stroke="${ground()}" stroke-width="3" paint-order="stroke" text-anchor="middle"` +
        `${turn ? ` transform="rotate(${turn.toFixed(1)} ${x} ${y - 4})"` : ""}>${escaped(text)}</text>`
    );
}

function shape(name: string, x: number, y: number, r: number, colour: string): string {
    const corners: Record<string, [number, number][]> = {
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
    if (name === "ellipse") return `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`;
    const those = corners[name];
    if (!those) return `<rect x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}" rx="${r / 3}" fill="${colour}"/>`;
    return `<polygon points="${those.map(([dx, dy]) => `${x + dx * r},${y + dy * r}`).join(" ")}" fill="${colour}"/>`;
}

export function graphMl(picture: Picture, ties: Tie[]): string {
    const keys = [
        ["name", "node", "string"],
        ["kind", "node", "string"],
        ["relation", "edge", "string"],
        ["status", "edge", "string"],
        ["sources", "edge", "int"],
        ["strength", "edge", "double"],
    ];
    const data = (key: string, value: string | number) => `<data key="${key}">${escaped(value)}</data>`;
    return (
        `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n` +
        keys.map(([name, of, type]) => `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`).join("") +
        `<graph edgedefault="directed">\n` +
        picture.entities
            .map(({ entity }) => `<node id="n${entity.id}">${data("name", entity.name)}${data("kind", entity.kind)}</node>\n`)
            .join("") +
        ties
            .map(
                (tie) =>
                    `<edge source="n${tie.subject.id}" target="n${tie.object.id}">${data("relation", tie.relation)}${data("status", tie.status)}${data("sources", tie.sources)}${data("strength", tie.strength)}</edge>\n`,
            )
            .join("") +
        "</graph>\n</graphml>\n"
    );
}

// A row a piece of evidence. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
export function csv(ties: Tie[]): string {
    const cell = (value: string | number | null | undefined) => {
        const text = String(value ?? ""),
            safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
        return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    const rows: (string | number | null | undefined)[][] = [
        [
            "claim",
            "subject",
            "relation",
            "object",
            "status",
            "speaker",
            "item",
            "role",
            "place",
            "time",
            "confidence",
            "publisher",
            "published",
            "document",
            "quote",
        ],
    ];
    for (const claim of ties.flatMap((tie) => tie.claims)) {
        for (const quote of claim.evidence) {
            rows.push([
                claim.id,
                claim.subject.name,
                claim.relation,
                claim.object.name,
                claim.status,
                claim.speaker?.name ?? claim.unnamed_speaker,
                claim.item,
                claim.role,
                claim.place?.name,
                claim.time,
                claim.confidence,
                quote.document.publisher,
                quote.document.published,
                quote.document.location,
                quote.text,
            ]);
        }
    }
    return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
