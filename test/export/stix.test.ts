import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLocator } from "../../src/app.ts";
import { CLAIM_FIELDS } from "../../src/claims/index.ts";
import type { ExportRecord } from "../../src/export/record.ts";
import { anyRecords, exampleRecords, exported, OPTIONS, recordOf } from "./records.ts";
import { stixErrors } from "./stix-rules.ts";

type Json = Record<string, unknown>;
type StixObject = Json & { type: string; id: string; object_refs?: string[]; extensions?: Record<string, Json> };

const bundleOf = (text: string) => JSON.parse(text) as { id: string; objects: StixObject[] };
const objectsOf = async (records: readonly ExportRecord[], exportedAt = OPTIONS.exportedAt): Promise<StixObject[]> =>
  bundleOf(await exported("stix", records, { exportedAt })).objects;
const ofType = (objects: readonly StixObject[], type: string): StixObject[] => objects.filter((object) => object.type === type);
const extensionOf = (object: StixObject | undefined): Json | undefined => Object.values(object?.extensions ?? {})[0];

describe("an export as STIX 2.1", () => {
  it("holds the example as a report with a note for each claim, and breaks no rule", async () => {
    const records = await exampleRecords();
    const text = await exported("stix", records, { locate: await placeLocator() });
    expect(stixErrors(JSON.parse(text))).toEqual([]);
    const { objects } = bundleOf(text);
    const notes = ofType(objects, "note");
    expect(notes.map(({ content }) => content)).toEqual(records.map(({ claim }) => claim.evidence.text));
    const [report] = ofType(objects, "report");
    expect(report).toMatchObject({ published: "2023-11-01T00:00:00.000Z" });
    expect(report?.object_refs).toEqual(expect.arrayContaining(notes.map(({ id }) => id)));
    expect(objects.find(({ name }) => name === "Andriy Demchenko")).toMatchObject({
      identity_class: "individual", roles: ["spokesman"], description: "Speaks for State Border Guard Service of Ukraine",
    });
    expect(objects.filter(({ name }) => name === "Wagner Group")).toHaveLength(1);
  });

  it("breaks no rule whatever a report held", async () => {
    await fc.assert(fc.asyncProperty(anyRecords, async (records) => {
      expect(stixErrors(JSON.parse(await exported("stix", records, { locate: () => ({ lat: -90, lon: 180 }) })))).toEqual([]);
    }));
  });

  it("is a valid bundle when there is no claim", async () => {
    expect(stixErrors(JSON.parse(await exported("stix", [])))).toEqual([]);
  });

  it("carries every field of a claim that is set", async () => {
    const quantity = { low: 0, high: 999, point: 1000, modifier: "under", unit: "personnel", words: "fewer than a thousand" } as const;
    const source = { person: "A. Example", role: "spokesman", organisation: "Border Guard" };
    const record = recordOf({
      quantity, source, via: ["TASS"], unitName: "1st", place: "P", country: "BY", scope: "part", basis: "imagery", otherPlace: "Q",
      said: "2023", asOf: "2023", size: "large", direction: "up",
    });
    const extension = extensionOf(ofType(await objectsOf([record]), "note")[0]) ?? {};
    const names = CLAIM_FIELDS.filter((field) => field !== "evidence").map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
    expect(Object.keys(extension)).toEqual(["extension_type", "claim_id", "review", ...names, "evidence_start", "evidence_end", "reader"]);
    expect(extension).toMatchObject({ quantity, source, via: ["TASS"], as_of: "2023", unit_name: "1st", other_place: "Q" });
  });

  it("gives an object the same id in every export, and a later version of it a later time", async () => {
    const first = await objectsOf([recordOf({ force: "Russia" })]);
    const second = await objectsOf([recordOf({ force: "Russia", size: "large" }, {}, "corrected")], "2026-12-01T00:00:00Z");
    const [before, after] = [ofType(first, "note")[0], ofType(second, "note")[0]];
    expect(after?.id).toBe(before?.id);
    expect(after?.["created"]).toBe(before?.["created"]);
    expect([before?.["modified"], after?.["modified"]]).toEqual(["2026-11-22T12:00:00.000Z", "2026-12-01T00:00:00.000Z"]);
    expect(second.find(({ name }) => name === "Russia")).toEqual(first.find(({ name }) => name === "Russia"));
  });

  it("keeps the order of times when an export is older than a report says it is", async () => {
    const objects = await objectsOf([recordOf({}, { published: "2030-01-01" }, "accepted")]);
    expect(ofType(objects, "note")[0]).toMatchObject({ created: "2030-01-01T00:00:00.000Z", modified: "2030-01-01T00:00:00.000Z" });
  });

  it.each([
    ["2023-10-31", "report", "2023-10-31T00:00:00.000Z"], ["2023-10", "report", "2023-10-01T00:00:00.000Z"], ["2023", "report", "2023-01-01T00:00:00.000Z"],
    [null, "grouping", undefined], ["2023-02-30", "grouping", undefined], ["soon", "grouping", undefined],
  ])("makes of a document published %s a %s", async (published, type, time) => {
    const objects = await objectsOf([recordOf({}, { published, title: "Remnant", outlet: "The Daily", url: "https://example.org/a b" })]);
    const [document] = ofType(objects, type);
    expect(document).toMatchObject({ name: "Remnant" });
    expect(document?.["published"]).toBe(time);
    expect(document?.["external_references"]).toEqual([
      { source_name: "The Daily", description: "Remnant", url: "https://example.org/a%20b", hashes: { "SHA-256": "0".repeat(64) } },
    ]);
  });

  it.each([
    ["accepted", "agree"], ["corrected", "agree"], ["rejected", "disagree"],
  ] as const)("says that whoever %s a claim does %s, without a name", async (review, opinion) => {
    const objects = await objectsOf([recordOf({}, {}, review)]);
    expect(ofType(objects, "opinion")).toMatchObject([{ opinion, object_refs: [ofType(objects, "note")[0]?.id] }]);
    expect(ofType(objects, "opinion")[0]).not.toHaveProperty("created_by_ref");
  });

  it("has no opinion of a claim that nobody has looked at", async () => {
    expect(ofType(await objectsOf([recordOf()]), "opinion")).toEqual([]);
  });

  it.each([
    ["a person", { person: "P", role: "R", organisation: "O" }, { name: "P", identity_class: "individual", roles: ["R"] }],
    ["a body", { person: null, role: "R", organisation: "O" }, { name: "O", identity_class: "organization", roles: ["R"] }],
    ["those who hold a role", { person: null, role: "officials", organisation: null }, { name: "officials", identity_class: "class" }],
  ])("names %s as the source", async (_, source, identity) => {
    const objects = await objectsOf([recordOf({ source, force: null })]);
    expect(ofType(objects, "identity").filter(({ name }) => name !== "Muster")).toEqual([expect.objectContaining(identity)]);
  });

  it("refuses records of one document that do not stand together", async () => {
    const [a, b] = [recordOf(), recordOf({}, { sha256: "1".repeat(64) })];
    await expect(exported("stix", [a, b, a])).rejects.toThrow(`the records of a document must stand together: ${"0".repeat(64)}`);
  });

  it("refuses a time that is none", async () => {
    await expect(exported("stix", [recordOf()], { exportedAt: "now" })).rejects.toThrow(RangeError);
  });
});

describe("the rules of STIX", () => {
  const id = "note--3dfb0c06-6328-492b-8679-6197d0b64e15";
  const time = "2023-01-01T00:00:00.000Z";
  const note = { type: "note", spec_version: "2.1", id, created: time, modified: time, content: "x", object_refs: [id] };
  const bundleWith = (object: object) => ({ type: "bundle", id: "bundle--3dfb0c06-6328-492b-8679-6197d0b64e15", objects: [object] });

  it("let a note pass", () => expect(stixErrors(bundleWith(note))).toEqual([]));

  it.each([
    ["no content", { ...note, content: undefined }],
    ["no references", { ...note, object_refs: [] }],
    ["a reference to nothing", { ...note, object_refs: [id.replace("3dfb", "0000")] }],
    ["a reference twice", { ...note, object_refs: [id, id] }],
    ["a null", { ...note, abstract: null }],
    ["an unknown property", { ...note, mood: "tense" }],
    ["an id of another type", { ...note, id: id.replace("note", "report"), object_refs: [id.replace("note", "report")] }],
    ["a time without milliseconds", { ...note, created: "2023-01-01T00:00:00Z" }],
    ["a time before its own", { ...note, modified: "2022-01-01T00:00:00.000Z" }],
    ["half a pair", { ...note, content: "\ud800" }],
    ["another version", { ...note, spec_version: "2.0" }],
    ["an empty list", { ...note, authors: [] }],
    ["a type that is not written", { ...note, type: "claim" }],
    ["a location nowhere", { type: "location", spec_version: "2.1", id: id.replace("note", "location"), created: time, modified: time, name: "Nowhere" }],
  ])("catch %s", (_, wrong) => {
    expect(stixErrors(bundleWith(JSON.parse(JSON.stringify(wrong)) as object))).toHaveLength(1);
  });
});
