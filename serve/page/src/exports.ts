// What is seen as a file: GraphML of entities and ties, CSV of the claims with their quotes. Pictures: svg.ts and the views.
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

// Characters that XML does not know are left out.
export const escaped = (text: string | number) =>
    String(text)
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;");

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
