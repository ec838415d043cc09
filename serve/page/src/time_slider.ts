// Two handles over the months in which something is claimed to be, with how much in each.
import { daysOf } from "./dates";
import { make, svg } from "./dom";
import type { Filters, Tie } from "./types";

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1) - 1;
const toDate = (month: number) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const inWords = (month: number) => `${names[month % 12]} ${Math.floor(month / 12)}`;

// Null: nothing is dated, or all of one month.
export function timeSlider(
    ties: Tie[],
    filters: Filters,
    during: (since: string, until: string) => void,
    done: (since: string, until: string) => void,
): HTMLElement | null {
    const months = ties
        .flatMap((tie) => tie.claims)
        .flatMap((claim) => {
            const days = daysOf(claim);
            return days ? [monthOf(days.first === "0000-01-01" ? days.last : days.first)] : [];
        });
    for (const date of [filters.since, filters.until]) if (date) months.push(monthOf(date));
    if (months.length === 0) return null;
    const first = months.reduce((a, b) => Math.min(a, b)),
        last = months.reduce((a, b) => Math.max(a, b));
    if (first === last) return null;
    const bins = Math.min(last - first + 1, 60),
        counts = new Array<number>(bins).fill(0);
    for (const month of months) ++counts[Math.floor(((month - first) * bins) / (last - first + 1))]!;
    const most = Math.max(...counts);
    const bars = svg(
        "svg",
        { viewBox: `0 0 ${bins} 10`, preserveAspectRatio: "none", class: "bars", "aria-hidden": "true" },
        ...counts.map((count, index) =>
            svg("rect", { x: index + 0.1, width: 0.8, y: 10 - (10 * count) / most, height: (10 * count) / most }),
        ),
    );
    const label = make("output", {});
    const slider = (name: string, value: number) =>
        make("input", {
            type: "range",
            min: String(first),
            max: String(last),
            value: String(value),
            "aria-label": name,
            input: () => moved(false),
            change: () => moved(true),
        });
    const from = slider("From", filters.since ? monthOf(filters.since) : first),
        to = slider("To", filters.until ? monthOf(filters.until) : last);
    const moved = (isDone: boolean) => {
        const least = Math.min(Number(from.value), Number(to.value)),
            greatest = Math.max(Number(from.value), Number(to.value));
        describe(least, greatest);
        (isDone ? done : during)(least === first ? "" : toDate(least), greatest === last ? "" : toDate(greatest));
    };
    const describe = (least: number, greatest: number) => {
        label.textContent =
            least === first && greatest === last
                ? `${inWords(first)} to ${inWords(last)}`
                : `only ${inWords(least)} to ${inWords(greatest)}`;
        for (const each of [from, to]) each.setAttribute("aria-valuetext", inWords(Number(each.value)));
    };
    describe(Math.min(Number(from.value), Number(to.value)), Math.max(Number(from.value), Number(to.value)));
    return make(
        "div",
        { class: "time", role: "group", "aria-label": "Time" },
        make("div", { class: "track" }, bars, from, to),
        label,
    );
}
