import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { filesIn, importsOf, nodesOf, read, type Dialect } from "./sources.ts";

// The page is told everything by the API; of src/ it may know how things are called, and nothing that runs.
const TYPES_OF = ["src/claims/", "src/brief/chart/"];

// Who may import whom in desk/; what lies beside these (main.tsx, routes.tsx) puts all together.
const ARROWS: Record<string, readonly string[]> = { api: [], parts: ["api"], pages: ["parts", "api"] };

const sources = filesIn("desk").filter((path) => /\.tsx?$/.test(path) && path !== "desk/vite.config.ts");
const dialectOf = (path: string): Dialect => (path.endsWith("x") ? "tsx" : "ts");
const roomOf = (path: string): string => path.split("/")[1] ?? "";
const pageOf = (path: string): string => path.split("/")[2] ?? "";

function wrongImports(path: string, source: string): string[] {
  return importsOf(source, dialectOf(path)).flatMap(({ line, target, typeOnly }) => {
    const say = (why: string) => [`${path}:${line} imports ${target}: ${why}`];
    if (!target.startsWith(".")) return target.startsWith("node:") ? say("a browser has no Node") : [];
    const other = normalize(join(dirname(path), target));
    if (other.startsWith("src/")) return typeOnly && TYPES_OF.some((folder) => other.startsWith(folder)) ? [] : say("only types, and only those of claims and of the chart");
    const allowed = ARROWS[roomOf(path)];
    if (allowed === undefined || roomOf(other) === "style") return [];
    if (roomOf(other) !== roomOf(path)) return allowed.includes(roomOf(other)) ? [] : say(`${roomOf(path)} may import ${allowed.join(", ") || "nothing else of the desk"}`);
    return roomOf(path) === "pages" && pageOf(other) !== pageOf(path) ? say("one page does not know another; what both need is a part") : [];
  });
}

// Ways for a text to become more than text.
const DANGEROUS = ["dangerouslySetInnerHTML", "innerHTML", "outerHTML", "insertAdjacentHTML", "srcDoc", "eval"];

function dangers(path: string, source: string): string[] {
  return [...nodesOf(source, dialectOf(path))].flatMap((node) => {
    const name = node.type === "JSXIdentifier" || node.type === "Identifier" ? String(node["name"]) : "";
    return DANGEROUS.includes(name) ? [`${path}:${node.loc.start.line} uses ${name}`] : [];
  });
}

describe("the sources of the desk", () => {
  it("are read at all", () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  it("know the API, each other in one direction, and of src/ only types", () => {
    expect(sources.flatMap((path) => wrongImports(path, read(path)))).toEqual([]);
  });

  it("make text of texts, and never anything else", () => {
    expect(sources.flatMap((path) => dangers(path, read(path)))).toEqual([]);
  });

  it("are named in kebab-case", () => {
    expect(filesIn("desk").filter((path) => !/^[a-z0-9/]+(?:[-./][a-z0-9]+)*$/.test(path))).toEqual([]);
  });

  it.each([
    ["desk/api/a.ts", 'import { Claim } from "../../src/claims/claim.ts";', "only types"],
    ["desk/api/a.ts", 'import type { Reading } from "../../src/reader/reading.ts";', "only those of claims"],
    ["desk/parts/a.tsx", 'import { A } from "../pages/a.tsx";', "parts may import api"],
    ["desk/pages/a/a.tsx", 'import { B } from "../b/b.tsx";', "one page does not know another"],
    ["desk/api/a.ts", 'import { readFile } from "node:fs";', "a browser has no Node"],
  ])("would be caught: %s with %s", (path, source, why) => {
    expect(wrongImports(path, source).join()).toContain(why);
  });

  it("would be caught where they trust a text", () => {
    expect(dangers("desk/a.tsx", "const a = <p dangerouslySetInnerHTML={{ __html: b }} />; c.innerHTML = b;")).toHaveLength(2);
  });
});
