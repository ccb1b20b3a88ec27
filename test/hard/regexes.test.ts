import { beforeAll, describe, expect, it } from "vitest";
import { filesIn, nodesOf, read, type Node } from "../house/sources.ts";

// The checker also comes as a native program and as Java; the JavaScript one runs wherever the tests do.
process.env["RECHECK_BACKEND"] = "pure";
const { check } = await import("recheck");

const CHECK_TIMEOUT_MS = 20_000;

interface Expression {
  where: string;
  pattern: string;
  flags: string;
}

interface Found {
  expressions: Expression[];
  /** `new RegExp` with something that can only be known by running the program. */
  unreadable: string[];
}

/** Every regular expression that a source writes down. */
function expressionsOf(path: string, source: string): Found {
  const found: Found = { expressions: [], unreadable: [] };
  const nodes = [...nodesOf(source)];
  for (const node of nodes) {
    const where = `${path}:${node.loc.start.line}`;
    if (node.type === "RegExpLiteral") found.expressions.push({ where, pattern: node["pattern"] as string, flags: node["flags"] as string });
    if (!isRegExpCall(node)) continue;
    const [pattern, flags] = node["arguments"] as (Node | undefined)[];
    const words = literal(pattern);
    if (words !== null) found.expressions.push({ where, pattern: words, flags: literal(flags) ?? "" });
    else if (!isLiteralExpression(pattern, nodes)) found.unreadable.push(`${where}: new RegExp of something that is no literal`);
  }
  return found;
}

function isRegExpCall(node: Node): boolean {
  return (node.type === "NewExpression" || node.type === "CallExpression") && (node["callee"] as Node)["name"] === "RegExp";
}

function literal(node: Node | undefined): string | null {
  if (node?.type === "StringLiteral") return node["value"] as string;
  const quasis = node?.type === "TemplateLiteral" ? (node["quasis"] as { value: { cooked: string } }[]) : [];
  return quasis.length === 1 ? (quasis[0]?.value.cooked ?? null) : null;
}

// A copy of a literal, `new RegExp(/…/g)` or of a constant that holds one, is checked where the literal stands.
function isLiteralExpression(node: Node | undefined, nodes: readonly Node[]): boolean {
  if (node?.type === "RegExpLiteral") return true;
  return nodes.some((other) => {
    if (other.type !== "VariableDeclarator") return false;
    return (other["id"] as Node)["name"] === node?.["name"] && (other["init"] as Node | null)?.type === "RegExpLiteral";
  });
}

/** What is wrong with an expression, or null when its time grows in line with the text. */
async function complaint({ where, pattern, flags }: Expression): Promise<string | null> {
  const result = await check(pattern, flags, { timeout: CHECK_TIMEOUT_MS });
  if (result.status === "safe") return null;
  if (result.status === "unknown") return `${where} /${pattern}/${flags} could not be judged (${result.error.kind}); write it simpler`;
  const { type } = result.complexity;
  return `${where} /${pattern}/${flags} takes ${type} time on ${result.attack.pattern}`;
}

describe("the regular expressions of src/", () => {
  let found: Found;
  beforeAll(() => {
    const all = filesIn("src").filter((path) => path.endsWith(".ts")).map((path) => expressionsOf(path, read(path)));
    found = { expressions: all.flatMap((one) => one.expressions), unreadable: all.flatMap((one) => one.unreadable) };
  });

  it("are all written down where they can be checked", () => {
    expect(found.unreadable).toEqual([]);
  });

  it("take time in line with the length of the text, whatever it holds", { timeout: 180_000 }, async () => {
    const complaints: (string | null)[] = [];
    for (const expression of distinct(found.expressions)) complaints.push(await complaint(expression));
    expect(complaints.filter((line) => line !== null)).toEqual([]);
  });
});

const distinct = (expressions: readonly Expression[]): Expression[] => [
  ...new Map(expressions.map((expression) => [`/${expression.pattern}/${expression.flags}`, expression])).values(),
];

describe("the lint for backtracking", () => {
  it.each([
    ["const a = /^(a|a)*$/;", "exponential"],
    ["const a = text.replace(/\\s+$/, '');", "polynomial"],
    ["const a = new RegExp('x*y*x*z', 'u');", "polynomial"],
    ["const a = RegExp(`(b+)+c`);", "exponential"],
  ])("catches %s", async (source, type) => {
    const [expression] = expressionsOf("a.ts", source).expressions;
    expect(expression && (await complaint(expression))).toContain(`a.ts:1 /`);
    expect(expression && (await complaint(expression))).toContain(`${type} time on '`);
  });

  it.each([["/a+b/.test(x) ? 1 / 2 / 3 : `${/c/u.source} / ${4 / 2} /d/`", ["a+b", "c"]], ["const x = a / b / c; // /no/", []]])(
    "tells expressions from divisions in %s",
    (source, patterns) => {
      expect(expressionsOf("a.ts", source).expressions.map(({ pattern }) => pattern)).toEqual(patterns);
    },
  );

  it("says when an expression is put together at run time", () => {
    expect(expressionsOf("a.ts", "const a = new RegExp(words.join('|'));").unreadable).toHaveLength(1);
    expect(expressionsOf("a.ts", "const A = /b/g; const c = new RegExp(A);").unreadable).toEqual([]);
  });
});
