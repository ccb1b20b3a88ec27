#!/usr/bin/env node
// What `npm start` shows: the bundled reports on Belarus go into a ledger of their own, and the brief on them comes out.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const reports = join(root, "examples", "belarus");
const folder = join(root, "example-output");
const ledger = join(folder, "belarus.db");
/** The day on which most had left and nobody agreed how many had not. */
const DAY = "2023-11-01";
const SITUATIONS = [["belarus", "Russia"], ["wagner", "Wagner Group"]];

const shown = (path) => relative(process.cwd(), path) || ".";

// Its own key too: an example leaves nothing in anyone's home folder.
function muster(args, stdout = "ignore") {
  const env = { ...process.env, MUSTER_LEDGER: ledger, MUSTER_KEY: join(folder, "key.pem") };
  const child = spawnSync(process.execPath, [join(root, "bin", "muster.js"), ...args], { env, stdio: ["ignore", stdout, "pipe"], encoding: "utf8" });
  if (child.error) throw child.error;
  if (child.status !== 0) {
    process.stderr.write(child.stderr);
    process.exit(child.status ?? 1);
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const files = readdirSync(reports).filter((file) => file.endsWith(".md")).sort().map((file) => join(reports, file));
process.stdout.write(`Reading ${files.length} digests of real reports in ${shown(reports)} into a ledger, ${shown(ledger)} …\n\n`);
muster(["add", ...files]);
for (const [name, force] of SITUATIONS) muster(["situation", "define", name, "--force", force, "--place", "Belarus"]);
muster(["brief", "belarus", "--as-of", DAY], "inherit");
const pages = SITUATIONS.map(([name]) => join(folder, `${name}.html`));
for (const [i, [name]] of SITUATIONS.entries()) muster(["brief", name, "--as-of", DAY, "--format", "html", "--output", pages[i]]);
process.stdout.write(`
With its chart, as pages to read and print: ${pages.map(shown).join(" and ")}
Another day: npx muster brief belarus --as-of 2023-07-20 --ledger ${shown(ledger)}
Its words are our digests' and not the outlets'; examples/README.md lists the reports.
`);
