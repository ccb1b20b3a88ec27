// How sources become the files that users run (docs/adr/010-joined-build.md): for the build, and for the benches, which
// measure what users run.
import { readFileSync } from "node:fs";

export const LEAST_NODE = 20;

// Libraries that come as hundreds of small files, each of which costs a third of a millisecond at every start: joined into dist/.
const JOINED = ["kysely", "typebox"];
const { dependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Options for esbuild. */
export const JOINING = {
  bundle: true, splitting: true, external: Object.keys(dependencies).filter((name) => !JOINED.includes(name)), format: "esm", platform: "node", target: `node${LEAST_NODE}`,
  // Every Node of that version knows them; written as new RegExp(...), they would be made anew at each use.
  supported: { "regexp-unicode-property-escapes": true },
  logLevel: "warning",
};
