import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../house/sources.ts";

export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The program as users start it; test/build.ts has seen to it that it is built from the present sources. */
export const BIN = join(root, "bin/muster.js");

export interface RunOptions {
  stdin?: string | Uint8Array;
  env?: Record<string, string>;
  cwd?: string;
}

/** Runs Node with these arguments to its end. */
export function runNode(args: readonly string[], { stdin = "", env = {}, cwd }: RunOptions = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, MUSTER_DEBUG: "", NO_COLOR: "", ...env }, cwd });
    const run: Run = { code: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (run.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (run.stderr += text));
    // A program that needs no input closes it before we are done writing.
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
    child.on("error", reject).on("close", (code) => resolve({ ...run, code }));
  });
}

/** Runs `muster` as a program of its own. */
export const muster = (args: readonly string[], options?: RunOptions): Promise<Run> => runNode([BIN, ...args], options);

/** A folder that is removed when the test file ends, and a way to put files in it. */
export async function temporaryFolder(): Promise<{ path: string; file: (name: string, content: string | Uint8Array) => Promise<string>; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "muster-test-"));
  return {
    path,
    file: async (name, content) => {
      await writeFile(join(path, name), content);
      return join(path, name);
    },
    remove: () => rm(path, { recursive: true }),
  };
}

/** What stands for a file's content: matchers go through large buffers byte by byte, which takes seconds. */
export const digestOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

export const linesOf = (text: string): string[] => text.split("\n").filter((line) => line !== "");
