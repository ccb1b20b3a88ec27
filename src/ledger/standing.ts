import type { Claim } from "../claims/index.ts";
import { canonicalJson } from "./canonical.ts";
import { documentSubject } from "./entry-kinds.ts";
import type { Entry } from "./entry.ts";
import { Frontier } from "./merkle.ts";
import { project } from "./project.ts";
import type { ClaimRow, Rows } from "./rows.ts";
import type { StoreReader } from "./store.ts";

/** What somebody's text leaned on in a document. */
export interface Leaning {
  sha256: string;
  /** Ids of claims. */
  claims: readonly string[];
}

/** Something that is not any more as it was. */
export interface Shift {
  document: string;
  /** The claim's id; null where it is the document as a whole. */
  claim: string | null;
  what: "stopped" | "withdrawn" | "erased" | "replaced" | "missing" | "corrected" | "rejected" | "read otherwise" | "no longer read";
  /** The entry that did it, where one can be named. */
  entry: { seq: number; time: string; by: string; why: string | null } | null;
}

/** The tree's root after so many entries; null where there are fewer. */
export async function rootAt(store: StoreReader, size: number): Promise<Uint8Array | null> {
  const frontier = Frontier.empty();
  if (size > 0) for await (const { leaf } of store.entries(1, size)) frontier.add(leaf);
  return frontier.size === size ? frontier.root() : null;
}

const naming = ({ seq, time, actor, why }: Entry): Shift["entry"] => ({ seq, time, by: actor, why });

/** What a claim says, without the reasons of the reader, which a newer one may word otherwise. */
const contentOf = ({ spans: _spans, reader: _reader, ...said }: Claim): string => canonicalJson(said);

/** The document as a whole: only a kept one still carries what was said. */
function ofDocument(sha256: string, after: Rows, later: readonly Entry[]): Shift | null {
  const is = after.documents[0]?.status;
  if (is === undefined) return { document: sha256, claim: null, what: "missing", entry: null };
  if (is === "kept") return null;
  const kind = { withdrawn: "document withdrawn", erased: "document erased", replaced: "document versioned", stopped: "document stopped" }[is];
  const entry = later.findLast((one) => one.kind === kind);
  return { document: sha256, claim: null, what: is, entry: entry === undefined ? null : naming(entry) };
}

function ofClaim(document: string, id: string, before: ClaimRow | undefined, after: ClaimRow | undefined, later: readonly Entry[]): Shift | null {
  const about = later.findLast(({ body }) => body !== null && "claim" in body && body.claim === id) ?? later.findLast(({ kind }) => kind === "reader re-run" || kind === "undone");
  const entry = about === undefined ? null : naming(about);
  if (after === undefined) return { document, claim: id, what: "no longer read", entry };
  if (after.review === "rejected" && before?.review !== "rejected") return { document, claim: id, what: "rejected", entry };
  if (before !== undefined && contentOf(before.claim) === contentOf(after.claim)) return null;
  return { document, claim: id, what: after.review === "corrected" ? "corrected" : "read otherwise", entry };
}

/**
 * What has become of documents and claims since an entry: each that was withdrawn, erased, replaced, corrected, rejected or
 * is read otherwise. What was undone in the meantime is as it was.
 */
export async function shiftsSince(store: StoreReader, until: number, leanings: readonly Leaning[], step: () => void = () => {}): Promise<Shift[]> {
  const shifts: Shift[] = [];
  for (const { sha256, claims } of leanings) {
    const subject = documentSubject(sha256);
    const entries = await store.entriesAbout(subject);
    const later = entries.filter(({ seq }) => seq > until);
    const [before, after] = [project(subject, entries.filter(({ seq }) => seq <= until)), project(subject, entries)];
    const whole = ofDocument(sha256, after, later);
    if (whole !== null) shifts.push(whole);
    else {
      const [was, is] = [before, after].map((rows) => new Map(rows.claims.map((row) => [row.id, row]))) as [Map<string, ClaimRow>, Map<string, ClaimRow>];
      shifts.push(...claims.flatMap((id) => ofClaim(sha256, id, was.get(id), is.get(id), later) ?? []));
    }
    step();
  }
  return shifts;
}
