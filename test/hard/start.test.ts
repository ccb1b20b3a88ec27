import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { temporaryFolder } from "../cli/run.ts";
import { root } from "../house/sources.ts";

const folder = await temporaryFolder();
const output = join(folder.path, "example");
const home = join(folder.path, "nobody");
afterAll(() => folder.remove());

interface Started {
  child: ChildProcess;
  address: string;
  stdout: string;
  stderr: string;
}

/** Starts it, up to the line that is the address of the desk. */
async function start(...args: string[]): Promise<Started> {
  return startedBy(process.execPath, [join(root, "scripts", "start.mjs"), "--no-open", ...args]);
}

async function startedBy(command: string, args: readonly string[]): Promise<Started> {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, NO_COLOR: "1", HOME: home, MUSTER_EXAMPLE: output }, stdio: ["ignore", "pipe", "pipe"] });
  const started = { child, address: "", stdout: "", stderr: "" };
  child.stderr.setEncoding("utf8").on("data", (text: string) => (started.stderr += text));
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      started.stdout += text;
      started.address = /^ *(http:\/\/127\.0\.0\.1:\d+\/)$/m.exec(started.stdout)?.[1] ?? "";
      if (started.stdout.includes("Ctrl-C stops it")) resolve();
    });
    child.once("close", (code) => reject(new Error(`ended with ${code}: ${started.stderr}`)));
  });
  return started;
}

async function stop({ child }: Started, signal: NodeJS.Signals): Promise<unknown> {
  const closed = once(child, "close");
  child.kill(signal);
  return (await closed)[0];
}

const situations = async ({ address }: Started): Promise<{ name: string }[]> => (await (await fetch(`${address}api/situations`)).json()) as { name: string }[];
const documents = async ({ address }: Started): Promise<number> => ((await (await fetch(`${address}api/documents?limit=200`)).json()) as { items: object[] }).items.length;

it("npm start prints the brief on the bundled reports, writes two pages, serves the desk until it is stopped, and leaves nothing elsewhere", async () => {
  const first = await start();
  expect(first.stdout).toMatch(/^Reading \d+ digests .*\n\nRussia in Belarus\n/);
  expect(first.stdout).toMatch(/fewer than 1,000[^]*about 2,000/);
  for (const name of ["belarus.html", "wagner.html"]) {
    expect(first.stdout).toContain(`example/${name}`);
    expect(readFileSync(join(output, name), "utf8")).toMatch(/<svg /);
  }
  expect((await situations(first)).map(({ name }) => name)).toEqual(["belarus", "wagner"]);
  expect(await (await fetch(first.address)).text()).toMatch(/^<!doctype html>/i);
  const before = await documents(first);
  const pasted = await fetch(`${first.address}api/documents`, {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ text: "About 1,500 Russian soldiers remain in Belarus, Belarusian Hajun said.", published: "2023-10-20" }),
  });
  expect(pasted.status).toBe(201);
  expect(await stop(first, "SIGINT")).toBe(0);
  expect(existsSync(home)).toBe(false);
  expect(existsSync(join(root, "muster.db"))).toBe(false);

  // Again: nothing is read, what was done at the desk is there, and the pages tell of it.
  const page = join(output, "belarus.html");
  expect(readFileSync(page, "utf8")).not.toContain("About 1,500");
  const second = await start();
  expect(second.stdout).toMatch(/^\d+ digests .* by an earlier start\.\n\nRussia in Belarus\n/);
  expect(await documents(second)).toBe(before + 1);
  expect(readFileSync(page, "utf8")).toContain("About 1,500");
  expect(await stop(second, "SIGTERM")).toBe(0);

  // And once more with the ledger as it was: not even the pages are made anew.
  const { mtimeMs } = statSync(page);
  expect(await stop(await start(), "SIGINT")).toBe(0);
  expect(statSync(page).mtimeMs).toBe(mtimeMs);
  expect(first.stderr + second.stderr).not.toMatch(/error/i);
});

it("takes the next port where the usual one is taken and says so, and none but the one that is given", async () => {
  const other = createServer().on("error", (error: NodeJS.ErrnoException) => {
    // Somebody else has it: just as well.
    if (error.code !== "EADDRINUSE") throw error;
  });
  const busy = new Promise<void>((resolve) => void other.once("listening", resolve).once("error", () => resolve()));
  other.listen(4180, "127.0.0.1");
  await busy;
  try {
    const started = await start();
    expect(started.stderr).toMatch(/^muster: port 4180 is taken; using 41\d\d$/m);
    expect((await situations(started)).length).toBe(2);
    await expect(start("--port", new URL(started.address).port)).rejects.toThrow(/ended with 2: muster: port \d+ is taken; give another/);
    expect(await stop(started, "SIGINT")).toBe(0);
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});

it("ends with npm, however that ends", async (context) => {
  if (process.platform === "win32") return context.skip("a signal ends npm at once there");
  const started = await startedBy("npm", ["start", "--", "--no-open"]);
  expect((await situations(started)).length).toBe(2);
  await stop(started, "SIGTERM");
  // Its output closes when the last process that writes to it has ended.
  await expect(fetch(started.address)).rejects.toThrow("fetch failed");
});
