// kith for Node.js: a class over the addon beside this file.
//
//     const war = new Database("war.db");
//     for (const path of war.ask("paths", { from: "Wagner", to: "Iran" }).paths) ...
import { createRequire } from "node:module";

const addon = createRequire(import.meta.url)(process.env.KITH_ADDON ?? "./build/kith_addon.node");

export class Database {
  #handle;
  constructor(path, { write = false } = {}) {
    this.#handle = addon.open(path, write);
  }
  ask(question, args = {}) {
    return JSON.parse(addon.ask(this.#handle, question, JSON.stringify(args)));
  }
  ingest(path, options = {}) {
    return JSON.parse(addon.ingestPath(this.#handle, path, JSON.stringify(options)));
  }
  ingestText(text, source) {
    return JSON.parse(addon.ingestText(this.#handle, text, JSON.stringify(source)));
  }
}
