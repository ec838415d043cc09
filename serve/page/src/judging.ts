// Beside a claim: whether its source says so, or what it says instead; what people judged of it.
import { Combobox } from "./combobox";
import { make, replace, say } from "./dom";
import { words, type Ontology } from "./looks";
import type { Right, Source } from "./source";
import { statuses, type Claim, type Entity } from "./types";

// The claim's number, and between whom it is now.
export type Judged = (claim: number, subject: number, object: number) => void;

// Null where claims may not be judged.
export function judging(claim: Claim, source: Source, ontology: Ontology, judged: Judged): HTMLElement | null {
    const { judge, withdraw } = source;
    if (!judge || !withdraw) return null;
    const problem = make("p", { role: "alert" });
    const act = (work: Promise<void>, done: string, subject = claim.subject.id, object = claim.object.id) =>
        void work.then(
            () => {
                say(`Claim ${claim.id} is ${done}`);
                judged(claim.id, subject, object);
            },
            (error: unknown) => replace(problem, error instanceof Error ? error.message : String(error)),
        );
    const button = (label: string, hint: string, click: () => void) => make("button", { class: "small", title: hint, click }, label);
    const box = (...children: HTMLElement[]) =>
        make(
            "div",
            { class: "judging", role: "group", id: groupOf(claim.id), "aria-label": `Judge claim ${claim.id}` },
            ...children,
            problem,
        );
    const latest = claim.judgements?.at(-1);
    if (latest) {
        const { subject, object } = latest.said;
        const takeBack = () => act(withdraw(latest.id), "again as it was read", subject.id, object.id);
        return box(button("Take it back", "The claim is again as it was read", takeBack));
    }
    const correct = correction(claim, source, ontology, {
        refuse: (text) => replace(problem, text),
        send: (right, subject, object) => act(judge(claim.id, "corrected", right), "corrected", subject, object),
    });
    const opener = button("Correct…", "It says something else", () => {
        correct.hidden = !correct.hidden;
        opener.setAttribute("aria-expanded", String(!correct.hidden));
        if (!correct.hidden) correct.querySelector("input")?.focus();
    });
    opener.setAttribute("aria-expanded", "false");
    return box(
        button("✓ Right", "The source says so", () => act(judge(claim.id, "confirmed"), "confirmed")),
        button("✗ Wrong", "No source says so: it is no tie any more", () => act(judge(claim.id, "rejected"), "rejected")),
        opener,
        correct,
    );
}

// Where the keyboard goes on, in a panel that was made anew.
export function focusJudging(claim: number): void {
    document.getElementById(groupOf(claim))?.querySelector("button")?.focus();
}

const groupOf = (claim: number) => `judging-${claim}`;

function correction(
    claim: Claim,
    source: Source,
    ontology: Ontology,
    events: { refuse(text: string): void; send(right: Right, subject: number, object: number): void },
): HTMLFormElement {
    const party = (label: string, entity: Entity) => {
        const box = new Combobox(source, label, `${label}…`, () => {});
        box.set(entity);
        return box;
    };
    const subject = party("Subject", claim.subject),
        object = party("Object", claim.object);
    const relation = choice("Relation", ontology.relations, claim.relation),
        status = choice("Status", statuses, claim.status);
    const swap = () => {
        const before = subject.chosen;
        subject.set(object.chosen);
        object.set(before);
    };
    const submit = async () => {
        const from = await subject.settle(),
            to = await object.settle();
        if (!from || !to) {
            const { input } = from ? object : subject;
            events.refuse(`Nobody goes by “${input.value}”. Choose one of whom something is claimed.`);
            return input.focus();
        }
        const isTurned = from.id === claim.object.id && to.id === claim.subject.id;
        const right: Right = {
            ...(isTurned && { turned: true }),
            ...(!isTurned && from.id !== claim.subject.id && { subject: `#${from.id}` }),
            ...(!isTurned && to.id !== claim.object.id && { object: `#${to.id}` }),
            ...(relation.value !== claim.relation && { relation: relation.value }),
            ...(status.value !== claim.status && { status: status.value }),
        };
        events.send(right, from.id, to.id);
    };
    return make(
        "form",
        {
            hidden: true,
            "aria-label": `What claim ${claim.id} should say`,
            submit: (event: Event) => {
                event.preventDefault();
                void submit();
            },
        },
        subject.element,
        relation,
        object.element,
        status,
        make("button", { class: "small", type: "button", title: "Subject and object the other way round", click: swap }, "⇅ Swap"),
        make("button", { class: "small" }, "So it is"),
    );
}

function choice(label: string, values: string[], chosen: string): HTMLSelectElement {
    const options = values.map((value) => {
        const option = make("option", { value }, words(value));
        option.selected = value === chosen;
        return option;
    });
    return make("select", { "aria-label": label }, ...options);
}

// "corrected by Mara; read as Russia funds Wagner Group"
export function judgementLine(claim: Claim): HTMLElement | null {
    const latest = claim.judgements?.at(-1);
    if (!latest) return null;
    const { subject, relation, object, status } = latest.said;
    const read = `; read as ${subject.name} ${words(relation)} ${object.name}${status === "actual" ? "" : ` (${status})`}`;
    return make(
        "p",
        { class: "hint" },
        `${latest.verdict} by ${latest.judge}${latest.decided ? `, ${latest.decided}` : ""}${latest.verdict === "confirmed" ? "" : read}`,
    );
}
