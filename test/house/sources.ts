import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@babel/parser";

export const root = resolve(fileURLToPath(import.meta.url), "..", "..", "..");

// What no one commits, or what others wrote.
const NOT_OURS = new Set(["node_modules", "dist", ".git", "coverage"]);

/** The paths of all files under a folder of the checkout, with `/` between names. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

export const read = (path: string): string => readFileSync(join(root, path), "utf8");

export const fromRoot = (path: string): string => relative(root, path).split(sep).join("/");

/** A node of the syntax tree, as far as the house tests look at it. */
export interface Node {
  type: string;
  loc: { start: { line: number } };
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value && "loc" in value;

/** How a source is written: TypeScript, or TypeScript with elements of a page. */
export type Dialect = "ts" | "tsx";

/** Every node of a TypeScript source, in the order of the text. */
export function* nodesOf(source: string, dialect: Dialect = "ts"): Generator<Node> {
  const pending: Node[] = [parse(source, { sourceType: "module", plugins: dialect === "tsx" ? ["typescript", "jsx"] : ["typescript"] }).program as unknown as Node];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    const children = Object.entries(node).filter(([key]) => !key.endsWith("omments")).flatMap(([, value]) => value).filter(isNode);
    pending.push(...children.reverse());
  }
}

export interface Import {
  line: number;
  /** The specifier as written. */
  target: string;
  /** True when only types come over, so that nothing is loaded when the program runs. */
  typeOnly: boolean;
}

/** What a source imports or re-exports, including `import()` with a literal. */
export function importsOf(source: string, dialect: Dialect = "ts"): Import[] {
  const imports: Import[] = [];
  for (const node of nodesOf(source, dialect)) {
    const from = (node["source"] ?? (node["arguments"] as unknown[] | undefined)?.[0]) as { value?: unknown } | undefined;
    if (typeof from?.value !== "string" || !isImport(node)) continue;
    imports.push({ line: node.loc.start.line, target: from.value, typeOnly: node["importKind"] === "type" || node["exportKind"] === "type" });
  }
  return imports;
}

function isImport(node: Node): boolean {
  if (["ImportDeclaration", "ExportNamedDeclaration", "ExportAllDeclaration", "ImportExpression"].includes(node.type)) return true;
  return node.type === "CallExpression" && (node["callee"] as Node).type === "Import";
}
