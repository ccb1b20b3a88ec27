import { describe, expect, it } from "vitest";
import { ask, REPORT, withServer } from "./desk.ts";

interface Item {
  id: string;
  etag: string;
  review: string;
  claim: { place: string; evidence: { text: string; start: number; end: number } };
}

const addReport = async (api: Parameters<typeof ask>[0]) => ask<{ sha256: string; claims: number; outcome: string }>(api, "POST", "/api/documents", REPORT);

describe("the desk's HTTP interface", () => {
  it("takes in a text, reads it, and shows it with its claims", () => withServer(async (api) => {
    const { status, body, headers } = await addReport(api);
    expect([status, body.outcome, headers["location"]]).toEqual([201, "added", `/api/documents/${body.sha256}`]);
    expect(body.claims).toBeGreaterThanOrEqual(2);
    const whole = await ask<{ text: string; claims: Item[] }>(api, "GET", `/api/documents/${body.sha256}`);
    expect(whole.body.claims).toHaveLength(body.claims);
    for (const { claim: { evidence } } of whole.body.claims) expect(whole.body.text.slice(evidence.start, evidence.end)).toBe(evidence.text);
    expect(await addReport(api)).toMatchObject({ status: 200, body: { outcome: "known" } });
  }));

  it("takes in several files at once and refuses what it cannot read by itself", () => withServer(async (api) => {
    const form = new FormData();
    form.append("file", new File([REPORT.text], "a.txt"));
    form.append("file", new File([new Uint8Array([0, 1, 2, 3, 0, 0, 0])], "b.bin"));
    form.append("file", new File(["Most Russian soldiers have left Belarus."], "c.txt"));
    const encoded = new Response(form);
    const response = await api.inject({
      method: "POST", url: "/api/documents/files", headers: { host: "localhost:4180", "content-type": encoded.headers.get("content-type") ?? "" }, payload: Buffer.from(await encoded.arrayBuffer()),
    });
    expect(response.json()).toMatchObject([{ name: "a.txt", outcome: "added" }, { name: "b.bin", outcome: "refused", why: expect.stringContaining(";") }, { name: "c.txt", outcome: "added" }]);
  }));

  it("gives lists page by page, each thing once", () => withServer(async (api) => {
    for (let i = 0; i < 5; i++) await ask(api, "POST", "/api/documents", { text: `Around ${i + 2},000 Russian soldiers are in Belarus.`, published: `2023-10-0${i + 1}` });
    for (const [path, key] of [["/api/documents", "sha256"], ["/api/claims", "id"], ["/api/entries", "seq"], ["/api/statements", "id"]] as const) {
      const seen: unknown[] = [];
      let next: string | null = "";
      while (next !== null) {
        const query: string = next === "" ? "" : `&cursor=${next}`;
        const page = (await ask<{ items: Record<string, unknown>[]; next: string | null }>(api, "GET", `${path}?limit=2${query}`)).body;
        expect(page.items.length).toBeLessThanOrEqual(2);
        seen.push(...page.items.map((item) => item[key]));
        next = page.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(5);
    }
  }));

  it("corrects a claim only as long as it is what the person saw", () => withServer(async (api) => {
    await addReport(api);
    const { id, etag } = (await ask<{ items: Item[] }>(api, "GET", "/api/claims")).body.items[0] as Item;
    const first = await ask(api, "POST", `/api/claims/${id}/reviews`, { verdict: "correct", corrections: ["place=Minsk"], why: "the map says so" }, { "if-match": etag, "muster-actor": "J%C3%BCrgen" });
    expect(first.status).toBe(200);
    const late = await ask(api, "POST", `/api/claims/${id}/reviews`, { verdict: "reject" }, { "if-match": etag });
    expect(late).toMatchObject({ status: 412, headers: { "content-type": "application/problem+json; charset=utf-8" }, body: { status: 412, type: "/problems/changed-meanwhile" } });
    const now = (await ask<Item>(api, "GET", `/api/claims/${id}`)).body;
    expect([now.claim.place, now.review]).toEqual(["Minsk", "corrected"]);
    expect((await ask(api, "GET", `/api/claims/${id}`, undefined, { "if-none-match": now.etag })).status).toBe(304);
    const [entry] = (await ask<{ items: { seq: number; actor: string; kind: string; why: string }[] }>(api, "GET", "/api/entries?limit=1")).body.items;
    expect(entry).toMatchObject({ actor: "Jürgen", kind: "claim corrected", why: "the map says so" });
    await ask(api, "POST", "/api/entries/undo", { entries: [entry?.seq] });
    expect((await ask<Item>(api, "GET", `/api/claims/${id}`)).body).toMatchObject({ review: "unreviewed", claim: { place: "Belarus" }, etag });
  }));

  it("says what became of a claim by one's own doing, so that what somebody else does next is not taken for it", () => withServer(async (api) => {
    await addReport(api);
    const { id } = (await ask<{ items: Item[] }>(api, "GET", "/api/claims")).body.items[0] as Item;
    const etagNow = async (): Promise<string> => (await ask<Item>(api, "GET", `/api/claims/${id}`)).body.etag;
    const before = await etagNow();
    const accepted = await ask<{ entry: number; etag: string }>(api, "POST", `/api/claims/${id}/reviews`, { verdict: "accept" });
    expect(accepted.body.etag).toBe(await etagNow());
    const undone = await ask(api, "POST", "/api/entries/undo", { entries: [accepted.body.entry] });
    expect(undone.body).toMatchObject({ claims: [{ id, etag: before }] });
    const corrected = await ask<{ etag: string }>(api, "POST", `/api/claims/${id}/reviews`, { verdict: "correct", corrections: ["place=Minsk"] }, { "if-match": before });
    expect(corrected.body.etag).toBe(await etagNow());
  }));

  it("gives the same answer again while nothing is written, none at all to those who have it, and another one after", () => withServer(async (api) => {
    await addReport(api);
    for (const path of ["/api/claims", "/api/documents?limit=3", "/api/situations", "/api/statements", "/api/search?q=soldiers"]) {
      const first = await ask(api, "GET", path);
      const etag = String(first.headers["etag"]);
      expect((await ask(api, "GET", path)).body).toEqual(first.body);
      expect(await ask(api, "GET", path, undefined, { "if-none-match": etag })).toMatchObject({ status: 304, body: "" });
    }
    const before = await ask(api, "GET", "/api/documents");
    await ask(api, "POST", "/api/documents", { text: "Around 9,000 Russian soldiers are in Belarus, the defence ministry said.", published: "2023-11-02" });
    const after = await ask<{ items: object[] }>(api, "GET", "/api/documents", undefined, { "if-none-match": String(before.headers["etag"]) });
    expect([after.status, after.body.items.length]).toEqual([200, 2]);
  }));

  it("puts a situation together, and answers anew when something was added", () => withServer(async (api) => {
    await addReport(api);
    expect((await ask<object[]>(api, "GET", "/api/situations/suggestions")).body).toMatchObject([{ force: "Russia", place: "Belarus" }]);
    expect(await ask(api, "POST", "/api/situations", { name: "belarus", force: "Russia", place: "Belarus" })).toMatchObject({ status: 201, headers: { location: "/api/situations/belarus" } });
    expect(await ask(api, "POST", "/api/situations", { name: "belarus", force: "Russia", place: "Belarus" })).toMatchObject({ status: 409 });
    const before = (await ask<{ days: { median: number }[] }>(api, "GET", "/api/situations/belarus")).body;
    await ask(api, "POST", "/api/documents", { text: "Around 9,000 Russian soldiers are in Belarus, the defence ministry said.", published: "2023-11-02" });
    const after = (await ask<{ days: { median: number }[] }>(api, "GET", "/api/situations/belarus")).body;
    expect(after.days.at(-1)?.median).toBeGreaterThan(before.days.at(-1)?.median ?? Infinity);
    expect((await ask<object[]>(api, "GET", "/api/situations")).body).toMatchObject([{ name: "belarus", statements: 3, summary: { last: { median: after.days.at(-1)?.median }, problem: null } }]);
  }));

  it("gives the brief as data, as pages and as a chart that other pages may frame", () => withServer(async (api) => {
    await addReport(api);
    await ask(api, "POST", "/api/situations", { name: "belarus", force: "Russia", place: "Belarus" });
    const brief = (await ask<{ format: string; references: { quotation: { text: string } }[] }>(api, "GET", "/api/situations/belarus/brief")).body;
    expect(brief.format).toBe("muster-brief/1");
    for (const { quotation } of brief.references) expect(REPORT.text).toContain(quotation.text);
    expect((await ask(api, "GET", "/api/situations/belarus/chart?width=600&scale=log")).body).toMatchObject({ width: 600, marks: expect.any(Array) });
    expect((await ask<string>(api, "GET", "/api/situations/belarus/brief.md")).body).toContain("Fewer than 1,000");
    expect((await ask<string>(api, "GET", "/api/situations/belarus/brief.html")).body).toMatch(/^<!doctype html>/i);
    const embedded = await ask<string>(api, "GET", "/api/situations/belarus/embed");
    expect(embedded.headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors \*/);
    expect(embedded.body).toMatch(/<svg[^]*<\/svg>/);
    expect(embedded.body).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  }));

  it("joins and splits statements", () => withServer(async (api) => {
    await addReport(api);
    const { items } = (await ask<{ items: { id: string; claims: string[] }[] }>(api, "GET", "/api/statements")).body;
    const claims = items.flatMap((item) => item.claims).slice(0, 2);
    await ask(api, "POST", "/api/statements/joins", { claims });
    expect((await ask<{ claims: string[] }>(api, "GET", `/api/statements/${claims[0]}`)).body.claims.toSorted()).toEqual(claims.toSorted());
    await ask(api, "POST", "/api/statements/splits", { claims });
    expect((await ask<{ claims: string[] }>(api, "GET", `/api/statements/${claims[0]}`)).body.claims).toEqual([claims[0]]);

    // One from two others: two entries, or none.
    await ask(api, "POST", "/api/documents", { ...REPORT, text: `${REPORT.text} Nothing else is known.` });
    const all = (await ask<{ items: Item[] }>(api, "GET", "/api/claims")).body.items.map(({ id }) => id);
    const before = (await ask<{ size: number }>(api, "GET", "/api/about")).body.size;
    const [one = "", ...others] = all;
    const { body } = await ask<{ entry: number; entries: number[] }>(api, "POST", "/api/statements/splits", { claims: [one], from: others });
    expect(body.entries).toEqual(others.map((_, i) => before + 1 + i));
    expect((await ask<{ claims: string[] }>(api, "GET", `/api/statements/${one}`)).body.claims).toEqual([one]);
    expect(await ask(api, "POST", "/api/statements/splits", { claims: [one] })).toMatchObject({ status: 422 });
  }));

  it("finds documents and claims by their words, whatever their case and whatever stands for anything in SQL", () => withServer(async (api) => {
    await addReport(api);
    const found = async (q: string) => (await ask<{ documents: object[]; claims: object[] }>(api, "GET", `/api/search?q=${encodeURIComponent(q)}`)).body;
    expect((await found("MORNING post")).documents).toHaveLength(1);
    expect((await found("fewer than 1,000")).claims).toHaveLength(1);
    expect(await found("100%_")).toEqual({ documents: [], claims: [] });
    expect(await found("\"'; drop")).toEqual({ documents: [], claims: [] });
  }));

  it("takes a document back, and erases one", () => withServer(async (api) => {
    const { body: { sha256 } } = await addReport(api);
    expect((await ask(api, "POST", `/api/documents/${sha256}/withdrawal`, { why: "retracted" })).status).toBe(200);
    expect((await ask<{ items: object[] }>(api, "GET", "/api/claims")).body.items).toEqual([]);
    expect((await ask(api, "POST", `/api/documents/${sha256}/erasure`, { why: "a source is in danger" })).status).toBe(200);
    expect((await ask(api, "GET", `/api/documents/${sha256}`)).body).toMatchObject({ document: { status: "erased", document: null }, text: null, claims: [] });
  }));

  it("says which words of a document can be picked for a field, and what they mean", () => withServer(async (api) => {
    const { body: { sha256 } } = await addReport(api);
    const { body } = await ask<Record<string, { start: number; end: number; value: unknown }[]>>(api, "GET", `/api/documents/${sha256}/mentions`);
    const words = (kind: string) => (body[kind] ?? []).map(({ start, end, value }) => [REPORT.text.slice(start, end), value]);
    expect(words("quantities")).toEqual([["Fewer than 1,000", expect.objectContaining({ high: 999, modifier: "under" })], ["Around 2,000", expect.objectContaining({ point: 2000, modifier: "about" })]]);
    expect(words("times")).toEqual([["Tuesday", "2023-10-31"], ["October 16", "2023-10-16"]]);
  }));

  it("tells the history of a claim", () => withServer(async (api) => {
    await addReport(api);
    const { id } = (await ask<{ items: Item[] }>(api, "GET", "/api/claims")).body.items[0] as Item;
    await ask(api, "POST", `/api/claims/${id}/reviews`, { verdict: "correct", corrections: ["place=Minsk"] });
    expect((await ask<object[]>(api, "GET", `/api/claims/${id}/history`)).body).toMatchObject([{ kind: "claims read" }, { kind: "claim corrected", changes: [{ field: "place", old: "Belarus", new: "Minsk" }] }]);
  }));

  it("grades sources", () => withServer(async (api) => {
    await ask(api, "PUT", "/api/sources/Belarusian%20Hajun/reliability", { reliability: "B" });
    await ask(api, "PUT", "/api/sources/Belarusian%20Hajun/leaning", { leaning: "neutral" });
    expect((await ask(api, "GET", "/api/sources")).body).toEqual([{ name: "Belarusian Hajun", reliability: "B", leaning: "neutral", alias: null }]);
  }));

  it("exports the claims, the checkpoint and a bundle as files", () => withServer(async (api) => {
    await addReport(api);
    for (const path of ["/api/export/csv", "/api/export/jsonl?public=true", "/api/checkpoint", "/api/bundle"]) {
      const { status, headers, body } = await ask<string>(api, "GET", path);
      expect([status, headers["content-disposition"]]).toEqual([200, expect.stringMatching(/^attachment; filename="[\w.-]+"$/)]);
      expect(body.length).toBeGreaterThan(100);
    }
  }));

  it("describes all that it does in OpenAPI, with what may go wrong", () => withServer(async (api) => {
    const { body } = await ask<{ openapi: string; paths: Record<string, Record<string, { summary?: string; responses: object }>> }>(api, "GET", "/api/openapi.json");
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path));
    expect(body.openapi).toMatch(/^3\.1/);
    expect(operations.length).toBeGreaterThan(20);
    expect(operations.filter(({ summary }) => summary === undefined)).toEqual([]);
    expect((await ask<string>(api, "GET", "/api/docs/")).body).toContain("swagger");
  }));
});
