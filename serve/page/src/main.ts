// Begins: with the data in the file, or with the server that gave the page.
import { App } from "./app";
import { byId, replace } from "./dom";
import { FileSource, type FileData } from "./file_source";
import { problemBox } from "./screens";
import { ServerSource } from "./source";

const data = JSON.parse(byId("data").textContent ?? "null") as FileData | null;
if (data && data.show.length > 0 && !location.hash) history.replaceState(null, "", `#show=${data.show.join(",")}`);
new App(data ? new FileSource(data) : new ServerSource(), data !== null)
    .start()
    .catch((error: unknown) => replace(byId("main"), problemBox(error)));
