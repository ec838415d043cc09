// The days that a claim is known for, as texts that sort: its time where one is told, else its first publication.
import type { Claim } from "./types";

const first = (date: string) => date.padEnd(10, "-01-01".slice(date.length - 4));
const last = (date: string) => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date.slice(0, 10));

// "2015..2018", "2023-11", "2023-11-21 10:00".
export function daysOf(claim: Claim): { first: string; last: string } | null {
    if (claim.time) {
        const [begin = "", end] = claim.time.split("..");
        if (end === undefined) return { first: first(begin.slice(0, 10)), last: last(begin.slice(0, 10)) };
        return { first: begin ? first(begin.slice(0, 10)) : "0000-01-01", last: end ? last(end.slice(0, 10)) : "9999-12-31" };
    }
    const published = claim.evidence
        .map((each) => each.document.published ?? "")
        .filter((each) => each)
        .sort()[0];
    return published ? { first: first(published.slice(0, 10)), last: last(published.slice(0, 10)) } : null;
}

export function holdsWithin(claim: Claim, since: string, until: string): boolean {
    if (!since && !until) return true;
    const days = daysOf(claim);
    return days !== null && (!since || days.last >= first(since)) && (!until || days.first <= last(until));
}
