// Debian's Chromium, and pages in it that are watched: an error in the console, or a request to another place than the page's
// server, fails the test.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
});

export const closeBrowser = () => browser.close();

// The page, watched, at a state; gone with the test.
export async function openWatched(t, address, borne = []) {
    const context = await browser.newContext({
        viewport: { width: 1400, height: 900 },
        reducedMotion: "reduce",
        acceptDownloads: true,
    });
    const page = await context.newPage();
    const wrong = [];
    page.on("console", (message) => {
        if (message.type() === "error") wrong.push(message.text());
    });
    page.on("pageerror", (error) => wrong.push(error.message));
    page.on("request", (request) => {
        if (!request.url().startsWith(new URL(address).origin) && !/^(data|blob|file):/.test(request.url()))
            wrong.push(`asked ${request.url()}`);
    });
    t.after(async () => {
        await context.close();
        assert.deepEqual(
            wrong.filter((each) => !borne.some((text) => each.includes(text))),
            [],
        );
    });
    page.setDefaultTimeout(8000);
    await page.goto(address);
    return page;
}

export const shown = (page, text) => page.locator("#status", { hasText: text }).waitFor({ state: "attached" });
