// Reads articles into a database and prints how two actors are tied: main.mjs DATABASE FROM TO ARTICLES
import { Database } from "./kith.mjs";

const [path, from, to, articles] = process.argv.slice(2);
const war = new Database(path, { write: true });
console.log(`${war.ingest(articles).documents} documents`);
war.ingestText("Iran supplies drones to Hezbollah, John Kirby said.", { location: "note:1", date: "2024-01-02" });
try {
  war.ask("paths", { from: "Wagnr", to });
} catch (error) {
  console.log(error.nextStep);
}
for (const { hops } of war.ask("paths", { from, to, max_hops: 4 }).paths) {
  for (const { ties } of hops) {
    const [{ subject, relation, object, status, claims }] = ties;
    console.log(`${subject.name} ${relation} ${object.name} (${status})`);
    console.log(`    ${claims[0].evidence[0].text}`);
  }
}
