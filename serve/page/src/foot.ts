// The time slider below the picture. It shows what there was before it was moved, so that narrowing the time does not move
// its ends.
import { make, replace } from "./dom";
import type { Loaded } from "./load";
import { timeSlider } from "./time_slider";
import type { State } from "./state";
import type { Tie } from "./types";

export class Foot {
    readonly element = make("div", { id: "foot" });
    private allTimes: Tie[] = [];
    private question = "";

    constructor(
        private readonly fade: (since: string, until: string) => void,
        private readonly done: (since: string, until: string) => void,
    ) {}

    render(state: State, loaded: Loaded): void {
        const slider = timeSlider(this.spanOfTime(state, loaded), state.filters, this.fade, this.done);
        const focused = document.activeElement;
        const name = this.element.contains(focused) ? focused?.getAttribute("aria-label") : null;
        replace(this.element, slider);
        if (name && slider) [...slider.querySelectorAll("input")].find((each) => each.getAttribute("aria-label") === name)?.focus();
    }

    private spanOfTime({ shown, path, filters }: State, loaded: Loaded): Tie[] {
        const question = JSON.stringify([[...shown.keys()], path]);
        if (question !== this.question || (!filters.since && !filters.until)) this.allTimes = loaded.ties;
        this.question = question;
        return this.allTimes;
    }
}
