import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn, read, root } from "./sources.ts";

const pages = filesIn(".").filter((path) => path.endsWith(".md") && !path.startsWith("test/"));

/** The targets of a page's links that lie in the checkout, without what follows a `#`. */
const linksOf = (page: string): string[] =>
  [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^()\s#]+)/g)].map((match) => join(dirname(page), match[1] ?? ""));

describe("the pages", () => {
  it("show what the commands print (npm run readme writes it)", () => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/readme-example.mjs"], { cwd: root, encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("have an example in the README with claims in it", () => {
    expect(read("README.md")).toMatch(/<!-- example: read .* -->\n```console\n\$ npx muster read .*\n[^]*Russia[^]*```\n<!-- end of example -->/);
  });

  it("link to nothing that is not there", () => {
    expect(pages.flatMap((page) => linksOf(page).filter((path) => !existsSync(join(root, path))).map((path) => `${page}: ${path}`))).toEqual([]);
  });

  it("name only commands of npm that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...read(page).matchAll(/\bnpm (?:run )?(start|test\b|(?<=run )[\w:]+)/g)].map((match) => match[1] ?? ""));
    expect(named.length).toBeGreaterThan(5);
    expect([...new Set(named)].filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});
