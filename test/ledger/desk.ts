import type { Claim } from "../../src/claims/index.ts";
import { makeDocument, type Metadata } from "../../src/intake/document.ts";
import { Ledger, type ReadDocument } from "../../src/ledger/ledger.ts";
import { withStore } from "../../src/ledger/open.ts";
import type { Rows } from "../../src/ledger/rows.ts";
import type { Store, StoreReader } from "../../src/ledger/store.ts";
import { claimOf } from "../cli/readings.ts";

export const READER = "muster/test en/test";

/** A report with one claim in each of its sentences. */
export function report(sentences: readonly string[], metadata: Metadata = {}, claim: Partial<Claim> = {}): ReadDocument {
  const text = sentences.join(" ");
  const claims = sentences.map((sentence) => {
    const start = text.indexOf(sentence);
    return claimOf({ force: "Norland", place: "Arbola", evidence: { text: sentence, start, end: start + sentence.length }, reader: READER, ...claim });
  });
  return { document: makeDocument(text, text, { published: "2023-10-31", ...metadata }), bytes: Buffer.from(text), reader: READER, claims };
}

/** A report of one sentence as some reader reads it: these words of it are the evidence, and those its number. */
export function reading(text: string, evidence: string, number: string | undefined, more: Partial<Claim> = {}): ReadDocument {
  const given = report([text]);
  const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const men = Number(/[\d,]+/.exec(number ?? "")?.[0].replace(",", ""));
  const told: Partial<Claim> = number === undefined ? {} : {
    quantity: { low: men, high: men, point: men, modifier: "about", unit: "personnel", words: number },
    spans: { quantity: { span: at(number), rule: "test", status: "known" } },
  };
  return { ...given, claims: given.claims.map((claim) => ({ ...claim, evidence: { text: evidence, ...at(evidence) }, ...told, ...more })) };
}

/** The n-th of as many different reports as are wanted. */
export const reportNo = (n: number): ReadDocument => report([`Report ${n}: about ${n},000 soldiers remain in Arbola.`, `Number ${n} is not confirmed.`]);

/** A clock that goes on by a second each time it is looked at, from a moment on. */
export function clockFrom(time: string): () => string {
  let now = Date.parse(time);
  return () => new Date((now += 1000)).toISOString();
}

/** Opens a ledger, made where there is none, in the name of Ada. */
export const withLedger = <T>(place: string, work: (ledger: Ledger, store: Store) => Promise<T>, now: () => string = clockFrom("2023-11-01T00:00:00.000Z")): Promise<T> =>
  withStore(place, { create: true, readOnly: false, now }, (store) => work(new Ledger(store, "Ada"), store));

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Everything that is derived from the entries, as a user can ask for it. */
export async function contentOf(store: StoreReader): Promise<Rows> {
  const [sources, statements, situations, feeds] = await Promise.all([store.sources(), store.statements(), store.situations(), store.feeds()]);
  return { documents: await all(store.documents()), claims: await all(store.claims()), sources, statements, situations, feeds };
}

export const firstClaim = async (store: StoreReader): Promise<string> => (await all(store.claims()))[0]?.id ?? "";
