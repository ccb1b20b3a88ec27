import fc from "fast-check";
import { expect, it } from "vitest";
import { wordsOfClaims, wordsOfDocuments, WordSearch } from "../../src/app/word-search.ts";
import type { BriefClaim } from "../../src/claims/index.ts";
import { claimOf } from "../cli/readings.ts";

const claimIn = (id: string, text: string, asOf: string | null, document = "a"): BriefClaim =>
  ({ id, claim: claimOf({ evidence: { text, start: 0, end: text.length }, asOf, said: null, force: "Norland", place: "Arbola" }), document: { sha256: document, published: null } as BriefClaim["document"], text });

it("finds claims by their words and names, whatever their case, the newest first", () => {
  const search = new WordSearch(wordsOfClaims([claimIn("1", "About 2,000 soldiers", "2023-01"), claimIn("2", "about 3,000 soldiers", "2023-05-01"), claimIn("3", "Солдат нет", null)]));
  expect(search.find("SOLDIERS", 5)).toEqual(["2", "1"]);
  expect(search.find("soldiers", 1)).toEqual(["2"]);
  expect(search.find("arbola", 5)).toEqual(["2", "1", "3"]);
  expect(search.find("СОЛДАТ", 5)).toEqual(["3"]);
  expect(search.find("soldiers about", 5)).toEqual([]);
  expect(new WordSearch([]).find("a", 5)).toEqual([]);
});

it("finds documents by title, outlet, author and address", () => {
  const search = new WordSearch(wordsOfDocuments([{ sha256: "a", id: "x", title: "How many?", outlet: "Morning Post", author: null, url: "https://example.org/1", published: null, lang: "en" }]));
  for (const words of ["HOW MANY", "morning", "example.org/1"]) expect(search.find(words, 5)).toEqual(["a"]);
  for (const words of ["title", "en", "x"]) expect(search.find(`${words}\n`, 5)).toEqual([]);
});

it("finds what looking at every claim finds", () =>
  fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "\n"), maxLength: 8 }), { maxLength: 12 }), fc.string({ unit: fc.constantFrom("a", "b", "c", " ", "\u0000"), minLength: 1, maxLength: 3 }), (texts, words) => {
    const found = new WordSearch(wordsOfClaims(texts.map((text, i) => claimIn(String(i), text, "2023-01-01")))).find(words, 100);
    expect(found.map(Number)).toEqual(texts.flatMap((text, i) => (`${text}\nnorland\narbola`.includes(words) ? [i] : [])));
  })));
