// Filters as chips, which are the legend too: colours of the groups of relations, dashes of the statuses.
import { make, replace, svg } from "./dom";
import { colourOf, dashes, statusMeanings, words, type Ontology } from "./looks";
import { statuses, type Entity, type Filters, type Status } from "./types";

function sample(colour: string, dash: number[]): SVGElement {
    return svg(
        "svg",
        { width: 26, height: 8, "aria-hidden": "true" },
        svg("line", {
            x1: 1,
            y1: 4,
            x2: 25,
            y2: 4,
            stroke: colour,
            "stroke-width": 3,
            "stroke-dasharray": dash.map((each) => each * 0.7).join(" "),
        }),
    );
}

export function showChips(
    room: HTMLElement,
    ontology: Ontology,
    filters: Filters,
    speakers: Entity[],
    change: (filters: Filters) => void,
): void {
    const with_ = (some: Partial<Filters>) => change({ ...filters, ...some });
    const isOn = (status: Status) => filters.statuses.length === 0 || filters.statuses.includes(status);
    const toggleStatus = (status: Status) => {
        const now = statuses.filter((each) => (each === status ? !isOn(each) : isOn(each)));
        with_({ statuses: now.length === statuses.length ? [] : now });
    };
    const toggleGroup = (group: string) =>
        with_({
            excludedGroups: filters.excludedGroups.includes(group)
                ? filters.excludedGroups.filter((each) => each !== group)
                : [...filters.excludedGroups, group],
        });
    const chip = (label: string, hint: string, on: boolean, mark: Element, act: () => void) =>
        make("button", { class: "chip", title: hint, "aria-pressed": String(on), click: act }, mark, label);
    const choice = (label: string, hint: string, value: number, values: [number, string][], take: (value: number) => void) =>
        make(
            "label",
            { class: "chip choice", title: hint },
            `${label} `,
            make(
                "select",
                { change: (event: Event) => take(Number((event.target as HTMLSelectElement).value)) },
                ...values.map(([each, text]) => make("option", { value: String(each), selected: each === value }, text)),
            ),
        );
    const isFiltered =
        filters.statuses.length + filters.excludedGroups.length + filters.speakers.length > 0 ||
        filters.minSources > 1 ||
        filters.minConfidence > 0 ||
        filters.since !== "" ||
        filters.until !== "";
    replace(
        room,
        make(
            "div",
            { class: "chip-row", role: "group", "aria-label": "Groups of relations" },
            ...ontology.groups.map((group) =>
                chip(
                    words(group),
                    `Show or leave out ties of ${words(group)}`,
                    !filters.excludedGroups.includes(group),
                    sample(colourOf(group), []),
                    () => toggleGroup(group),
                ),
            ),
        ),
        make(
            "div",
            { class: "chip-row", role: "group", "aria-label": "Statuses" },
            ...statuses.map((status) =>
                chip(status, statusMeanings[status], isOn(status), sample("currentColor", dashes[status]), () =>
                    toggleStatus(status),
                ),
            ),
            choice(
                "at least",
                "Independent sources of a tie; copies of one text are one",
                filters.minSources,
                [
                    [1, "1 source"],
                    [2, "2 sources"],
                    [3, "3 sources"],
                    [5, "5 sources"],
                ],
                (minSources) => with_({ minSources }),
            ),
            choice(
                "sure",
                "How sure a claim must be",
                filters.minConfidence,
                [
                    [0, "any"],
                    [0.3, "30 %"],
                    [0.5, "50 %"],
                    [0.7, "70 %"],
                    [0.9, "90 %"],
                ],
                (minConfidence) => with_({ minConfidence }),
            ),
            ...speakers.map((speaker) =>
                make(
                    "button",
                    {
                        class: "chip removable",
                        title: "Show what others say too",
                        click: () => with_({ speakers: filters.speakers.filter((each) => each !== speaker.id) }),
                    },
                    `says ${speaker.name} ✕`,
                ),
            ),
            (filters.since || filters.until) &&
                make(
                    "button",
                    { class: "chip removable", click: () => with_({ since: "", until: "" }) },
                    `${filters.since || "…"} to ${filters.until || "…"} ✕`,
                ),
            isFiltered &&
                make(
                    "button",
                    {
                        class: "chip removable",
                        click: () =>
                            change({
                                statuses: [],
                                excludedGroups: [],
                                minSources: 1,
                                minConfidence: 0,
                                since: "",
                                until: "",
                                speakers: [],
                            }),
                    },
                    "all filters off",
                ),
        ),
    );
}
