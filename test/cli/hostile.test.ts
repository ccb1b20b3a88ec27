import fc from "fast-check";
import { expect, it } from "vitest";
import { readDocument } from "../../src/app.ts";
import { explainReading } from "../../src/cli/explanation.ts";
import { formatExplanation } from "../../src/cli/explain-text.ts";
import { formatTable } from "../../src/cli/table.ts";
import { lookOf } from "../../src/cli/terminal.ts";
import { readBytes } from "../../src/intake/read-input.ts";
import { linesOf, muster } from "./run.ts";

const PIECES = ["\n\nAbout 2,000 Russian soldiers remain in Belarus.\n\n", "About 2,000 ", "Russian soldiers ", "remain in ", "Belarus", ", he said. ", "“", "”", "\n\n", "\u001b[2J", "\u202e", "😀", "\ud800", "fewer than a thousand ", "—", "1".repeat(50), " ".repeat(50), "(((", "on Tuesday ", "is said to ", "NATO "];
const prose = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 10 })), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(""));

/** Takes bytes all the way to what is printed, and checks that every span of a claim is the text's. */
async function throughAll(bytes: Uint8Array, name: string): Promise<number> {
  const look = lookOf(60, false);
  let claims = 0;
  for await (const item of readBytes(bytes, name)) {
    if (item.kind === "issue") continue;
    const { text } = item.document;
    const reading = await readDocument({ ...item.document, lang: "en" });
    for (const { evidence } of reading.claims) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
    const explained = explainReading(reading);
    const printed = formatTable(reading, name, look) + explained.map((claim) => formatExplanation(claim, explained.length, look)).join("");
    expect(printed.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
    claims += reading.claims.length;
  }
  return claims;
}

it("any text goes through, spans slice back, and no control character comes out", async () => {
  let claims = 0;
  await fc.assert(fc.asyncProperty(prose, async (text) => void (claims += await throughAll(Buffer.from(JSON.stringify({ text })), "a.jsonl"))), { numRuns: 200 });
  // Otherwise nothing was checked.
  expect(claims).toBeGreaterThan(0);
}, 20_000);

it("any bytes go through, under any name", async () => {
  const name = fc.constantFrom("a.txt", "a.md", "a.html", "a.jsonl", "a");
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), name, async (bytes, file) => void (await throughAll(bytes, file))), { numRuns: 200 });
}, 20_000);

it("the program itself never shows a trace for random bytes", async () => {
  const samples = fc.sample(fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 2000 }), prose.map((text) => new Uint8Array(Buffer.from(text)))), 6);
  for (const bytes of samples) {
    const { code, stderr } = await muster(["read", "-"], { stdin: bytes });
    expect([0, 2]).toContain(code);
    expect(linesOf(stderr).every((line) => line.startsWith("muster: standard input"))).toBe(true);
  }
}, 20_000);
