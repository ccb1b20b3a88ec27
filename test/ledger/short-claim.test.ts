import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Compile } from "typebox/compile";
import { CLAIM_FIELDS, STATUSES, type Claim } from "../../src/claims/index.ts";
import { isReadingBody } from "../../src/ledger/check-reading.ts";
import { ClaimsRead } from "../../src/ledger/entry-kinds.ts";
import { openBody } from "../../src/ledger/entry.ts";
import { fullClaim, readingOf, spellClaim, spellReading } from "../../src/ledger/short-claim.ts";
import { claimOf } from "../cli/readings.ts";

const DOCUMENT = "0".repeat(64);
const bodyOf = (...claims: Claim[]) => ({ document: DOCUMENT, reader: "muster/1 en/1", claims: claims.map((claim, i) => ({ id: String(i).padStart(16, "0"), claim })) });
const asWritten = (body: ReturnType<typeof bodyOf>) => JSON.parse(spellReading(body)) as Parameters<typeof readingOf>[0];

const span = fc.option(fc.record({ start: fc.nat(9), end: fc.nat(9) }));
const derivation = fc.record({ rule: fc.constantFrom("en/a", "b/c", 'an "odd" one'), span, status: fc.constantFrom(...STATUSES) });
const spans = fc.dictionary(fc.constantFrom(...CLAIM_FIELDS), derivation) as fc.Arbitrary<Claim["spans"]>;
const claims = fc.array(fc.record({ spans, via: fc.array(fc.constantFrom("Post", "Radio Ü"), { maxLength: 2 }), place: fc.option(fc.string({ minLength: 1, unit: "grapheme" })), force: fc.constantFrom(null, "Norland") }), { maxLength: 4 });

describe("a reading as it is sealed", () => {
  it("holds each claim without what is null or empty, and each reason once", () => {
    const derived = (rule: string, start: number, status: "known" | "implied") => ({ rule, span: { start, end: start + 4 }, status });
    const claim = { ...claimOf({ force: "Norland", place: "Arbola", reader: "r" }), spans: { kind: derived("en/verb", 3, "known"), reality: derived("en/verb", 3, "implied"), evidence: derived("en/verb", 3, "known"), via: { rule: "via/none", span: null, status: "implied" } } } as Claim;
    const { claims: [written] } = asWritten(bodyOf(claim));
    expect(written).toMatchObject({ id: "0".repeat(16), reasons: [["en/verb", 3, 7, "kind evidence", "reality"], ["via/none", null, null, "", "via"]] });
    expect(Object.values(written?.claim ?? {})).not.toContain(null);
    expect(written?.claim).not.toHaveProperty("spans");
  });

  it("is canonical, and gives back every claim as it was", () => {
    fc.assert(fc.property(claims, (some) => {
      const body = bodyOf(...some.map((one) => claimOf(one)));
      expect(spellReading(body)).toBe(canonicalize(asWritten(body)));
      expect(readingOf(asWritten(body))).toEqual(body);
      expect(body.claims.map(({ claim }) => fullClaim(JSON.parse(spellClaim(claim)) as Partial<Claim>))).toEqual(body.claims.map(({ claim }) => ({ ...claim, spans: {} })));
    }));
  });

  it("opens as earlier schemas wrote it, in full", () => {
    const body = bodyOf(claimOf({ force: "Norland" }));
    expect(openBody("claims read", Buffer.from(JSON.stringify(["salt", body])))).toEqual(body);
  });

  it("is taken by the quick check only where the schema takes it", () => {
    const schema = Compile(ClaimsRead) as unknown as { Check: (value: unknown) => boolean };
    const odd = fc.constantFrom<unknown>(null, undefined, "", -1, 1.5, {}, [], "known", { start: 1 }, { start: -1, end: 2 });
    const path = fc.constantFrom(["spans"], ["spans", "kind"], ["spans", "kind", "rule"], ["spans", "kind", "span"], ["spans", "kind", "status"], ["spans", "nothing"], ["kind"], ["via"], ["extra"], ["evidence"]);
    let taken = 0;
    fc.assert(fc.property(path, odd, (keys, value) => {
      const claim = { ...claimOf({ force: "Norland" }), spans: { kind: { rule: "a", span: null, status: "known" } } };
      let at: Record<string, unknown> = claim as unknown as Record<string, unknown>;
      for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
      at[keys.at(-1) as string] = value;
      const body = bodyOf(claim as Claim);
      const isTaken = isReadingBody(body);
      expect(isTaken && !schema.Check(body)).toBe(false);
      taken += isTaken ? 1 : 0;
    }), { numRuns: 300 });
    expect(isReadingBody(bodyOf(claimOf({ force: "Norland" })))).toBe(true);
    expect(taken).toBeGreaterThan(0);
  });
});
