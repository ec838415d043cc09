// Path questions over the claims of a kith database with Kuzu, DuckDB and SQLite's own recursive query.
//
//     npm install --prefix DIR kuzu @duckdb/node-api   (and the sqlite3 shell)
//     NODE_PATH=DIR/node_modules node databases.mjs DATABASE [--peer kuzu,duckdb,sqlite] [--pairs 200] [--seconds 60]
//
// One thread each. Prints a row for each question: peer, question, median milliseconds, pairs answered within the time.
import { createRequire } from "node:module";
import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(join(process.env.NODE_PATH ?? ".", "x.js"));
const option = (name, otherwise) => {
  const at = process.argv.indexOf("--" + name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const database = process.argv[2];
const peers = option("peer", "kuzu,duckdb,sqlite").split(",");
const seconds = Number(option("seconds", 60));
const work = mkdtempSync(join(tmpdir(), "kith-peers-"));

const sqliteToFile = (sql, path) => {
  const file = openSync(path, "w");
  execFileSync("sqlite3", ["-csv", database, sql], { stdio: ["ignore", file, "inherit"] });
  closeSync(file);
};
const sqlite = (sql) => execFileSync("sqlite3", ["-csv", database, sql], { encoding: "utf8", maxBuffer: 2 ** 32 });

// The same draw each time: actors that claims leave and reach.
function drawPairs(count) {
  const actors = sqlite("SELECT subject FROM claim INTERSECT SELECT object FROM claim").trim().split("\n").map(Number);
  let state = 42;
  const next = () => (state = (state * 48271) % 2147483647) % actors.length;
  return Array.from({ length: count }, () => [actors[next()], actors[next()]]).filter(([a, b]) => a !== b);
}

function report(peer, question, times) {
  times.sort((a, b) => a - b);
  const median = times.length ? times[times.length >> 1].toPrecision(4) : "-";
  console.log([peer, question, median, times.length].join("\t"));
}

async function measure(peer, question, ask, pairs) {
  const times = [];
  const end = performance.now() + seconds * 1000;
  for (const [a, b] of pairs) {
    if (performance.now() > end) break;
    const begin = performance.now();
    await ask(a, b);
    times.push(performance.now() - begin);
  }
  report(peer, question, times);
}

const recursive = (a, b) => `WITH RECURSIVE edge(a, b) AS (SELECT subject, object FROM claim UNION ALL SELECT object, subject FROM claim),
  reached(entity, hops) AS (SELECT ${a}, 0 UNION SELECT edge.b, hops + 1 FROM reached JOIN edge ON edge.a = reached.entity WHERE hops < 6)
  SELECT min(hops) FROM reached WHERE entity = ${b}`;

async function runKuzu(pairs, csv) {
  const kuzu = require("kuzu");
  const begin = performance.now();
  const connection = new kuzu.Connection(new kuzu.Database(join(work, "kuzu.db")));
  await connection.query("CALL threads=1");
  await connection.query("CREATE NODE TABLE actor(id INT64, PRIMARY KEY(id))");
  await connection.query("CREATE REL TABLE claim(FROM actor TO actor, confidence INT64)");
  await connection.query(`COPY actor FROM '${csv.actors}'`);
  await connection.query(`COPY claim FROM '${csv.claims}'`);
  report("Kuzu", "load", [performance.now() - begin]);
  const ask = async (query) => (await connection.query(query)).getAll();
  await measure("Kuzu", "shortest path", (a, b) => ask(`MATCH p = (a:actor {id: ${a}})-[:claim* SHORTEST 1..6]-(b:actor {id: ${b}}) RETURN length(p)`), pairs);
  await measure("Kuzu", "2-hop neighbourhood", (a) => ask(`MATCH (a:actor {id: ${a}})-[:claim*1..2]-(b:actor) RETURN count(DISTINCT b.id)`), pairs);
}

async function runDuckdb(pairs, csv) {
  const { DuckDBInstance } = require("@duckdb/node-api");
  const begin = performance.now();
  const connection = await (await DuckDBInstance.create(":memory:", { threads: "1" })).connect();
  await connection.run(`CREATE TABLE claim AS SELECT * FROM read_csv('${csv.claims}', names = ['subject', 'object', 'confidence'])`);
  report("DuckDB", "load", [performance.now() - begin]);
  const ask = async (query) => (await connection.runAndReadAll(query)).getRows();
  await measure("DuckDB", "shortest path", (a, b) => ask(recursive(a, b)), pairs);
}

// A process for each question, as the sqlite3 shell is used.
async function runSqlite(pairs) {
  await measure("SQLite recursive", "shortest path", async (a, b) => {
    try {
      execFileSync("sqlite3", [database, recursive(a, b)], { timeout: 10_000, stdio: "pipe" });
    } catch {
      // Ten seconds are enough to know.
    }
  }, pairs);
}

const pairs = drawPairs(Number(option("pairs", 200)));
const csv = { actors: join(work, "actors.csv"), claims: join(work, "claims.csv") };
try {
  sqliteToFile("SELECT id FROM entity", csv.actors);
  sqliteToFile("SELECT subject, object, confidence FROM claim", csv.claims);
  if (peers.includes("kuzu")) await runKuzu(pairs, csv);
  if (peers.includes("duckdb")) await runDuckdb(pairs, csv);
  if (peers.includes("sqlite")) await runSqlite(pairs);
} finally {
  rmSync(work, { recursive: true, force: true });
}
