// Elements without markup in texts: whatever a name holds, it is shown as it is written.
type Child = Node | string | number | null | undefined | false;

export function make<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    attributes: Record<string, string | boolean | ((event: never) => void)> = {},
    ...children: Child[]
): HTMLElementTagNameMap[Name] {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (typeof value === "function") element.addEventListener(key, value as EventListener);
        else if (value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    append(element, ...children);
    return element;
}

export function append(element: Element, ...children: Child[]): void {
    for (const child of children) {
        if (child !== null && child !== undefined && child !== false)
            element.append(typeof child === "number" ? String(child) : child);
    }
}

export function replace(element: Element, ...children: Child[]): void {
    element.replaceChildren();
    append(element, ...children);
}

export function byId(id: string): HTMLElement {
    return document.getElementById(id)!;
}

const svgNames = "http://www.w3.org/2000/svg";
export function svg(name: string, attributes: Record<string, string | number>, ...children: Child[]): SVGElement {
    const element = document.createElementNS(svgNames, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    append(element, ...children);
    return element;
}

export function say(text: string): void {
    byId("status").textContent = text;
}

export const isTyping = () => document.activeElement?.matches("input, textarea, select") ?? false;
