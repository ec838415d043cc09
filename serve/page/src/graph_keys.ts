// The keyboard on a graph: arrows go to the entity that lies that way; Enter shows its neighbours.
import type { GraphEvents, View } from "./view";

interface Stop {
    id: string;
    x: number;
    y: number;
}

const directions: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
};

// Stops are looked up when a key is pressed; `here` is the one selected, `first` where arrows begin.
export function listenOnGraph(
    keys: HTMLElement,
    view: View,
    events: GraphEvents,
    seen: () => { stops: Stop[]; here: Stop | undefined; first: Stop | undefined },
    signal: AbortSignal,
): void {
    const act = (event: KeyboardEvent) => {
        const way = directions[event.key];
        const { stops, here, first } = seen();
        if (way) {
            const next = here ? nextStop(stops, here, way) : first;
            if (next) events.entity(Number(next.id));
        } else if (event.key === "Enter" && here) events.expand(Number(here.id));
        else if (event.key === "+" || event.key === "-") view.zoomBy(event.key === "+" ? 1.25 : 0.8);
        else if (event.key === "0") view.fit();
        else return;
        event.preventDefault();
    };
    keys.addEventListener("keydown", act, { signal });
}

function nextStop(stops: Stop[], here: Stop, [dx, dy]: [number, number]): Stop | undefined {
    let best: Stop | undefined,
        least = Infinity;
    for (const stop of stops) {
        const x = stop.x - here.x,
            y = stop.y - here.y;
        const along = x * dx + y * dy,
            aside = Math.abs(x * dy) + Math.abs(y * dx);
        if (along > 1 && along + 2 * aside < least) {
            least = along + 2 * aside;
            best = stop;
        }
    }
    return best;
}
