// The article of a quote, with the sentence marked in its text and the words that express the tie within it.
import { make, replace } from "./dom";
import type { Source } from "./source";
import type { Document, Quote } from "./types";

export const titleOf = (document: Document) => document.title ?? document.location.split("/").at(-1) ?? "";

export function sourceLine(document: Document): string {
    return [document.publisher ?? document.location.split("/").at(-1), document.published?.slice(0, 10)]
        .filter(Boolean)
        .join(" · ");
}

// Of what others wrote only addresses of the web are made links.
export function link(address: string, text: string): HTMLElement | null {
    return /^https?:\/\//i.test(address)
        ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text)
        : null;
}

const mostParts = 20; // of 50,000 characters, until the one that is looked for

export async function openArticle(source: Source, quote: Quote, others: Quote[]): Promise<void> {
    const body = make("div", { class: "text", tabindex: "0" }, "Opening…");
    const dialog = make(
        "dialog",
        { class: "article", "aria-label": titleOf(quote.document) },
        make(
            "header",
            {},
            make("h2", {}, titleOf(quote.document)),
            make("button", { class: "quiet-button", "aria-label": "Close the article", click: () => dialog.close() }, "✕"),
        ),
        make(
            "p",
            { class: "source" },
            sourceLine(quote.document),
            " · ",
            link(quote.url ?? quote.document.location, "the original") ??
                make("span", { class: "location" }, quote.document.location),
        ),
        body,
    );
    dialog.addEventListener("close", () => dialog.remove());
    dialog.addEventListener("click", (event) => {
        if (event.target === dialog) dialog.close();
    });
    document.body.append(dialog);
    dialog.showModal();
    try {
        const text = await wholeText(source, quote);
        if (text === null) {
            replace(
                body,
                make("p", {}, make("mark", {}, quote.text ?? "A record without a text.")),
                make("p", { class: "hint" }, "The text of this article is not in this file."),
            );
        } else replace(body, ...marked(text, quote, others));
        body.querySelector("mark.main")?.scrollIntoView({ block: "center" });
        body.focus();
    } catch (error) {
        replace(body, String((error as Error).message));
    }
}

async function wholeText(source: Source, quote: Quote): Promise<string[] | null> {
    const points: string[] = [];
    for (let part = 0; part < mostParts; ++part) {
        const answer = await source.document(quote.document.id, points.length);
        if (!answer) return null;
        points.push(...answer.text);
        if (answer.end >= answer.length || points.length > quote.end + 20000) break;
    }
    return points.length === 0 ? null : points;
}

// Offsets count Unicode code points, which an array of them has as its indexes.
function marked(points: string[], quote: Quote, others: Quote[]): Node[] {
    const spans = [quote, ...others.filter((each) => each.document.id === quote.document.id && each.text)]
        .map((each) => ({ begin: each.begin, end: each.end, quote: each }))
        .sort((a, b) => a.begin - b.begin || b.end - a.end);
    const nodes: Node[] = [];
    let at = 0;
    for (const span of spans) {
        if (span.begin < at || span.end <= span.begin) continue;
        nodes.push(document.createTextNode(points.slice(at, span.begin).join("")));
        const isMain = span.begin <= quote.begin && span.end >= quote.end;
        nodes.push(
            make(
                "mark",
                { class: isMain ? "main" : "other" },
                ...withCue(points.slice(span.begin, span.end).join(""), span.quote.cue),
            ),
        );
        at = span.end;
    }
    nodes.push(document.createTextNode(points.slice(at).join("")));
    return nodes;
}

export function withCue(text: string, cue: string | null): (Node | string)[] {
    const at = cue ? text.indexOf(cue) : -1;
    return at < 0 ? [text] : [text.slice(0, at), make("strong", {}, cue), text.slice(at + cue!.length)];
}
