#!/usr/bin/env node
// Makes a checkout ready to run: installs packages and builds, each only when it is missing or out of date.
// Plain JavaScript on Node built-ins alone, since in a bare clone nothing else is there yet.
//
//   node scripts/prepare.mjs            what is lacking, quietly when nothing is
//   node scripts/prepare.mjs --rebuild  the builds in any case
import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { JOINING, LEAST_NODE } from "./joining.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const at = (...parts) => join(root, ...parts);
const rebuild = process.argv.includes("--rebuild");

const STAMP = at("dist", ".built");
const GAZETTEER_SCRIPT = at("scripts", "build-gazetteer.ts");
const GAZETTEER = at("data", "gazetteer.bin");
const DESK = at("dist", "desk");
const DESK_STAMP = at("dist", ".desk-built");

const say = (line) => process.stderr.write(`muster: ${line}\n`);

function fail(line, code = 1) {
  say(line);
  process.exit(code);
}

// The exit code of a child that failed becomes ours, so that a caller sees the real cause.
function run(command, args, remedy, options = {}) {
  const child = spawnSync(command, args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32", ...options });
  if (child.error) fail(`cannot run ${command}: ${child.error.message}`);
  if (child.status !== 0) fail(remedy, child.status ?? 1);
}

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : -Infinity);

// A folder's own time is counted too: it changes when a file in it is deleted or renamed.
function newestIn(path) {
  if (!existsSync(path)) return -Infinity;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), stat.mtimeMs);
}

// The script and every file of ours that it reaches by a relative import.
function importsOf(path, seen = new Set()) {
  if (seen.has(path) || !existsSync(path)) return seen;
  seen.add(path);
  for (const [, target] of readFileSync(path, "utf8").matchAll(/from\s"(\.[^"]+)"/g)) importsOf(resolve(dirname(path), target), seen);
  return seen;
}

function install() {
  const installed = at("node_modules", ".package-lock.json");
  if (modified(installed) >= modified(at("package-lock.json"))) return;
  say(existsSync(at("node_modules")) ? "packages have changed, installing them (npm ci)" : "first run, installing packages (npm ci)");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], "npm ci failed; the lines above say why. Without a network, run it once where there is one.");
  // npm may leave a lock of the same age behind; ours is what the next run compares.
  const now = new Date();
  if (existsSync(installed)) utimesSync(installed, now, now);
}

// The compiler's own entry is started with this Node, so no shell and no PATH is involved.
function runPackaged(bin, args, remedy, options = {}) {
  run(process.execPath, [at("node_modules", bin), ...args], remedy, { shell: false, ...options });
}

// Types for those who import the package, and the program in as few files as its lazy imports allow (docs/adr/010-joined-build.md).
async function compile() {
  const sources = [at("src"), at("tsconfig.json"), at("tsconfig.build.json"), at("package-lock.json"), at("scripts", "prepare.mjs"), at("scripts", "joining.mjs")];
  if (!rebuild && modified(STAMP) > Math.max(...sources.map(newestIn))) return;
  say("building dist/");
  const started = new Date();
  clearDist();
  runPackaged("typescript/bin/tsc", ["-p", "tsconfig.build.json"], "the build failed; the lines above name file and line.");
  const { build } = await import("esbuild");
  await build({
    ...JOINING, entryPoints: ["index.ts", "cli/main.ts", "cli/serve-thread.ts", "intake/formats/pdf-thread.ts"].map((path) => at("src", path)), outbase: at("src"), outdir: at("dist"),
    sourcemap: true, sourcesContent: false,
  }).catch(() => fail("the build failed; the lines above name file and line."));
  stamp(STAMP, started);
}

// Leaves the desk, which has its own sources and is built by itself.
function clearDist() {
  if (!existsSync(at("dist"))) return;
  for (const name of readdirSync(at("dist"))) if (![DESK, DESK_STAMP].includes(at("dist", name))) rmSync(at("dist", name), { recursive: true, force: true });
}

// A source that was saved while a build ran is newer than its start and gets built next time.
function stamp(path, started) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  utimesSync(path, started, started);
}

function buildDesk() {
  const sources = [at("desk"), at("package-lock.json")];
  if (!rebuild && existsSync(DESK) && modified(DESK_STAMP) > Math.max(...sources.map(newestIn))) return;
  say("building the desk");
  const started = new Date();
  // Tests, which build as well, have another NODE_ENV, with which the page would get the libraries as their authors debug them.
  const env = { ...process.env, NODE_ENV: "production" };
  runPackaged("vite/bin/vite.js", ["build", "--config", at("desk", "vite.config.ts"), "--logLevel", "warn"], "the desk could not be built; the lines above say why.", { env });
  stamp(DESK_STAMP, started);
}

function buildGazetteer() {
  if (!existsSync(GAZETTEER_SCRIPT)) return;
  const sources = [...importsOf(GAZETTEER_SCRIPT), at("package-lock.json")];
  if (!rebuild && modified(GAZETTEER) > Math.max(...sources.map(modified))) return;
  say(`building ${relative(root, GAZETTEER)}`);
  runPackaged("tsx/dist/cli.mjs", [relative(root, GAZETTEER_SCRIPT)], "the gazetteer could not be built; the lines above say why.");
}

// npm links the commands of dependencies but not a package's own, and `npx muster` should not depend on a cache.
// (On Windows npx finds the command through package.json.)
function linkCommand() {
  const link = at("node_modules", ".bin", "muster");
  if (process.platform === "win32" || lstatSync(link, { throwIfNoEntry: false })) return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join("..", "..", "bin", "muster.js"), link);
}

if (Number(process.versions.node.split(".")[0]) < LEAST_NODE)
  fail(`Node ${LEAST_NODE} or newer is needed, this is ${process.version}. Get it from https://nodejs.org`);
install();
await compile();
buildGazetteer();
buildDesk();
linkCommand();
