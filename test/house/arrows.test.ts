import { builtinModules } from "node:module";
import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { filesIn, importsOf, nodesOf, read, type Node } from "./sources.ts";

// Who may import whom; docs/adr/001-one-package-house.md says why. A folder may always import itself.
const ARROWS: Record<string, readonly string[]> = {
  claims: [],
  text: ["claims"],
  lang: ["text", "claims"],
  reader: ["text", "lang", "claims"],
  intake: ["claims", "package"],
  ledger: ["claims"],
  origins: ["claims"],
  estimate: ["claims"],
  brief: ["claims", "origins", "estimate"],
  eval: ["claims", "intake"],
  export: ["claims"],
  package: [],
  app: ["package", "claims", "text", "lang", "reader", "intake", "ledger", "origins", "estimate", "brief", "export"],
  api: ["package", "claims", "text", "lang", "reader", "intake", "ledger", "origins", "estimate", "brief", "export", "app"],
  cli: ["package", "claims", "text", "lang", "reader", "intake", "ledger", "eval", "origins", "estimate", "brief", "export", "app", "api"],
};

// These run in a browser as well, and give the same output for the same input.
const PURE = ["claims", "text", "lang", "reader", "origins", "estimate", "brief", "export"];

const sources = filesIn("src").filter((path) => path.endsWith(".ts"));

// A file directly in src/ belongs to app, the one place that chooses; but for where the package lies, which it tells to all who touch the disk.
const roomOf = (path: string): string => (path === "src/package-root.ts" ? "package" : path.split("/").length === 2 ? "app" : (path.split("/")[1] as string));

const languageOf = (path: string): string | undefined => /^src\/lang\/(\w\w)\//.exec(path)?.[1];

function wrongImports(path: string, source: string): string[] {
  const room = roomOf(path);
  return importsOf(source).flatMap(({ line, target }) => {
    const say = (why: string) => [`${path}:${line} imports ${target}: ${why}`];
    if (!target.startsWith(".")) return wrongPackage(room, target).flatMap(say);
    const other = normalize(join(dirname(path), target));
    if (!target.endsWith(".ts") && !target.endsWith(".json")) return say("a relative import names its extension");
    if (!other.startsWith("src/")) return say("src/ imports nothing outside of itself");
    if (roomOf(other) !== room && !ARROWS[room]?.includes(roomOf(other))) return say(`${room} may import ${ARROWS[room]?.join(", ") || "nothing of ours"}`);
    const language = languageOf(other);
    if (language !== undefined && room === "reader") return say("the reader is handed its language and never names one");
    if (language !== undefined && room === "lang" && languageOf(path) !== undefined && languageOf(path) !== language) return say("one language does not know another");
    return [];
  });
}

function wrongPackage(room: string, target: string): string[] {
  const builtin = target.startsWith("node:") || builtinModules.includes(target);
  return builtin && PURE.includes(room) ? [`${room} must run in a browser`] : [];
}

// Clocks and dice, by which the same input would give another output.
function impurities(path: string, source: string): string[] {
  return [...nodesOf(source)].flatMap((node) => {
    const what = impurity(node);
    return what === null ? [] : [`${path}:${node.loc.start.line} uses ${what}`];
  });
}

function impurity(node: Node): string | null {
  const name = (value: unknown) => (value as { name?: string } | undefined)?.name;
  if (node.type === "NewExpression" && name(node["callee"]) === "Date" && (node["arguments"] as unknown[]).length === 0) return "new Date()";
  if (node.type !== "MemberExpression") return null;
  const member = `${name(node["object"])}.${name(node["property"])}`;
  return ["Date.now", "Math.random", "performance.now", "crypto.randomUUID"].includes(member) ? member : null;
}

describe("the arrows between the rooms of src/", () => {
  it("has a place in the table for every room", () => {
    expect(sources.map(roomOf).filter((room) => !(room in ARROWS))).toEqual([]);
  });

  it("lets no room import one that comes after it", () => {
    expect(sources.flatMap((path) => wrongImports(path, read(path)))).toEqual([]);
  });

  it("keeps clocks and dice out of the pure rooms", () => {
    expect(sources.filter((path) => PURE.includes(roomOf(path))).flatMap((path) => impurities(path, read(path)))).toEqual([]);
  });

  it.each([
    ["src/claims/a.ts", 'import { b } from "../text/b.ts";', "claims may import nothing of ours"],
    ["src/text/a.ts", 'export * from "../reader/b.ts";', "text may import claims"],
    ["src/reader/a.ts", 'import { readFile } from "node:fs";', "reader must run in a browser"],
    ["src/lang/common/a.ts", 'import path from "path";', "lang must run in a browser"],
    ["src/reader/a.ts", 'import { en } from "../lang/en/index.ts";', "the reader is handed its language and never names one"],
    ["src/lang/de/a.ts", 'import type { A } from "../en/a.ts";', "one language does not know another"],
    ["src/intake/a.ts", 'const b = await import("../app.ts");', "intake may import claims"],
    ["src/cli/a.ts", 'import { b } from "../../test/b.ts";', "src/ imports nothing outside of itself"],
    ["src/cli/a.ts", 'import { b } from "./b";', "a relative import names its extension"],
  ])("would catch %s with %s", (path, source, why) => {
    expect(wrongImports(path, source).join()).toContain(why);
  });

  it.each([["const now = new Date();"], ["Date.now()"], ["const x = Math.random() * 6;"]])("would catch %s", (source) => {
    expect(impurities("src/reader/a.ts", source)).toHaveLength(1);
  });
});
