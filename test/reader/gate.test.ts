import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { passesGate } from "../../src/reader/gate.ts";
import { read, readWhole } from "../../src/reader/read.ts";
import { NO_LAYERS } from "../../src/reader/reading.ts";
import { generalNews, type Article } from "./general-news.ts";
import { documentOf, englishPack } from "./pack.ts";
import { allRows } from "./rows.ts";

const passes = (text: string): boolean => passesGate(text, englishPack());

// What the gate stops is lost, so it must never stop a claim.
describe("the gate lets pass", () => {
  it("every row of the tables that holds a claim, which is short", () => {
    const claims = allRows().filter(({ expected }) => expected.claims.length > 0);
    expect(claims.length).toBeGreaterThan(300);
    expect(claims.filter(({ text }) => !passes(text)).map(({ text }) => text)).toEqual([]);
  });

  it("almost every row below an article that is stopped", () => {
    const news = generalNews().find(({ text }) => !passes(text));
    const claims = allRows().filter(({ expected }) => expected.claims.length > 0);
    const lost = claims.filter(({ text }) => !passes(`${news?.text ?? ""}\n\n${text}`)).map(({ text }) => text);
    expect(lost.length / claims.length, `lost: ${lost.join("\n")}`).toBeLessThan(0.025);
  });

  it.each([
    ["below a long article about something else", (claim: string, news: string) => `${news}\n\n${claim}`],
    ["above it", (claim: string, news: string) => `${claim}\n\n${news}`],
    ["in the middle of it", (claim: string, news: string) => news.replace("\n\n", `\n\n${claim} `)],
  ])("a claim %s", (_, place) => {
    const stopped = generalNews().filter(({ text }) => !passes(text));
    expect(stopped).not.toEqual([]);
    const claims = ["About 2,000 Russian soldiers remain in Belarus.", "Kenya has withdrawn its contingent from Haiti.", "There are no NATO troops in the country."];
    const lost = stopped.flatMap(({ text, title }) => claims.filter((claim) => !passes(place(claim, text))).map((claim) => `${title}: ${claim}`));
    expect(lost).toEqual([]);
  });

  // Not part of the product: annotated texts that the project measures itself by.
  it.for(["seed.jsonl", "dev.jsonl"])("every annotated text that holds a claim: %s", (file, { skip }) => {
    const path = new URL(`../../../shared/gold/${file}`, import.meta.url);
    if (!existsSync(path)) skip("the annotated texts are not beside this checkout");
    const texts = readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as { id: string; text: string; claims: unknown[] });
    expect(texts.filter(({ text, claims }) => claims.length > 0 && !passes(text)).map(({ id }) => id)).toEqual([]);
  });
});

describe("general news", () => {
  const articles = generalNews();
  const stopped = articles.filter(({ text }) => !passes(text));
  const share = (name: string, isOfIt: (article: Article) => boolean): string => `${name} ${stopped.filter(isOfIt).length}/${articles.filter(isOfIt).length}`;
  const perCategory = [...new Set(articles.map(({ category }) => category))].map((name) => share(name, ({ category }) => category === name)).join(", ");

  it("is at least 60 articles, each of them once", () => {
    expect(articles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length);
    for (const { text } of articles) expect(text.split(/\s+/).length).toBeGreaterThan(100);
  });

  it("is stopped by the gate, four times in five", () => {
    expect(stopped.length / articles.length, `stopped: ${perCategory}`).toBeGreaterThanOrEqual(0.8);
  });

  const claimsOf = ({ text }: Article): string[] => readWhole(documentOf(text, "2024-03-14"), englishPack()).claims.map(({ evidence }) => evidence.text);

  it.each(articles.filter(({ text }) => passes(text)).map((article) => [article.title, article] as const))("claims nothing where the gate lets it pass: %s", (_, article) => {
    const claims = claimsOf(article);
    const wrong = article.gap ? (claims.length > 0 ? [] : ["nothing is claimed from it any more: take the question mark before its title away"]) : claims;
    expect(wrong).toEqual([]);
  });
});

describe("a text that the gate stops", () => {
  const document = documentOf("The harvest was good, the ministry said. ".repeat(12), null);

  it("gives an empty reading, which says so", () => {
    expect(read(document, englishPack())).toEqual({ document, reader: readWhole(document, englishPack()).reader, gated: true, claims: [], losers: [], layers: NO_LAYERS });
  });

  it("is read all the same by who asks for it", () => {
    const reading = readWhole(document, englishPack());
    expect(reading.gated).toBe(false);
    expect(reading.layers.sentences).toHaveLength(12);
  });

  it("is empty, or has no word that is known", () => {
    expect(["", " ", ...["\u{1F600}", "1,000 ", "(", "a.b.c "].map((piece) => piece.repeat(400))].filter(passes)).toEqual([]);
  });
});
