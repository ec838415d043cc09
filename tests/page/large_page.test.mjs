// A picture of 2,000 entities: the page answers while it is laid out, moved and changed.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { hubs, largePage, showingHubs } from "./large_page.mjs";
import { closeBrowser, openWatched, shown } from "./watched_page.mjs";

const folder = mkdtempSync(join(tmpdir(), "kith-large-page-")),
    file = join(folder, "large.html");
writeFileSync(file, largePage());

after(async () => {
    await closeBrowser();
    rmSync(folder, { recursive: true, force: true });
});

// On an idle machine no stall is longer than a tenth of a second; the bound is for one that is slow and busy, on which
// Cytoscape.js stood still for 0.3 to 0.7 s with each of these.
const longestStall = 250;

// Other programs may hold up the page, too: a stall of its own comes each time.
function withoutStall(act) {
    return async (t) => {
        for (let tries = 3; ; --tries) {
            try {
                return await act(await open(t));
            } catch (error) {
                if (!(error instanceof Stall) || tries === 1) throw error;
                t.diagnostic(`${error.message}; once more`);
            }
        }
    };
}

class Stall extends Error {}

// The page, and its stalls noted.
async function open(t) {
    const page = await openWatched(t, pathToFileURL(file).href);
    await page.evaluate(() => {
        window.stalls = [];
        new PerformanceObserver((list) => window.stalls.push(...list.getEntries().map((each) => each.duration))).observe({
            type: "longtask",
        });
    });
    return page;
}

// The circles of so many hubs, laid out.
async function show(page, count, rest = "") {
    await page.evaluate((hash) => (location.hash = hash), showingHubs(count) + rest);
    await page.locator("#stage[aria-busy=true]").waitFor();
    await page.locator("#stage:not([aria-busy])").waitFor({ timeout: 60_000 });
}

async function doesNotStall(page, act, what) {
    await page.evaluate(() => window.stalls.splice(0));
    const answer = await act();
    await page.waitForTimeout(400); // what follows
    const worst = Math.max(0, ...(await page.evaluate(() => window.stalls)));
    if (worst >= longestStall) throw new Stall(`${what}: the page stood still for ${worst} ms`);
    return answer;
}

// Where an entity is drawn that is no hub, and its name.
async function someEntity(page) {
    for (let i = 0; i < 400; ++i) {
        const [x, y] = [420 + ((i * 37) % 560), 180 + ((i * 53) % 560)];
        await page.mouse.move(x, y);
        const tip = page.locator(".tip:visible");
        const name = (await tip.count()) > 0 ? await tip.textContent() : "";
        if (/^Quay \d{3,}$/.test(name)) return { x, y, name };
    }
    assert.fail("no entity is drawn where one was looked for");
}

// Pixels of the picture on which something is drawn.
const inkOf = (page) =>
    page.evaluate(() => {
        const canvas = document.querySelector("canvas.large");
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let drawn = 0;
        for (let alpha = 3; alpha < data.length; alpha += 4) drawn += data[alpha] > 0 ? 1 : 0;
        return drawn;
    });

test("as many entities as fCoSE lays out come without a stall, and so do those that join them", withoutStall(async (page) => {
    const showWith = async (count) => {
        await page.evaluate((hash) => (location.hash = hash), `#show=1:${count}`);
        await shown(page, `${count + 1} entities`);
        await page.locator("#stage:not([aria-busy])").waitFor();
    };
    await doesNotStall(page, () => showWith(50), "laid out");
    await doesNotStall(page, () => showWith(78), "others join");
    assert.equal(await page.locator("canvas.large").count(), 0, "Cytoscape.js draws them");
}));

test("2,000 entities are laid out, a neighbourhood joins them, and all is moved without a stall", withoutStall(async (page) => {
    await doesNotStall(page, () => show(page, hubs - 2), "laid out");
    await doesNotStall(page, () => show(page, hubs), "a neighbourhood joins");
    await shown(page, "2,000 entities and 4,000 ties");
    assert.ok((await inkOf(page)) > 50_000, "the picture is drawn");

    await doesNotStall(
        page,
        async () => {
            await page.mouse.move(700, 860);
            await page.mouse.down();
            for (let i = 0; i < 30; ++i) await page.mouse.move(700 - 5 * i, 860 - 4 * i);
            await page.mouse.up();
        },
        "panned",
    );
    const far = await inkOf(page);
    await doesNotStall(
        page,
        async () => {
            await page.mouse.move(600, 400);
            for (let i = 0; i < 6; ++i) await page.mouse.wheel(0, -120);
        },
        "zoomed",
    );
    assert.notEqual(await inkOf(page), far, "nearer by it is another picture");
    await doesNotStall(page, () => page.getByRole("button", { name: "All of it" }).click(), "fitted");

    const { x, y, name } = await doesNotStall(page, () => someEntity(page), "pointed at");
    await doesNotStall(
        page,
        async () => {
            await page.mouse.move(x, y);
            await page.mouse.down();
            for (let i = 1; i <= 20; ++i) await page.mouse.move(x - 6 * i, y + 3 * i);
            await page.mouse.up();
        },
        "dragged",
    );
    assert.match(page.url(), /pin=\d+:-?\d+/);
    await page.mouse.move(x - 120, y + 60);
    assert.equal(await page.locator(".tip:visible").textContent(), name, "it is where it was dragged to");
    await doesNotStall(page, () => page.keyboard.press("l"), "listed");
    assert.equal(await page.locator(".list tbody tr").count(), 300);
    await doesNotStall(page, () => page.getByRole("button", { name: "Show 300 more of 3,700" }).click(), "more listed");
    assert.equal(await page.locator(".list tbody tr").count(), 600);
}));

test("a large picture is clicked and walked like a small one, and saved", async (t) => {
    const page = await open(t);
    await show(page, hubs);
    const { x, y, name } = await someEntity(page);
    await page.mouse.click(x, y);
    await page.getByRole("heading", { name, exact: true }).waitFor();
    await page.locator("#stage").focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("heading", { name, exact: true }).waitFor({ state: "hidden" });
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 900, height: 700 });
    await page.waitForFunction(() => {
        const { width, clientWidth } = document.querySelector("canvas.large");
        return clientWidth <= 900 && width === clientWidth;
    });

    const saved = async (item) => {
        await page.getByText("Save", { exact: true }).click();
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: item }).click()]);
        return readFileSync(await download.path());
    };
    const svg = String(await saved("Picture, SVG"));
    assert.equal(svg.match(/<rect [^>]*rx=/g).length, 2000);
    assert.match(svg, />Quay 1</);
    const png = await saved("Picture, PNG");
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.ok(png.readUInt32BE(16) > 2000, "wide enough to be read");
});

test("a small picture grows into a large one and back, by a double click, too", async (t) => {
    const page = await open(t);
    await page.evaluate(() => (location.hash = "#show=7:40&pin=7:100:50"));
    await page.locator("#stage canvas").first().waitFor();
    await shown(page, "41 entities");
    await page.evaluate(() => (location.hash = "#show=7:40,8:2000,9:2000&pin=7:100:50"));
    await page.locator("canvas.large").waitFor();
    await page.locator("#stage:not([aria-busy])").waitFor();
    const { x, y, name } = await someEntity(page);
    await page.mouse.dblclick(x, y); // whoever it is: his neighbours join
    await page.getByRole("heading", { name, exact: true }).waitFor();
    assert.match(page.url(), /show=7,8:2000,9:2000,\d+/);
    await page.goBack();
    await page.evaluate(() => (location.hash = "#show=7:40&pin=7:100:50"));
    await shown(page, "41 entities");
    await page.locator("canvas.large").waitFor({ state: "detached" });
});
