import type { Claim } from "../claims/index.ts";
import type { KnownClaim } from "./claim-id.ts";
import { applyChanges } from "./correction.ts";
import { isKind, type Entry } from "./entry.ts";
import type { BodyOf, EntryKind } from "./entry-kinds.ts";
import { noRows, type ClaimRow, type DocumentRow, type Review, type Rows } from "./rows.ts";

/**
 * The entries that no "undone" takes back. One that undoes another "undone" brings back what that one took.
 *
 * @param entries  in order, with every "undone" that is about one of them
 */
export function standing(entries: readonly Entry[]): Entry[] {
  const undone = new Set<number>();
  // From the last: whether an "undone" stands is known before what it undoes is looked at.
  for (const entry of entries.toReversed()) {
    if (isKind(entry, "undone") && !undone.has(entry.seq)) for (const seq of entry.body?.entries ?? []) undone.add(seq);
  }
  return entries.filter(({ seq }) => !undone.has(seq));
}

/**
 * Everything that the entries say of one subject. Pure: the same entries, the same rows, so that a projection can be thrown
 * away and made again, or made as of an earlier day.
 *
 * @param subject  as in `subjectsOf`: "document:ab12…", "source:Reuters"
 * @param entries  all that are about it, in order
 */
export function project(subject: string, entries: readonly Entry[]): Rows {
  const [type = ""] = subject.split(":", 1);
  const said = standing(entries).filter(({ kind }) => kind !== "undone");
  return PROJECTIONS[type]?.(subject.slice(type.length + 1), said) ?? noRows();
}

type Projection = (name: string, entries: readonly Entry[]) => Rows;

const entriesOf = <K extends EntryKind>(entries: readonly Entry[], kind: K): { seq: number; body: BodyOf<K> }[] =>
  entries.filter((entry): entry is Entry<K> => isKind(entry, kind)).flatMap(({ seq, body }) => (body === null ? [] : [{ seq, body }]));

const bodiesOf = <K extends EntryKind>(entries: readonly Entry[], kind: K): BodyOf<K>[] => entriesOf(entries, kind).map(({ body }) => body);

function projectDocument(sha256: string, entries: readonly Entry[]): Rows {
  const erased = entries.find((entry) => entry.kind === "document erased");
  const added = entries.find((entry) => isKind(entry, "document added")) as Entry<"document added"> | undefined;
  if (added === undefined && erased === undefined) return stoppedRows(sha256, entries);
  // Where the adding was undone, the erasure is all there is, and keeps it from being added again.
  const { seq, time } = (added ?? erased) as Entry;
  if (erased !== undefined || added === undefined || added.body === null) {
    const row: DocumentRow = { sha256, status: "erased", document: null, textSha256: null, replacedBy: null, reader: null, reading: null, seq, time };
    return { ...noRows(), documents: [row] };
  }
  // The latest of either kind: a re-run comes after what it reads again.
  const reading = [...entriesOf(entries, "claims read"), ...entriesOf(entries, "reader re-run")].at(-1);
  const replacedBy = bodiesOf(entries, "document versioned").filter(({ replaces }) => replaces === sha256).at(-1)?.document ?? null;
  const isWithdrawn = entries.some((entry) => entry.kind === "document withdrawn");
  const status = isWithdrawn ? "withdrawn" : replacedBy === null ? "kept" : "replaced";
  const { document, text } = added.body;
  const row: DocumentRow = { sha256, status, document, textSha256: text, replacedBy, reader: reading?.body.reader ?? null, reading: reading?.seq ?? null, seq, time };
  return { ...noRows(), documents: [row], claims: reading === undefined || status !== "kept" ? [] : claimsOf(row, reading.body.claims, entries) };
}

/** Of what the gate stopped, and no later reader let through, there is the hash and when it was seen. */
function stoppedRows(sha256: string, entries: readonly Entry[]): Rows {
  const [stopped] = entries.filter(({ kind }) => kind === "document stopped");
  if (stopped === undefined) return noRows();
  const status = stopped.body === null ? "erased" : "stopped";
  return { ...noRows(), documents: [{ sha256, status, document: null, textSha256: null, replacedBy: null, reader: null, reading: null, seq: stopped.seq, time: stopped.time }] };
}

function claimsOf({ sha256, document }: DocumentRow, claims: readonly KnownClaim[], entries: readonly Entry[]): ClaimRow[] {
  const reviewed = new Map(claims.map(({ id, claim }) => [id, { claim, review: "unreviewed" as Review }]));
  const asRead = new Map(claims.map(({ id, claim }) => [id, claim]));
  for (const entry of entries) {
    const { body } = entry;
    if (body === null || !("claim" in body) || !("document" in body)) continue;
    const state = reviewed.get(body.claim);
    if (state === undefined) continue;
    if (entry.kind === "claim accepted") state.review = "accepted";
    if (entry.kind === "claim rejected") state.review = "rejected";
    if (entry.kind === "claim restored") reviewed.set(body.claim, { claim: asRead.get(body.claim) as Claim, review: "unreviewed" });
    if ("changes" in body) reviewed.set(body.claim, { claim: applyChanges(state.claim, body.changes), review: "corrected" });
  }
  return [...reviewed].map(([id, { claim, review }], position) => ({
    id, document: sha256, position, claim, review, day: sortableDay(claim.asOf ?? claim.said ?? document?.published ?? ""),
  }));
}

/**
 * An EDTF date as a text that sorts by time: the first date that it names, without qualifiers. Seasons come after the
 * year's months.
 */
export function sortableDay(edtf: string): string {
  const ends = edtf.split("/").filter((end) => end !== "..");
  return (ends[0] ?? "").replace(/[~?%]$/, "");
}

const projectSource: Projection = (name, entries) => {
  const reliability = bodiesOf(entries, "source graded").at(-1)?.reliability ?? null;
  const alias = bodiesOf(entries, "source aliased").at(-1)?.alias ?? null;
  const leaning = bodiesOf(entries, "source leaning set").at(-1)?.leaning ?? null;
  return { ...noRows(), sources: entries.length === 0 ? [] : [{ name, reliability, alias, leaning }] };
};

const projectStatement: Projection = (_, entries) => ({
  ...noRows(),
  statements: entries.flatMap(({ seq, kind, body }) =>
    body !== null && "claims" in body && (kind === "statements joined" || kind === "statements split")
      ? [{ seq, kind: kind === "statements joined" ? "join" : "split", claims: body.claims as string[] }]
      : [],
  ),
});

const projectSituation: Projection = (_, entries) => {
  const situations = entries.flatMap(({ body }) => (body !== null && "force" in body ? [body] : []));
  return { ...noRows(), situations: situations.slice(-1) };
};

const projectFeed: Projection = (url, entries) => {
  const last = entries.at(-1);
  return { ...noRows(), feeds: last === undefined || last.kind === "feed removed" ? [] : [{ url, isPaused: last.kind === "feed paused" }] };
};

const PROJECTIONS: Readonly<Record<string, Projection>> = {
  document: projectDocument,
  source: projectSource,
  statement: projectStatement,
  situation: projectSituation,
  feed: projectFeed,
};
