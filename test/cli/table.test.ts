import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/index.ts";
import { COLUMNS } from "../../src/cli/cells.ts";
import { wrap } from "../../src/cli/columns.ts";
import { formatTable } from "../../src/cli/table.ts";
import { whenText } from "../../src/cli/when.ts";
import { lookOf, lookOfTerminal } from "../../src/cli/terminal.ts";
import { claimOf, readingOf } from "./readings.ts";

const cells = (claim: Partial<Claim>): string[] => COLUMNS.map(({ cell }) => cell(claimOf(claim)));

describe("a row says who said how many of whom, where, as of when, how sure", () => {
  const quantity = { low: 0, high: 999, point: 1000, modifier: "under", unit: "personnel", words: "fewer than a thousand" } as const;
  const source = { person: "Ada Example", role: "spokeswoman", organisation: "Border Guard" };
  const cases: [string, Partial<Claim>, string[]][] = [
    [
      "everything said",
      { quantity, source, via: ["national television"], place: "Arbola", asOf: "2023-10-31", certainty: "probable" },
      ["Ada Example, spokeswoman, Border Guard, via national television", "fewer than a thousand, there", "Norland", "Arbola", "2023-10-31", "probable"],
    ],
    ["nothing said", { force: null }, ["the report itself", "there", "–", "–", "–", "certain"]],
    ["hearsay", { attribution: "hearsay" }, ["not named (hearsay)", "there", "Norland", "–", "–", "certain"]],
    ["a denied rotation", { kind: "rotation", polarity: "denied" }, ["the report itself", "not rotated", "Norland", "–", "–", "certain"]],
    ["a plan", { kind: "departure", reality: "planned", otherPlace: "Sudland", place: "Arbola" }, ["the report itself", "left", "Norland", "Arbola (to Sudland)", "–", "certain, planned"]],
    ["an arrival from elsewhere", { kind: "arrival", otherPlace: "Sudland" }, ["the report itself", "came", "Norland", "from Sudland", "–", "certain"]],
    ["a fall", { kind: "change", direction: "down" }, ["the report itself", "fell", "Norland", "–", "–", "certain"]],
    ["an unknown number", { certainty: "unknown" }, ["the report itself", "number unknown, there", "Norland", "–", "–", "unknown"]],
    ["a size in words", { size: "limited" }, ["the report itself", "limited, there", "Norland", "–", "–", "certain"]],
    ["a share", { kind: "departure", quantity: { ...quantity, modifier: "share", words: "most of" } }, ["the report itself", "most, left", "Norland", "–", "–", "certain"]],
    ["things", { quantity: { ...quantity, unit: "tank", words: "40" } }, ["the report itself", "40 (tank), there", "Norland", "–", "–", "certain"]],
    ["a time with an end", { asOf: "../2023-03" }, ["the report itself", "there", "Norland", "–", "by 2023-03", "certain"]],
    ["a unit by name", { unitName: "4th Division" }, ["the report itself", "there", "Norland, 4th Division", "–", "–", "certain"]],
  ];
  it.each(cases)("%s", (_, claim, expected) => expect(cells(claim)).toEqual(expected));
});

describe("the table", () => {
  it("says of a digest that the words are not the outlet's", () => {
    const reading = readingOf([claimOf({})], { outlet: "Our Desk", kind: "digest", summarises: "https://example.org/a", via: "Reporter" });
    expect(formatTable(reading, "a.txt", lookOf(80, false))).toMatch(/^a\.txt \(Reporter, in the words of Our Desk, 2023-10-31\)\n/);
  });
  it("looks like this", () => {
    const reading = readingOf([
      { quantity: { low: 2000, high: 2000, point: 2000, modifier: "about", unit: "personnel", words: "around 2,000" }, place: "Arbola", country: "NO", asOf: "2023-10-16" },
    ]);
    expect(formatTable(reading, "a.txt", lookOf(100, false))).toBe(
      [
        "a.txt (2023-10-31)",
        "",
        "   WHO SAID IT               HOW MANY           OF WHOM      WHERE          AS OF       HOW SURE",
        "1  the report itself         around 2,000,      Norland      Arbola         2023-10-16  certain",
        "                             there",
        "   “Around 2,000 soldiers remain in Arbola.”",
        "",
      ].join("\n"),
    );
  });
  it("fits any width from 60 up, in any script, and no control character gets through", () => {
    const hostile = "\u001b[31mред\u0007 部隊は約二千人が残っている ‮evil‬ 👩‍👩‍👧‍👦🏳️‍🌈 \ud800 x".repeat(12) + "w".repeat(300);
    const reading = readingOf([{ force: hostile, place: hostile, source: { person: hostile, role: null, organisation: null } }], { text: hostile, title: hostile });
    for (const width of [60, 80, 100, 160]) {
      const table = formatTable(reading, hostile, lookOf(width, false));
      for (const line of table.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      expect(table.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e]/u);
    }
  });
  it("says so when there is nothing", () => {
    expect(formatTable(readingOf([]), "a.txt", lookOf(100, true))).toBe("no claims in a.txt\n");
  });
  it("has colour only where it may", () => {
    const terminal = (isTTY: boolean, columns = 80) => ({ isTTY, columns }) as NodeJS.WriteStream;
    const painted = (look: { colors: { bold: (text: string) => string } }) => look.colors.bold("x") !== "x";
    const before = { ...process.env };
    try {
      delete process.env["NO_COLOR"];
      process.env["TERM"] = "xterm";
      expect(painted(lookOfTerminal(true, terminal(true)))).toBe(true);
      expect(painted(lookOfTerminal(false, terminal(true)))).toBe(false);
      expect(painted(lookOfTerminal(true, terminal(false)))).toBe(false);
      process.env["NO_COLOR"] = "1";
      expect(painted(lookOfTerminal(true, terminal(true)))).toBe(false);
    } finally {
      process.env = before;
    }
  });
  it("is as wide as the terminal, within reason", () => {
    const width = (columns: number, isTTY = true) => lookOfTerminal(false, { isTTY, columns } as NodeJS.WriteStream).width;
    expect([width(20), width(120), width(500), width(20, false)]).toEqual([60, 120, 160, 100]);
  });
});

describe("a date reads", () => {
  it.each([
    ["2023-10-31", "2023-10-31"],
    ["2023-10-16~", "about 2023-10-16"],
    ["2023-22", "summer 2023"],
    ["2023-21~", "about spring 2023"],
    ["2023", "2023"],
    ["../2006-05-31", "by 2006-05-31"],
    ["2006-08/..", "since 2006-08"],
    ["2023-07/2023-24", "2023-07 to winter 2023"],
  ])("%s as %s", (edtf, words) => expect(whenText(edtf)).toBe(words));

  it("on one line, however narrow the table", () => {
    const table = formatTable(readingOf([{ asOf: "2023-07-01/2023-10-31" }]), "a.txt", lookOf(60, false));
    expect(table).toMatch(/2023-07-01(?!\d)[^]*2023-10-31/);
  });
});

describe("wrapping", () => {
  it.each([
    ["a bb ccc", 4, ["a bb", "ccc"]],
    ["abcdefgh ij", 3, ["abc", "def", "gh", "ij"]],
    ["Ukraine–Belarus border", 9, ["Ukraine–", "Belarus", "border"]],
    ["../2023-10-31", 11, ["../", "2023-10-31"]],
    ["see <https://example.org/2023/10/17/a-b>", 20, ["see <https://", "example.org/2023/10/", "17/a-b>"]],
    ["部隊部隊", 4, ["部隊", "部隊"]],
    ["", 5, []],
  ])("%j in %d columns", (text, width, lines) => expect(wrap(text, width)).toEqual(lines));
});
