// Draws what a scene has, one by one, on a canvas.
import { lineLabelSize, nameSize, widestName } from "./labels";
import type { Place } from "./layout";
import { groundColours, type Shape } from "./looks";
import { arrowHead, cornersOf, courseOf, type SceneLine, type SceneNode } from "./scene";

const leastArrow = 3, // pixels
    faded = 0.13,
    whole = 2 * Math.PI;

export class Brush {
    private readonly colours = groundColours();

    constructor(readonly context: CanvasRenderingContext2D) {}

    line(line: SceneLine, zoom: number): void {
        const { context } = this,
            { from, to, bend } = courseOf(line);
        context.globalAlpha = line.faded ? faded * line.opacity : line.opacity;
        context.strokeStyle = context.fillStyle = line.colour ?? this.colours.fill;
        context.lineWidth = line.width;
        context.setLineDash(line.dash);
        context.beginPath();
        context.moveTo(from.x, from.y);
        if (line.bend === 0) context.lineTo(to.x, to.y);
        else context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
        context.stroke();
        if ((5 + line.width) * zoom < leastArrow) return;
        if (line.forward) this.fill(arrowHead(to, bend, line.width));
        if (line.backward) this.fill(arrowHead(from, bend, line.width));
    }

    private fill(corners: Place[]): void {
        this.context.beginPath();
        for (const { x, y } of corners) this.context.lineTo(x, y);
        this.context.fill();
    }

    node(node: SceneNode): void {
        const { context } = this,
            { ink, ground, fill, accent } = this.colours;
        context.globalAlpha = node.faded ? faded : 1;
        context.setLineDash([]);
        if (node.more) {
            context.beginPath();
            context.roundRect(node.x - node.width / 2 - 5, node.y - 14, node.width + 10, 28, 6);
            context.fillStyle = ground;
            context.fill();
            context.strokeStyle = fill;
            context.lineWidth = 1.2;
            context.setLineDash([4, 2]);
            context.stroke();
            context.textAlign = "center";
            return this.write(node.label, node.x, node.y + 4, 11, 500, ink, 0);
        }
        this.trace(node.shape, node.x, node.y, node.size / 2);
        context.fillStyle = node.asked ? accent : fill;
        context.fill();
        context.lineWidth = node.pinned ? 3 : 1.5;
        context.strokeStyle = node.pinned ? ink : ground;
        context.stroke();
    }

    private trace(shape: Shape, x: number, y: number, radius: number): void {
        const { context } = this,
            corners = cornersOf[shape];
        context.beginPath();
        if (shape === "ellipse") context.arc(x, y, radius, 0, whole);
        else if (corners) {
            for (const [dx, dy] of corners) context.lineTo(x + dx * radius, y + dy * radius);
            context.closePath();
        } else context.roundRect(x - radius, y - radius, 2 * radius, 2 * radius, radius / 3);
    }

    haloOfNode({ x, y, size }: SceneNode, zoom: number): void {
        const { context } = this;
        context.globalAlpha = 0.3;
        context.beginPath();
        context.arc(x, y, size / 2 + Math.max(8, 8 / zoom), 0, whole);
        context.fillStyle = this.colours.accent;
        context.fill();
    }

    haloOfLine(line: SceneLine): void {
        const { context } = this,
            { from, to, bend } = courseOf(line);
        context.globalAlpha = 0.3;
        context.setLineDash([]);
        context.beginPath();
        context.moveTo(from.x, from.y);
        context.quadraticCurveTo(bend.x, bend.y, to.x, to.y);
        context.lineWidth = line.width + 10;
        context.strokeStyle = this.colours.accent;
        context.stroke();
    }

    name(node: SceneNode): void {
        const { context } = this,
            { side, size } = node.name ?? { side: "bottom", size: nameSize };
        const weight = node.asked ? 700 : 500,
            away = node.size / 2 + (size / nameSize) * 5,
            rowHeight = size * 1.15;
        context.globalAlpha = node.faded ? faded : 1;
        context.font = font(size, weight);
        const rows = this.wrapped(node.label, (widestName * size) / nameSize);
        context.textAlign = side === "left" ? "right" : side === "right" ? "left" : "center";
        const x = node.x + (side === "left" ? -away : side === "right" ? away : 0);
        const below = (rows.length - 1) * rowHeight;
        const first = side === "bottom" ? away + size * 0.9 : side === "top" ? -away - below - size * 0.2 : size * 0.35 - below / 2;
        rows.forEach((row, index) =>
            this.write(row, x, node.y + first + index * rowHeight, size, weight, this.colours.ink, size / 2.5),
        );
    }

    private wrapped(text: string, widest: number): string[] {
        const rows: string[] = [];
        for (const word of text.split(" ")) {
            const longer = `${rows.at(-1)} ${word}`;
            if (rows.length > 0 && this.context.measureText(longer).width <= widest) rows[rows.length - 1] = longer;
            else rows.push(word);
        }
        return rows;
    }

    labelOf(line: SceneLine): void {
        const { context } = this,
            { middle } = courseOf(line),
            { source: a, target: b } = line;
        let turn = Math.atan2(b.y - a.y, b.x - a.x);
        if (Math.abs(turn) > Math.PI / 2) turn += Math.PI;
        context.globalAlpha = line.faded ? faded : 1;
        context.save();
        context.translate(middle.x, middle.y);
        context.rotate(turn);
        context.textAlign = "center";
        this.write(line.label, 0, lineLabelSize * 0.35, lineLabelSize, 500, line.colour ?? this.colours.ink, 3);
        context.restore();
    }

    // With so wide an outline of the ground.
    private write(text: string, x: number, y: number, size: number, weight: number, colour: string, outline: number): void {
        const { context } = this;
        context.font = font(size, weight);
        if (outline > 0) {
            context.strokeStyle = this.colours.ground;
            context.lineWidth = outline;
            context.lineJoin = "round";
            context.setLineDash([]);
            context.strokeText(text, x, y);
        }
        context.fillStyle = colour;
        context.fillText(text, x, y);
    }
}

const font = (size: number, weight: number) => `${weight} ${size}px system-ui, sans-serif`;
