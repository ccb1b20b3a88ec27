import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runNode, temporaryFolder } from "./run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let bin = "";
beforeAll(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder.path, "bin"));
  await mkdir(join(folder.path, "dist/cli"), { recursive: true });
  await folder.file("package.json", '{"type":"module"}');
  bin = join(folder.path, "bin/muster.js");
  await copyFile(fileURLToPath(new URL("../../bin/muster.js", import.meta.url)), bin);
});
afterAll(() => folder.remove());

it("an unbuilt program says in one line what to run", async () => {
  expect(await runNode([bin, "read", "x"])).toEqual({ code: 2, stdout: "", stderr: "muster: is not built yet; run: npm install && npm run build\n" });
});
it("an old Node is told so in one line", async () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"18.20.0"});Object.defineProperty(process,"version",{value:"v18.20.0"})';
  expect(await runNode(["--import", old, bin])).toEqual({ code: 2, stdout: "", stderr: "muster: needs Node 20 or later, and this is v18.20.0; install a newer one from https://nodejs.org\n" });
});
it("a built program runs with the words it was given", async () => {
  await writeFile(join(folder.path, "dist/cli/main.js"), 'export const main = async (argv) => console.log(argv.slice(2).join(" "));');
  expect(await runNode([bin, "read", "x"])).toEqual({ code: 0, stdout: "read x\n", stderr: "" });
});
it("a program that lacks a library says what to run", async () => {
  await writeFile(join(folder.path, "dist/cli/main.js"), 'import "no-such-library";');
  const { code, stderr } = await runNode([bin]);
  expect([code, stderr.split("\n").length]).toEqual([2, 2]);
  expect(stderr).toMatch(/^muster: cannot start: .*no-such-library.*; run: npm install && npm run build\n$/);
});
