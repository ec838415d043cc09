// Keys that act wherever one is on the page, but for where one writes.
import { isTyping } from "./dom";

export function listenForKeys(acts: Record<string, () => void>): void {
    addEventListener("keydown", (event) => {
        if (isTyping() || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
        const act = acts[event.key];
        if (!act) return;
        event.preventDefault();
        act();
    });
}
