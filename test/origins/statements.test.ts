import { Value } from "typebox/value";
import { describe, expect, it } from "vitest";
import { Statement } from "../../src/claims/index.ts";
import { toStatements } from "../../src/origins/statements.ts";
import type { PlacedClaim } from "../../src/origins/view.ts";
import { most, partition, placed, placedAll, statementsOf, type Given } from "./helper.ts";

const AGENCY = "Fewer than 1,000 Russian soldiers remain in Belarus, the spokesman of the border guard told a briefing in Kyiv, and their number has been falling since the summer.";

const ONE: readonly [string, Given, Given][] = [
  ["a relay on the same day", {}, {}],
  ["a relay on the next day", {}, { published: "2023-11-01" }],
  ["a relay weeks later that gives the day", { said: "2023-10-31" }, { said: "2023-10-31", published: "2023-12-15" }],
  ["a reprint weeks later", { text: AGENCY }, { text: AGENCY, published: "2023-12-15" }],
  ["another transliteration", {}, { by: "Andrii Demchenko; -; -" }],
  ["another alphabet and language", {}, { by: "Андрій Демченко; речник; Державна прикордонна служба України" }],
  ["the name alone, introduced by others", {}, { by: "Demchenko; -; -" }],
  ["the office without the name", {}, { by: "-; spokesman; Ukraine's border guard" }],
  ["the office's name in German", {}, { by: "-; Sprecher; Ukrainischer Grenzschutz" }],
  ["the office's name in Russian", {}, { by: "-; -; Госпогранслужба Украины" }],
  ["an initial for the given name", {}, { by: "A. Demchenko; -; -" }],
  ["a title before the name", {}, { by: "Colonel Andriy Demchenko; -; -" }],
  ["all of the source in one text", {}, { by: "-; -; Demchenko (UA border guard)" }],
  ["a blurred bound", { count: "over 4000" }, { count: "about 4000" }],
  ["a rounded number", { count: "exact 2800" }, { count: "about 3000" }],
  ["a training ground and the country", {}, { place: "Obuz-Lesnovsky training ground" }],
  ["no number, by one man on one day", { kind: "departure", count: null, said: "2023-10-31" }, { kind: "departure", count: null }],
  ["shares in other words", { kind: "departure", count: most }, { kind: "departure", count: { ...most, low: 55, words: "the majority" } }],
  ["an undated relay of a number", {}, { published: null }],
  ["a month for a date", {}, { published: "2023-10" }],
  ["the weekday for a date", { said: "2023-10-31" }, { said: "Tuesday", published: "2023-11-02" }],
  ["the day without its year", { said: "2023-10-31" }, { said: "October 31", published: null }],
  ["a relay that drops the source, of a number", { count: "exact 5800" }, { by: null, count: "exact 5800" }],
  ["a town in two transliterations", { place: "Asipovichy" }, { place: "Osipovichi" }],
  ["another name for the force", { force: "Wagner Group" }, { force: "Wagner" }],
];

const TWO: readonly [string, Given, Given][] = [
  ["the same figure two weeks later", {}, { published: "2023-11-14" }],
  ["two days that the texts give", { said: "2023-10-31" }, { said: "2023-11-02", published: "2023-11-02" }],
  ["another figure on the same day", {}, { count: "about 2000" }],
  ["two figures that round to one", { count: "exact 2800" }, { count: "exact 3000" }],
  ["a correction in the words of the slip", { text: AGENCY, words: AGENCY, count: "under 10000" }, { text: AGENCY.replace("1,000", "10,000"), words: AGENCY }],
  ["two people of one body", {}, { by: "Serhiy Deineko; head; State Border Guard Service of Ukraine" }],
  ["two men of one surname", {}, { by: "Viktor Demchenko; -; -" }],
  ["two bodies of one country", {}, { by: "-; -; Main Directorate of Intelligence of Ukraine" }],
  ["one ministry of two countries", { by: "-; -; Ministry of Defence of Poland" }, { by: "-; -; Ministry of Defence of Lithuania" }],
  ["a monitoring project and a spokesman", {}, { by: "-; -; Belarusian Hajun" }],
  ["a departure and a strength", {}, { kind: "departure" }],
  ["a claim and its denial", { kind: "rotation", count: null }, { kind: "rotation", count: null, polarity: "denied" }],
  ["a plan and a fact", {}, { reality: "planned" }],
  ["two forces", {}, { force: "Wagner Group" }],
  ["two countries", {}, { place: "Armenia", country: "AM" }],
  ["soldiers and vehicles", {}, { count: { low: 0, high: 999, point: 1000, modifier: "under", unit: "vehicle", words: "under 1000 vehicles" } }],
  ["a number and a share", {}, { count: most }],
  ["two towns", { place: "Osipovichi" }, { place: "Mozyr" }],
  ["two formations", { unitName: "4th Tank Division" }, { unitName: "6th Motorised Rifle Division" }],
  ["two channels on one day", { via: ["national television"] }, { via: ["Facebook"] }],
  ["an old figure recalled and the figure of its day", { count: "upto 2000", published: "2023-07-11", asOf: "2023-07-11" }, { count: "upto 2000", published: "2023-07-14", asOf: "../2023-07" }],
  ["no number and no date", { kind: "departure", count: null, published: null }, { kind: "departure", count: null, published: null }],
  ["two reports of nobody's", { by: null, count: null }, { by: null, count: null }],
  ["it grew and it fell", { kind: "change", count: null, direction: "up" }, { kind: "change", count: null, direction: "down" }],
];

describe("two claims are one statement", () => {
  it.each(ONE)("%s", (_, a, b) => {
    expect(statementsOf([a, b, ...INTRODUCTION])).toHaveLength(2);
  });
});

describe("two claims are two statements", () => {
  it.each(TWO)("%s", (_, a, b) => {
    expect(statementsOf([a, b, ...INTRODUCTION])).toHaveLength(3);
  });
});

// Another report, of another month, says who the spokesman is.
const INTRODUCTION: readonly Given[] = [{ id: "introduction", published: "2023-03-26", count: "over 4000" }];

describe("what a figure beside it tells", () => {
  it("two documents in which one man counts the same thing otherwise are of two occasions", () => {
    const recalled: Given = { count: "about 10000", published: null, asOf: "2023-01" };
    const given: Given[] = [
      { id: "a", count: "about 2800", document: "a", published: null }, { ...recalled, id: "a recalls", document: "a" },
      { id: "b", count: "about 2500", document: "b", published: null }, { ...recalled, id: "b recalls", document: "b" },
    ];
    expect(partition(statementsOf(given))).toEqual(["a", "a recalls", "b", "b recalls"]);
  });

  it("a background that quotes him of another day tells nothing against", () => {
    const march: Given = { said: "2023-03-26", count: "over 4000", published: "2023-03-27" };
    const given: Given[] = [
      { ...march, id: "march", document: "march" }, { ...march, id: "march recalls", document: "march", count: "about 10000", asOf: "2023-01" },
      { ...march, id: "quoted", document: "today", published: "2023-11-01" }, { id: "today", document: "today", said: "2023-10-31", published: "2023-11-01" },
    ];
    expect(partition(statementsOf(given))).toEqual(["march quoted", "march recalls", "today"]);
  });

  it("a vague third joins one of two statements of a day, never both", () => {
    const vague: Given = { id: "vague", count: { low: 200, high: 9999, point: null, modifier: "vague", unit: "personnel", words: "hundreds or thousands" } };
    const groups = partition(statementsOf([{ id: "a", count: "exact 800" }, { id: "b", count: "exact 5000" }, vague]));
    expect(groups).toHaveLength(2);
  });

  it("an undated report does not join an old statement with a new one", () => {
    const groups = partition(statementsOf([{ id: "old", published: "2023-06-07" }, { id: "undated", published: null }, { id: "new" }]));
    expect(groups).toEqual(["new", "old undated"]);
  });
});

describe("claims of one document", () => {
  const SENTENCES = ["The last units left the training grounds on Monday.", "Others had left the airfields in the spring.", "Fewer than 1,000 soldiers remain.", "They had been many more, with about 9,000 in January."];
  const text = SENTENCES.join(" ");
  const at = (n: number) => ({ text: SENTENCES[n] as string, start: text.indexOf(SENTENCES[n] as string), end: text.indexOf(SENTENCES[n] as string) + (SENTENCES[n] as string).length });
  const left: Given = { kind: "departure", count: null, by: null };
  const given = (document: string): PlacedClaim[] => ([
    [0, { ...left, place: "Obuz-Lesnovsky training ground" }], [1, { ...left, place: "Baranavichy" }], [2, { by: null }], [3, { by: null, count: "about 9000", asOf: "2023-01" }],
  ] as const).map(([n, more], i) => withEvidence(placed({ ...more, document, text, id: `${document}${n}` }, i), at(n)));
  const withEvidence = (one: PlacedClaim, evidence: ReturnType<typeof at>): PlacedClaim => ({ ...one, claim: { ...one.claim, evidence } });

  it("are not made one by standing in it", () => {
    expect(partition(toStatements(given("a")).statements)).toEqual(["a0", "a1", "a2", "a3"]);
  });

  it("are each one with that of a copy, and with no other", () => {
    expect(partition(toStatements([...given("a"), ...given("b")]).statements)).toEqual(["a0 b0", "a1 b1", "a2 b2", "a3 b3"]);
  });

  it("are one where it tells a number twice, in its headline and below", () => {
    const [twice, below] = [withEvidence(placed({ by: null, count: "exact 5800", document: "a", id: "headline" }), { text: "5,800 soldiers there", start: 0, end: 20 }), withEvidence(placed({ by: null, count: "exact 5800", document: "a", id: "below" }), { text: "it counts 5,800 of them", start: 90, end: 113 })];
    expect(partition(toStatements([twice, below]).statements)).toEqual(["below headline"]);
    expect(toStatements([twice, below]).statements[0]?.links[0]?.reasons.map(({ rule }) => rule)).toContain("document/one-voice");
  });

  it("stay two where one clause has both", () => {
    const clause = { text: "which has withdrawn from Magwi, Palutaka and Tibika as of the thirteenth of the month", start: 0, end: 86 };
    const two = [withEvidence(placed({ kind: "departure", count: null, place: "Magwi", document: "a", id: "one" }), clause), withEvidence(placed({ kind: "departure", count: null, place: "Palutaka", document: "a", id: "other" }), clause)];
    expect(partition(toStatements(two).statements)).toEqual(["one", "other"]);
  });
});

describe("a statement", () => {
  const given: Given[] = [
    { id: "late", published: "2023-11-01", by: "Demchenko; -; -", via: ["Ukrinform"] },
    { id: "first", said: "2023-10-31" },
    { id: "voice", by: null, published: "2023-11-01", text: AGENCY, words: AGENCY },
    { id: "copied", text: AGENCY, words: AGENCY },
  ];
  const [statement] = statementsOf(given) as [Statement];

  it("is one, with every link and a reason for each", () => {
    expect(statement.claims).toHaveLength(4);
    expect(statement.links).toHaveLength(3);
    for (const { score, reasons, claims } of statement.links) {
      expect(score).toBeGreaterThanOrEqual(0.5);
      expect(score).toBeLessThanOrEqual(1);
      expect(reasons.length).toBeGreaterThan(1);
      expect(claims.every((id) => statement.claims.includes(id))).toBe(true);
    }
  });

  it("is named after the earliest claim, and knows who said it and when", () => {
    expect(statement).toMatchObject({ original: "copied", id: "statement:copied", said: "2023-10-31", source: { person: "Andriy Demchenko" }, independent: true });
  });

  it("fits its own schema", () => {
    expect(Value.Errors(Statement, statement)).toEqual([]);
  });

  it.each<[string, boolean, Given]>([
    ["of a spokesman confirms", true, {}],
    ["of a body confirms", true, { by: "-; -; Belarusian Hajun" }],
    ["of a government confirms", true, { by: "-; -; Warsaw" }],
    ["that the outlet saw itself confirms", true, { by: null, basis: "observed" }],
    ["in the outlet's own voice does not confirm", false, { by: null }],
    ["of media reports does not confirm", false, { by: "-; media reports; -" }],
    ["of Belarusian media does not confirm", false, { by: "-; Belarusian media; -" }],
    ["of officials does not confirm", false, { by: "-; officials; -" }],
    ["of Ukrainian officials does not confirm", false, { by: "-; Ukrainian officials; -" }],
    ["of a Telegram channel does not confirm", false, { by: "-; Russian Telegram channels; -" }],
  ])("%s", (_, independent, claim) => {
    expect(statementsOf([claim])[0]?.independent).toBe(independent);
  });
});

describe("what persons decide", () => {
  const claims = placedAll([{ id: "a" }, { id: "b" }, { id: "c" }, { id: "other", count: "about 2000" }, { id: "third", count: "about 5000" }]);
  const groupsOf = (...decisions: Parameters<typeof toStatements>[1] & object) => partition(toStatements(claims, decisions).statements);

  it.each<[string, Parameters<typeof toStatements>[1] & object, string[]]>([
    ["nothing", [], ["a b c", "other", "third"]],
    ["a split", [{ kind: "split", claims: ["a", "c"] }], ["a b", "c", "other", "third"]],
    ["a join of what the rules rule out", [{ kind: "join", claims: ["other", "a"] }], ["a b c other", "third"]],
    ["joins of three that the rules rule out", [{ kind: "join", claims: ["third", "other"] }, { kind: "join", claims: ["other", "a"] }], ["a b c other third"]],
    ["a split taken back", [{ kind: "split", claims: ["a", "c"] }, { kind: "join", claims: ["c", "a"] }], ["a b c", "other", "third"]],
    ["a join taken back", [{ kind: "join", claims: ["other", "a"] }, { kind: "split", claims: ["a", "other"] }], ["a b c", "other", "third"]],
    ["all apart", [{ kind: "split", claims: ["a", "b"] }, { kind: "split", claims: ["b", "c"] }, { kind: "split", claims: ["a", "c"] }], ["a", "b", "c", "other", "third"]],
  ])("%s", (_, decisions, groups) => {
    expect(groupsOf(...decisions)).toEqual(groups);
  });

  it("a split sticks when the documents are read again, with another claim found and the words read otherwise", () => {
    const reread = [...claims.map((one) => ({ ...one, claim: { ...one.claim, certainty: "probable" as const, said: "2023-10-31" } })), placed({ id: "found" })];
    const { statements } = toStatements(reread, [{ kind: "split", claims: ["a", "c"] }]);
    expect(statements.find(({ claims: ids }) => ids.includes("a"))?.claims).not.toContain("c");
  });

  it("a split holds against joins by way of a third claim, and says which join it did not follow", () => {
    const decisions = [{ kind: "split", claims: ["a", "c"] }, { kind: "join", claims: ["a", "b"] }, { kind: "join", claims: ["b", "c"] }] as const;
    const { statements, unmet } = toStatements(claims, decisions);
    expect(partition(statements)).toEqual(["a b", "c", "other", "third"]);
    expect(unmet).toEqual([{ decision: decisions[2], why: "split by another decision" }]);
  });

  it("a join is a link that says so", () => {
    const { statements } = toStatements(claims, [{ kind: "join", claims: ["other", "a"] }]);
    expect(statements[0]?.links).toContainEqual({ claims: ["a", "other"], score: 1, reasons: [{ rule: "decision/join", weight: 0 }] });
  });

  it("a link that a person confirms keeps the rules' reasons, parts nothing else, and holds when the words are read otherwise", () => {
    const decisions = [{ kind: "join", claims: ["a", "b"] }] as const;
    const rules = toStatements(claims).statements;
    const confirmed = toStatements(claims, decisions).statements;
    expect(partition(confirmed)).toEqual(partition(rules));
    const link = confirmed[0]?.links.find(({ reasons }) => reasons[0]?.rule === "decision/join");
    expect(link).toMatchObject({ claims: ["a", "b"], score: 1 });
    expect(link?.reasons.map(({ rule }) => rule)).toContain("source/person");
    const reread = claims.map((one) => (one.id === "b" ? { ...one, claim: { ...one.claim, force: "Sudland" } } : one));
    expect(partition(toStatements(reread, decisions).statements)).toContain("a b c");
    expect(partition(toStatements(reread).statements)).not.toContain("a b c");
  });

  it.each([
    ["a claim that is not there", ["a", "gone"], "no such claim"],
    ["one claim twice", ["a", "a"], "one claim"],
  ] as const)("a decision on %s changes nothing and is handed back", (_, pair, why) => {
    const decision = { kind: "split", claims: pair } as const;
    const { statements, unmet } = toStatements(claims, [decision]);
    expect(partition(statements)).toEqual(["a b c", "other", "third"]);
    expect(unmet).toEqual([{ decision, why }]);
  });
});
