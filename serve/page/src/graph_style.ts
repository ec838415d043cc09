// What Cytoscape.js is given: its style sheet, and entities and lines as its elements.
import type cytoscape from "cytoscape";
import { askedNameSize, leastLineLabel, leastName, lineLabelSize, nameSize, widestName } from "./labels";
import { colourOf, dashes, groundColours, shapeOf } from "./looks";
import type { Drawn, Line } from "./picture";

export function styles(): cytoscape.StylesheetJson {
    const { ink, ground, fill, accent } = groundColours();
    return [
        {
            selector: "node",
            style: {
                label: "data(label)",
                shape: "data(shape)" as never,
                width: "data(size)",
                height: "data(size)",
                "background-color": fill,
                color: ink,
                "font-size": nameSize,
                "font-weight": 500,
                "text-valign": "bottom",
                "text-margin-y": 5,
                "text-wrap": "wrap",
                "text-max-width": `${widestName}px`,
                "font-family": "system-ui, sans-serif",
                "text-outline-color": ground,
                "text-outline-width": 2.5,
                "border-width": 1.5,
                "border-color": ground,
                "min-zoomed-font-size": leastName,
                "overlay-opacity": 0,
            },
        },
        { selector: "node[side = 'top']", style: { "text-valign": "top", "text-margin-y": -5 } },
        {
            selector: "node[side = 'right']",
            style: { "text-valign": "center", "text-halign": "right", "text-margin-y": 0, "text-margin-x": 5 },
        },
        {
            selector: "node[side = 'left']",
            style: { "text-valign": "center", "text-halign": "left", "text-margin-y": 0, "text-margin-x": -5 },
        },
        { selector: "node.asked", style: { "background-color": accent, "font-weight": 700, "font-size": askedNameSize } },
        {
            selector: "node[?nameSize]",
            style: {
                "font-size": "data(nameSize)",
                "text-max-width": (node: cytoscape.NodeSingular) => `${(widestName * node.data("nameSize")) / nameSize}px`,
                "text-outline-width": (node: cytoscape.NodeSingular) => node.data("nameSize") / 5,
            },
        },
        { selector: "node.pinned", style: { "border-width": 3, "border-color": ink, "border-style": "double" } },
        {
            selector: "node.more",
            style: {
                shape: "round-rectangle",
                width: "data(width)" as never,
                height: 18,
                padding: "5px",
                "background-color": ground,
                "border-color": fill,
                "border-width": 1.2,
                "border-style": "dashed",
                "z-index": 8,
                "text-valign": "center",
                "text-margin-y": 0,
                "font-size": 11,
                "text-outline-width": 0,
            },
        },
        {
            selector: "edge[colour]",
            style: {
                width: "data(width)",
                "line-color": "data(colour)",
                "line-opacity": "data(opacity)" as never,
                "curve-style": "straight",
                "target-arrow-color": "data(colour)",
                "source-arrow-color": "data(colour)",
                "arrow-scale": 0.95,
                label: "data(label)",
                "font-size": lineLabelSize,
                color: "data(colour)",
                "font-family": "system-ui, sans-serif",
                "text-rotation": "autorotate",
                "text-outline-color": ground,
                "text-outline-width": 3,
                "min-zoomed-font-size": leastLineLabel,
                "overlay-opacity": 0,
            },
        },
        { selector: "edge.beside", style: { "curve-style": "bezier", "control-point-step-size": 46 } },
        { selector: "edge.dashed", style: { "line-style": "dashed", "line-dash-pattern": "data(dash)" as never } },
        { selector: "edge.forward", style: { "target-arrow-shape": "triangle" } },
        { selector: "edge.backward", style: { "source-arrow-shape": "triangle" } },
        { selector: "edge.hub", style: { "line-color": fill, width: 1, "line-style": "dotted", label: "", "line-opacity": 0.6 } },
        { selector: ".quiet", style: { label: "" } },
        { selector: ".faded", style: { opacity: 0.13 } },
        {
            selector: "edge.selected",
            style: { "underlay-color": accent, "underlay-opacity": 0.25, "underlay-padding": 5, "z-index": 9 },
        },
        {
            selector: "node.selected",
            style: {
                "underlay-color": accent,
                "underlay-opacity": 0.3,
                "underlay-padding": 8,
                "underlay-shape": "ellipse",
                label: "data(label)",
                "z-index": 9,
            },
        },
        { selector: ".near[label]", style: { label: "data(label)" } },
    ];
}

export function nodesOf(drawn: Drawn, pinned: Map<number, [number, number]>): cytoscape.ElementDefinition[] {
    const id = String(drawn.entity.id);
    const pin = pinned.get(drawn.entity.id);
    const node: cytoscape.ElementDefinition = {
        data: {
            id,
            label: drawn.entity.name,
            shape: shapeOf(drawn.entity.kind),
            size: drawn.asked ? 30 : 20,
            kind: drawn.entity.kind,
        },
        classes: [drawn.asked ? "asked" : "", pin ? "pinned" : ""].filter(Boolean).join(" "),
        ...(pin ? { position: { x: pin[0], y: pin[1] } } : {}),
    };
    if (drawn.more === 0) return [node];
    return [
        node,
        {
            data: {
                id: `more-${id}`,
                of: id,
                label: `+ ${drawn.more.toLocaleString("en")} more`,
                width: 66 + 6 * String(drawn.more).length,
            },
            classes: "more",
        },
        { data: { id: `hub-${id}`, source: id, target: `more-${id}` }, classes: "hub" },
    ];
}

// Beside: there are further lines between the same two.
function edgeOf(line: Line, isBeside: boolean): cytoscape.ElementDefinition {
    const dash = dashes[line.status];
    return {
        data: {
            id: line.id,
            source: String(line.source),
            target: String(line.target),
            label: line.label,
            colour: colourOf(line.group),
            width: 1.2 + 3.4 * line.strength,
            opacity: 0.45 + 0.55 * line.strength,
            dash,
            strength: line.strength,
        },
        classes: [
            isBeside && "beside",
            dash.length > 0 && "dashed",
            line.forward && "forward",
            line.backward && "backward",
        ]
            .filter(Boolean)
            .join(" "),
    };
}

export function edgesOf(lines: Line[]): cytoscape.ElementDefinition[] {
    const pair = (line: Line) => `${line.source}-${line.target}`;
    const counts = new Map<string, number>();
    for (const line of lines) counts.set(pair(line), (counts.get(pair(line)) ?? 0) + 1);
    return lines.map((line) => edgeOf(line, counts.get(pair(line))! > 1));
}
