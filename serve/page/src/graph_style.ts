// What Cytoscape.js is given: its style sheet, and entities and lines as its elements.
import type cytoscape from "cytoscape";
import { colourOf, dashes, isDark, shapeOf } from "./looks";
import type { Drawn, Line } from "./picture";

export function styles(): cytoscape.StylesheetJson {
    const ink = isDark() ? "#e8eaee" : "#1c2430",
        ground = isDark() ? "#14181f" : "#fbfaf8";
    const fill = isDark() ? "#5b6b82" : "#64748b",
        accent = isDark() ? "#ffb454" : "#c2410c";
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
                "font-size": 13,
                "font-weight": 500,
                "text-valign": "bottom",
                "text-margin-y": 5,
                "text-wrap": "wrap",
                "text-max-width": "150px",
                "font-family": "system-ui, sans-serif",
                "text-outline-color": ground,
                "text-outline-width": 2.5,
                "border-width": 1.5,
                "border-color": ground,
                "min-zoomed-font-size": 7,
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
        { selector: "node.asked", style: { "background-color": accent, "font-weight": 700, "font-size": 15 } },
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
                "curve-style": "bezier",
                "control-point-step-size": 46,
                "target-arrow-color": "data(colour)",
                "source-arrow-color": "data(colour)",
                "arrow-scale": 0.95,
                label: "data(label)",
                "font-size": 11,
                color: "data(colour)",
                "font-family": "system-ui, sans-serif",
                "text-rotation": "autorotate",
                "text-outline-color": ground,
                "text-outline-width": 3,
                "min-zoomed-font-size": 7.5,
                "overlay-opacity": 0,
            },
        },
        { selector: "edge.dashed", style: { "line-style": "dashed", "line-dash-pattern": "data(dash)" as never } },
        { selector: "edge.forward", style: { "target-arrow-shape": "triangle" } },
        { selector: "edge.backward", style: { "source-arrow-shape": "triangle" } },
        { selector: "edge.hub", style: { "line-color": fill, width: 1, "line-style": "dotted", label: "", "line-opacity": 0.6 } },
        { selector: ".quiet", style: { "text-opacity": 0 } },
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
                "text-opacity": 1,
                "z-index": 9,
            },
        },
        { selector: ".near", style: { "text-opacity": 1 } },
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

export function edgeOf(line: Line): cytoscape.ElementDefinition {
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
        classes: [dash.length > 0 ? "dashed" : "", line.forward ? "forward" : "", line.backward ? "backward" : ""]
            .filter(Boolean)
            .join(" "),
    };
}
