// The page in a browser, as somebody uses it who has read nothing: `scripts/test-page`.
//
// KITH is the program to test; CHROMIUM the browser. Pictures of many: large_page.test.mjs.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { closeBrowser, openWatched, shown } from "./watched_page.mjs";

const kith = process.env.KITH ?? new URL("../../build/ci/kith", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "kith-page-"));
const database = join(folder, "page.db");
let server, url;

before(async () => {
    const claims = join(folder, "claims.jsonl");
    writeFileSync(claims, execFileSync("node", [new URL("make_claims.mjs", import.meta.url).pathname]));
    execFileSync(kith, ["ingest", claims, "--db", database]);
    server = spawn(kith, ["serve", "--db", database], { stdio: ["ignore", "pipe", "ignore"] });
    url = await new Promise((resolve) => server.stdout.once("data", (line) => resolve(String(line).trim())));
});

after(async () => {
    await closeBrowser();
    server?.kill("SIGINT");
    rmSync(folder, { recursive: true, force: true });
});

const open = (t, hash = "", address = url, borne = []) => openWatched(t, address + hash, borne);

const search = async (page, text) => {
    await page
        .getByRole("combobox", { name: /Search/ })
        .locator("visible=true")
        .first()
        .fill(text);
    await suggestion(page).waitFor();
};
const suggestion = (page) => page.locator(".suggestions:visible li[role=option]").first();
const idOf = async (page, name) =>
    page.evaluate(async (wanted) => {
        const answer = await fetch(`api/ask/find_entity?name=${encodeURIComponent(wanted)}`);
        return (await answer.json()).entities[0].id;
    }, name);

test("a name is found while it is typed, and its neighbours are shown", async (t) => {
    const page = await open(t);
    await page.getByRole("button", { name: /Star Line/ }).waitFor(); // of whom most is claimed: to start with
    await search(page, "orl");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Orlan Group" }).waitFor();
    await shown(page, "4 entities");
    assert.match(page.url(), /#show=\d+&entity=\d+$/);
});

test("nobody of that name: the nearest are offered", async (t) => {
    const page = await open(t);
    await search(page, "Orlan Groop");
    await page.getByText("Did you mean").waitFor();
});

test("of a hub the forty strongest are shown, then forty more; Undo takes them back", async (t) => {
    const page = await open(t);
    await page.getByRole("button", { name: /Star Line/ }).click();
    await shown(page, "41 entities and 40 ties");
    await page.keyboard.press("Escape");
    await page.locator("#stage").focus();
    await page.keyboard.press("ArrowRight"); // the asked entity
    await page.keyboard.press("Enter");
    await shown(page, "61 entities and 60 ties");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Show 20 more" }).click();
    await shown(page, "61 entities and 60 ties");
    await page.getByRole("button", { name: "Undo" }).click();
    await shown(page, "41 entities and 40 ties");
});

test("paths stand side by side, and a step leads to its quotes", async (t) => {
    const page = await open(t);
    const form = page.getByRole("form", { name: "Paths between two" }).locator("visible=true");
    await form.getByRole("combobox", { name: "From" }).fill("Teo");
    await page.getByRole("option", { name: /Teo Grau/ }).click();
    await form.getByRole("combobox", { name: "To" }).fill("Basin");
    await page.getByRole("option", { name: /Basin Front/ }).click();
    await page.getByRole("heading", { name: /Teo Grau → Basin Front/ }).waitFor();
    await page.getByRole("heading", { name: /Path 2/ }).waitFor();
    await page
        .getByRole("button", { name: /supplies/ })
        .first()
        .click();
    await page.getByText("Orlan Group will supply drones to the Basin Front").first().waitFor();
});

test("from the search to the quote of a step by the keyboard alone", async (t) => {
    const page = await open(t, "#show=1");
    await shown(page, "shown");
    await page.keyboard.press("p");
    await page.keyboard.type("velia");
    await suggestion(page).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "To", exact: true }).focus();
    await page.keyboard.type("basin");
    await suggestion(page).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /Path 1/ }).waitFor();
    assert.match(await page.evaluate(() => document.activeElement.textContent), /Velia → Basin Front/);
    await page.keyboard.press("Tab"); // the first step
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Velia – Basin Front" }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: /Path 1/ }).waitFor();
});

test("what sources are surest of comes first between two, what is denied last", async (t) => {
    const page = await open(t);
    const [a, b] = [await idOf(page, "Orlan Group"), await idOf(page, "Basin Front")];
    await page.evaluate((hash) => (location.hash = hash), `#show=${a}&tie=${a}-${b}`);
    await page.locator("#side h3 .status").first().waitFor();
    assert.deepEqual(await page.locator("#side h3 .status").allInnerTexts(), ["planned", "denied"]);
});

test("names that are typed and not chosen are understood all the same", async (t) => {
    const page = await open(t);
    await page.getByRole("button", { name: /Star Line/ }).waitFor();
    const form = page.getByRole("form", { name: "Paths between two" }).locator("visible=true");
    await form.getByRole("combobox", { name: "From" }).fill("Velia");
    await form.getByRole("combobox", { name: "To" }).fill("Port Azur");
    await form.getByRole("button", { name: "Find paths" }).click();
    await page.getByRole("heading", { name: /Velia → Port Azur/ }).waitFor();
});

test("a tie's panel has statuses and speakers, copies folded, and opens the article at the sentence", async (t) => {
    const page = await open(t);
    const [orlan, basin] = [await idOf(page, "Orlan Group"), await idOf(page, "Basin Front")];
    await page.goto(`${url}#show=${orlan}&tie=${orlan}-${basin}`);
    const panel = page.locator("#side");
    await panel.getByRole("heading", { name: /planned/ }).waitFor();
    await panel.getByRole("heading", { name: /denied/ }).waitFor();
    assert.equal(await panel.getByRole("button", { name: "Mira Sole" }).count(), 1);
    const copies = panel.locator("details.copies");
    assert.equal(await copies.count(), 1);
    assert.match(await copies.innerText(), /1 near-duplicate/);
    await panel.getByRole("button", { name: "in its article" }).first().click();
    const mark = page.locator("dialog mark.main");
    assert.equal(await mark.innerText(), "Orlan Group will supply drones to the Basin Front, Mira Sole said.");
    assert.match(await page.locator("dialog .text").innerText(), /^A deal in the harbour is said/);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
});

test("chips filter, the time slider too, and the address keeps it all", async (t) => {
    const page = await open(t);
    const orlan = await idOf(page, "Orlan Group");
    await page.goto(`${url}#show=${orlan}`);
    await shown(page, "4 entities and 5 ties");
    await page.getByRole("button", { name: "denied" }).click();
    await shown(page, "4 ties");
    await page.getByRole("slider", { name: "From" }).focus();
    for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowRight");
    await shown(page, "3 entities and 2 ties");
    const link = page.url();
    assert.match(link, /status=actual,planned,possible,demanded,former&since=2022-06/);
    const other = await open(t, link.slice(link.indexOf("#")));
    await shown(other, await page.locator("#status").innerText());
    await other.getByRole("button", { name: "all filters off" }).click();
    await shown(other, "4 entities and 5 ties");
});

test("what somebody says alone is one click away", async (t) => {
    const page = await open(t);
    const [orlan, basin] = [await idOf(page, "Orlan Group"), await idOf(page, "Basin Front")];
    await page.goto(`${url}#show=${orlan}&tie=${orlan}-${basin}`);
    await page.getByRole("button", { name: "only theirs" }).first().click();
    await page.getByRole("button", { name: /says Mira Sole/ }).waitFor();
    await shown(page, "2 entities and 1 tie");
});

test("the list has the same ties as the graph, for the keyboard", async (t) => {
    const page = await open(t);
    const orlan = await idOf(page, "Orlan Group");
    await page.goto(`${url}#show=${orlan}`);
    await shown(page, "5 ties");
    await page.locator("#stage").focus();
    await page.keyboard.press("l");
    assert.equal(await page.locator("table tbody tr").count(), 5);
    await page.getByRole("button", { name: "works for" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("“Teo Grau works for Orlan Group.”").waitFor();
});

test("back from the list the graph is drawn again", async (t) => {
    const page = await open(t);
    const orlan = await idOf(page, "Orlan Group");
    await page.goto(`${url}#show=${orlan}`);
    await shown(page, "5 ties");
    const stage = page.locator("#stage");
    await stage.focus();
    await page.keyboard.press("l");
    await page.locator("table").waitFor();
    await page.keyboard.press("l");
    await page.locator("table").waitFor({ state: "detached" });
    await page.waitForTimeout(500);
    const before = await stage.screenshot();
    await page.keyboard.press("-");
    await page.waitForTimeout(500);
    assert.ok(!before.equals(await stage.screenshot()), "the picture does not follow the zoom");
});

test("hiding and pinning are in the address, and can be undone", async (t) => {
    const page = await open(t);
    const [orlan, teo] = [await idOf(page, "Orlan Group"), await idOf(page, "Teo Grau")];
    await page.goto(`${url}#show=${orlan}&entity=${teo}`);
    await page.getByRole("button", { name: "Pin", exact: true }).click();
    await page.waitForURL(/pin=/);
    await page.getByRole("button", { name: "Hide" }).click();
    await shown(page, "3 entities");
    assert.match(page.url(), new RegExp(`hide=${teo}`));
    await page.keyboard.press("u");
    await shown(page, "4 entities");
});

test("a name with markup in it is a text", async (t) => {
    const page = await open(t);
    const teo = await idOf(page, "Teo Grau");
    await page.goto(`${url}#show=${teo}&entity=${teo}`);
    await page.locator("#side li", { hasText: "<img src=x" }).getByRole("button").click();
    await page.getByText("<b>Bold</b>").first().waitFor();
    await page.getByRole("button", { name: "in its article" }).first().click();
    await page.getByRole("heading", { name: "<script>document.title" }).waitFor();
    assert.equal(await page.locator("img").count(), 0);
    assert.doesNotMatch(await page.title(), /^taken/);
});

test("what is seen can be saved: SVG, PNG, GraphML, CSV", async (t) => {
    const page = await open(t);
    const orlan = await idOf(page, "Orlan Group");
    await page.goto(`${url}#show=${orlan}`);
    await shown(page, "5 ties");
    const saved = async (item) => {
        await page.getByText("Save", { exact: true }).click();
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: item }).click()]);
        return readFileSync(await download.path());
    };
    assert.match(String(await saved("SVG")), /^<svg[^]*Orlan Group[^]*<\/svg>/);
    assert.equal((await saved("PNG")).subarray(1, 4).toString(), "PNG");
    assert.equal(String(await saved("GraphML")).match(/<edge /g).length, 5);
    assert.match(String(await saved("CSV")), /Orlan Group,supplies,Basin Front,planned,Mira Sole,drones/);
});

test("a page in a file has its data with it and asks nobody", async (t) => {
    const file = join(folder, "orlan.html");
    execFileSync(kith, ["export", "--around", "Orlan Group", "--depth", "2", "--output", file, "--db", database]);
    const page = await open(t, "", pathToFileURL(file).href);
    await shown(page, "4 entities and 5 ties");
    await search(page, "teo");
    await suggestion(page).click();
    await page.getByRole("button", { name: "Paths from here" }).click();
    await page.getByRole("combobox", { name: "To", exact: true }).fill("azur");
    await suggestion(page).click();
    await page.getByRole("heading", { name: /Path 1/ }).waitFor();
    await page.getByRole("button", { name: /fights/ }).click();
    await page.getByRole("button", { name: "in its article" }).first().click();
    assert.equal(await page.locator("dialog mark.main").innerText(), "The Basin Front fights Port Azur.");
});

test("an address from a stranger is borne", async (t) => {
    const page = await open(t, "#show=999999,x,-1&hide=%00&pin=1:NaN:2&status=<b>&tie=a-b&since=drop&sure=9&path=1", url, [
        "400",
    ]);
    await page.locator("#main").getByRole("alert").waitFor();
});

// A server that may write, over a database of the test's own; the claim that is to be judged first, and the page at it.
async function openJudging(t) {
    const judged = join(mkdtempSync(join(folder, "judged-")), "page.db");
    copyFileSync(database, judged);
    const writing = spawn(kith, ["serve", "--write", "--db", judged], { stdio: ["ignore", "pipe", "ignore"] });
    t.after(() => writing.kill("SIGINT"));
    const address = await new Promise((resolve) => writing.stdout.once("data", (line) => resolve(String(line).trim())));
    const [{ tie }] = JSON.parse(execFileSync(kith, ["review", "--list", "--format", "json", "--db", judged])).claims;
    const page = await open(t, `#show=${tie.subject.id}&tie=${tie.subject.id}-${tie.object.id}`, address, ["400"]);
    const claim = page.getByRole("group", { name: `Judge claim ${tie.claims[0].id}`, exact: true });
    return { page, tie, claim, judgements: () => String(execFileSync(kith, ["review", "--judged", "--db", judged])) };
}

test("a claim is judged where the server may write: rejected it is no tie, taken back it is one again", async (t) => {
    const { page, tie, claim, judgements } = await openJudging(t);
    await claim.getByRole("button", { name: /Wrong/ }).click();
    await page.getByText("rejected by user", { exact: false }).first().waitFor();
    assert.match(judgements(), /rejected/);
    await page.getByRole("button", { name: "Take it back" }).click();
    await claim.getByRole("button", { name: /Correct/ }).click();
    await claim.getByLabel("Status").selectOption(tie.status === "planned" ? "possible" : "planned");
    await claim.getByRole("button", { name: "So it is" }).click();
    await page.getByText("corrected by user", { exact: false }).first().waitFor();
});

test("whom a claim is about is corrected from the keyboard, and the panel follows the claim", async (t) => {
    const { page, tie, claim, judgements } = await openJudging(t);
    await claim.getByRole("button", { name: /Correct/ }).press("Enter");
    const object = claim.getByRole("combobox", { name: "Object" });
    assert.equal(await object.inputValue(), tie.object.name);
    await page.keyboard.press("Tab"); // from the subject
    await page.keyboard.press("Tab"); // from the relation
    await page.keyboard.type("Partner Number 7 ");
    await claim.getByRole("option", { name: "Partner Number 7 Company" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    for (let i = 0; i < 3; ++i) await page.keyboard.press("Tab"); // status, swap, the button that sends
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: `Claims between ${tie.subject.name} and Partner Number 7 Company` }).waitFor();
    await page.getByText(`corrected by user; read as ${tie.subject.name}`).waitFor();
    assert.match(judgements(), /corrected/);
    const back = claim.getByRole("button", { name: "Take it back" });
    assert.ok(await back.evaluate((each) => each === document.activeElement));
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: `Claims between ${tie.subject.name} and ${tie.object.name}` }).waitFor();
    await claim.getByRole("button", { name: /Right/ }).waitFor();
});

test("the two of a claim are swapped; a name of nobody is not sent; what cannot be is said beside the claim", async (t) => {
    const { page, tie, claim, judgements } = await openJudging(t);
    await claim.getByRole("button", { name: /Correct/ }).click();
    const subject = claim.getByRole("combobox", { name: "Subject" });
    await subject.fill("Nobody at all");
    await claim.getByRole("button", { name: "So it is" }).click();
    await claim.getByRole("alert").filter({ hasText: "Nobody goes by “Nobody at all”" }).waitFor();
    assert.doesNotMatch(judgements(), /corrected/);
    await subject.fill(tie.object.name);
    await claim.getByRole("button", { name: "So it is" }).click();
    await claim.getByRole("alert").filter({ hasText: /itself/ }).waitFor();
    await subject.fill(tie.subject.name);
    await claim.getByRole("option", { name: tie.subject.name }).click();
    await claim.getByRole("button", { name: /Swap/ }).click();
    assert.equal(await subject.inputValue(), tie.object.name);
    await claim.getByLabel("Relation").selectOption("owns");
    await claim.getByRole("button", { name: "So it is" }).click();
    await page.getByText(`${tie.object.name} owns ${tie.subject.name}`).first().waitFor();
});

test("where the server only reads, nothing can be judged", async (t) => {
    const [{ tie }] = JSON.parse(execFileSync(kith, ["review", "--list", "--format", "json", "--db", database])).claims;
    const page = await open(t, `#show=${tie.subject.id}&tie=${tie.subject.id}-${tie.object.id}`);
    await page.getByText("% sure").first().waitFor();
    assert.equal(await page.getByRole("button", { name: /Wrong/ }).count(), 0);
});
