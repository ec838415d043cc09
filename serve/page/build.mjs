// Makes ../page.html of src/: one file with its script, its style and the libraries in it.
//
//     node build.mjs            writes it
//     node build.mjs --check    fails where the committed file is another
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const here = (path) => new URL(path, import.meta.url);
const read = (path) => readFileSync(here(path), "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

// The licences of the libraries ask for their notices to go with them.
const libraries = [
    "cytoscape",
    "cytoscape-fcose",
    "cose-base",
    "layout-base",
    "d3-force",
    "d3-dispatch",
    "d3-quadtree",
    "d3-timer",
];
const notices = libraries
    .map(
        (name) =>
            `${name} ${JSON.parse(read(`node_modules/${name}/package.json`)).version}\n\n${read(`node_modules/${name}/LICENSE`)}`,
    )
    .join("\n\n");

const bundle = async (entry) => {
    const result = await build({
        entryPoints: [here(entry).pathname],
        bundle: true,
        minify: true,
        write: false,
        target: "es2022",
        format: "iife",
        charset: "utf8",
        legalComments: "none",
        logLevel: "warning",
    });
    return result.outputFiles[0].text.trim();
};

const script = (await bundle("src/main.ts")).replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const style = await bundle("src/style.css");
// 'self' is the server that gave the page; a file on a disk has none, so that page can ask nobody.
const policy =
    `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data: blob:; ` +
    "connect-src 'self'; base-uri 'none'; form-action 'none'";
const page = read("src/page.html")
    .replace("POLICY", () => policy)
    .replace("NOTICES", () => notices.replaceAll("--", "- -"))
    .replace("STYLE", () => style)
    .replace("SCRIPT", () => script);

if (process.argv.includes("--check")) {
    if (read("../page.html") !== page) {
        console.error("serve/page.html is not what serve/page builds: run `npm run build` there, and commit it.");
        process.exit(1);
    }
} else {
    writeFileSync(here("../page.html"), page);
    console.log(`serve/page.html: ${Math.round(page.length / 1024)} KiB`);
}
