// Mouse, pen and fingers on a large picture: pan, pinch, wheel, drag, tap and tap twice.
import type { SceneLine, SceneNode } from "./scene";

export interface Hit {
    node: SceneNode | null;
    line: SceneLine | null;
}

export interface Pointed {
    hit(x: number, y: number): Hit;
    pointAt(hit: Hit): void;
    tap(hit: Hit): void;
    tapTwice(hit: Hit): void;
    lift(node: SceneNode): void;
    drag(node: SceneNode, x: number, y: number): void;
    drop(node: SceneNode): void;
    panBy(x: number, y: number): void;
    zoomAt(factor: number, x: number, y: number): void;
}

const slack = 4, // pixels that a tap may move
    twice = 450; // milliseconds

interface Touch {
    x: number;
    y: number;
}

export function listenToPointer(canvas: HTMLElement, pointed: Pointed, signal: AbortSignal): void {
    const touches = new Map<number, Touch>();
    let begun: (Touch & { hit: Hit; hasMoved: boolean }) | null = null, // of the one that is down alone
        last: { hit: Hit; at: number; place: Touch } | null = null; // tap: what is under a second one may have moved away
    const place = (event: MouseEvent): Touch => {
        const { left, top } = canvas.getBoundingClientRect();
        return { x: event.clientX - left, y: event.clientY - top };
    };
    const on = <Name extends keyof HTMLElementEventMap>(name: Name, act: (event: HTMLElementEventMap[Name]) => void) =>
        canvas.addEventListener(name, act, { signal, passive: false });
    on("pointerdown", (event) => {
        if (event.button !== 0) return;
        canvas.setPointerCapture(event.pointerId);
        const at = place(event);
        touches.set(event.pointerId, at);
        if (touches.size > 1) letGo();
        begun = touches.size === 1 ? { ...at, hit: pointed.hit(at.x, at.y), hasMoved: false } : null;
    });
    on("pointermove", (event) => {
        const at = place(event),
            before = touches.get(event.pointerId);
        if (!before) return pointed.pointAt(pointed.hit(at.x, at.y));
        touches.set(event.pointerId, at);
        const other = [...touches].find(([id]) => id !== event.pointerId)?.[1];
        if (other) return pinch(before, at, other);
        if (!begun) return;
        if (!begun.hasMoved) {
            if (Math.hypot(at.x - begun.x, at.y - begun.y) < slack) return;
            begun.hasMoved = true;
            if (begun.hit.node) pointed.lift(begun.hit.node);
            return move(at.x - begun.x, at.y - begun.y);
        }
        move(at.x - before.x, at.y - before.y);
    });
    const move = (x: number, y: number) => {
        if (begun?.hit.node) pointed.drag(begun.hit.node, x, y);
        else pointed.panBy(x, y);
    };
    const pinch = (before: Touch, at: Touch, other: Touch) => {
        const apart = (one: Touch) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
        pointed.panBy((at.x - before.x) / 2, (at.y - before.y) / 2);
        pointed.zoomAt(apart(at) / apart(before), (at.x + other.x) / 2, (at.y + other.y) / 2);
    };
    const letGo = () => {
        if (begun?.hasMoved && begun.hit.node) pointed.drop(begun.hit.node);
        begun = null;
    };
    on("pointerup", (event) => {
        touches.delete(event.pointerId);
        if (!begun || begun.hasMoved) return letGo();
        const now = performance.now(),
            { hit } = begun;
        begun = null;
        const where = place(event);
        if (last?.hit.node && now - last.at < twice && Math.hypot(where.x - last.place.x, where.y - last.place.y) < 3 * slack) {
            const again = last.hit;
            last = null;
            return pointed.tapTwice(again);
        }
        last = { hit, at: now, place: where };
        pointed.tap(hit);
    });
    on("pointercancel", (event) => {
        touches.delete(event.pointerId);
        letGo();
    });
    on("pointerleave", () => pointed.pointAt({ node: null, line: null }));
    on("wheel", (event) => {
        event.preventDefault();
        const { x, y } = place(event),
            pixels = event.deltaY * (event.deltaMode === 1 ? 30 : 1);
        pointed.zoomAt(Math.pow(2, -Math.min(Math.max(pixels, -300), 300) / 350), x, y);
    });
}
