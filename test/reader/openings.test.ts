import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sayingsOf } from "../../src/reader/attributions.ts";
import { clausesOf } from "../../src/reader/clauses.ts";
import { forcesOf } from "../../src/reader/forces.ts";
import { OPENS } from "../../src/reader/openings.ts";
import type { Page } from "../../src/reader/page.ts";
import { openPage } from "../../src/reader/parts.ts";
import { placesOf } from "../../src/reader/places.ts";
import { quantitiesOf } from "../../src/reader/quantities.ts";
import { timesOf } from "../../src/reader/times.ts";
import { documentOf, englishPack } from "./pack.ts";

const FOLDER = new URL("tables/", import.meta.url);
const tables = readdirSync(FOLDER).filter((name) => name.endsWith(".md") && name !== "README.md");
const textsOf = (table: string): string[] => [...readFileSync(new URL(table, FOLDER), "utf8").matchAll(/^\| (.+?) \| .+ \|$/gm)].map(([, text = ""]) => text.replaceAll(" ¶ ", "\n\n"));

const mentionsOf = (page: Page) => {
  const times = timesOf(page, null);
  const quantities = quantitiesOf(page, times);
  const sayings = sayingsOf(page, times);
  return { times, quantities, places: placesOf(page, times), forces: forcesOf(page, quantities, times), sayings, clauses: page.sentences.map((sentence) => clausesOf(page, sentence, sayings)) };
};

describe("where nothing of its sort can begin, a pass would have found nothing", () => {
  it.each(tables)("in the rows of %s", (table) => {
    const texts = textsOf(table);
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) {
      const page = openPage(documentOf(text, "2023-11-01"), englishPack());
      const everywhere: Page = { ...page, opens: new Int32Array(page.tokens.length).fill(-1) };
      expect({ text, ...mentionsOf(page) }).toEqual({ text, ...mentionsOf(everywhere) });
    }
  });
});

it("no two openings share a bit", () => {
  const bits = Object.values(OPENS);
  expect(bits.reduce((all, bit) => all | bit, 0)).toBe(bits.reduce((sum, bit) => sum + bit, 0));
});
