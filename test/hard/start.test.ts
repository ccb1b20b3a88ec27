import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runNode } from "../cli/run.ts";
import { root } from "../house/sources.ts";

it("npm start prints the brief on the bundled reports, writes two pages and leaves nothing elsewhere", async () => {
  const home = join(root, "example-output", "nobody");
  const { code, stdout, stderr } = await runNode([join(root, "scripts", "start.mjs")], { env: { NO_COLOR: "1", HOME: home }, cwd: root });
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^Reading \d+ digests .*\n\nRussia in Belarus\n/);
  expect(stdout).toMatch(/fewer than 1,000[^]*about 2,000/);
  for (const page of ["example-output/belarus.html", "example-output/wagner.html"]) {
    expect(stdout).toContain(page);
    expect(readFileSync(join(root, page), "utf8")).toMatch(/<svg /);
  }
  expect(existsSync(home)).toBe(false);
  expect(existsSync(join(root, "muster.db"))).toBe(false);
});
