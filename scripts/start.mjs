#!/usr/bin/env node
// What `npm start` does: the bundled reports on Belarus go into a ledger of their own, the brief on them comes out, and the desk on them is
// served until Ctrl-C. What is there from an earlier start is used again, and what somebody did at the desk stays.
//
//   npm start -- --port 8080 --no-open    options after -- are those of `muster serve`
//   MUSTER_EXAMPLE=/tmp/example npm start  keeps all of it elsewhere than in example-output/
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const reports = join(root, "examples", "belarus");
const folder = resolve(process.env.MUSTER_EXAMPLE || join(root, "example-output"));
const ledger = join(folder, "belarus.db");
/** Says from which reports and by which build the ledger was read. */
const STAMP = join(folder, "read.stamp");
const BUILD_STAMP = join(root, "dist", ".built");
/** The day on which most had left and nobody agreed how many had not. */
const DAY = "2023-11-01";
const SITUATIONS = [["belarus", "Russia"], ["wagner", "Wagner Group"]];

// Its own key too: an example leaves nothing in anyone's home folder.
Object.assign(process.env, { MUSTER_LEDGER: ledger, MUSTER_KEY: join(folder, "key.pem") });

const shown = (path) => relative(process.cwd(), path) || ".";
const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : -Infinity);
const say = (text) => new Promise((done) => process.stdout.write(text, done));

/** Runs a command to its end; one that fails ends us with its own words and code. */
async function muster(args, at = ledger) {
  const child = spawn(process.execPath, [join(root, "bin", "muster.js"), ...args], { env: { ...process.env, MUSTER_LEDGER: at }, stdio: ["ignore", "ignore", "pipe"] });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (complaint += text));
  const [code, signal] = await new Promise((done, fail) => child.on("error", fail).on("close", (...end) => done(end)));
  if (code === 0) return;
  process.stderr.write(complaint);
  process.exit(signal === null ? code : 130);
}

/** A new ledger gets its name when it is whole, so that a start which was interrupted begins anew. */
async function readAnew(files) {
  const unfinished = join(folder, "unfinished");
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  const at = join(unfinished, "belarus.db");
  await muster(["add", ...files], at);
  for (const [name, force] of SITUATIONS) await muster(["situation", "define", name, "--force", force, "--place", "Belarus"], at);
  renameSync(at, ledger);
  rmSync(unfinished, { recursive: true });
}

/** Reports that are new are added; what a newer reader makes of the others is written beside what was read, and reviews stay. */
async function readAgain(files) {
  await muster(["add", ...files]);
  await muster(["ledger", "reread", "--why", "a newer build"]);
}

async function readReports() {
  mkdirSync(folder, { recursive: true });
  const files = readdirSync(reports).filter((file) => file.endsWith(".md")).sort().map((file) => join(reports, file));
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  const stamp = JSON.stringify({ reports: hash.digest("hex"), built: modified(BUILD_STAMP) });
  const known = existsSync(ledger);
  if (known && existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp) return say(`${files.length} digests of real reports in ${shown(reports)} were read into a ledger, ${shown(ledger)}, by an earlier start.\n\n`);
  await say(`Reading ${files.length} digests of real reports in ${shown(reports)} into a ledger, ${shown(ledger)} …\n\n`);
  await (known ? readAgain(files) : readAnew(files));
  writeFileSync(STAMP, stamp);
}

/** The briefs, where the ledger or the build is newer than they are: making one costs more than all else that a second start does. */
async function writeBriefs() {
  const text = join(folder, "belarus.txt");
  const pages = SITUATIONS.map(([name]) => join(folder, `${name}.html`));
  const newest = Math.max(modified(ledger), modified(`${ledger}-wal`), modified(STAMP));
  const briefs = [["belarus", "text", text], ...SITUATIONS.map(([name], i) => [name, "html", pages[i]])].filter(([, , path]) => modified(path) <= newest);
  await Promise.all(briefs.map(([name, format, path]) => muster(["brief", name, "--as-of", DAY, "--format", format, "--output", path])));
  await say(`${readFileSync(text, "utf8")}
With its chart, as pages to read and print: ${pages.map(shown).join(" and ")}
Another day: npx muster brief belarus --as-of 2023-07-20 --ledger ${shown(ledger)}
Its words are our digests' and not the outlets'; examples/README.md lists the reports.

`);
}

/** npm passes a signal on to its shell, which ends and leaves us behind: whoever has lost npm stops as if told to. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== "start") return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

stopWithNpm();
await readReports();
await writeBriefs();
// In this process, so that a signal reaches the desk whoever sends it.
const { main } = await import("../dist/cli/main.js");
await main([process.execPath, "muster", "serve", ...process.argv.slice(2)]);
