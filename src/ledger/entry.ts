import { randomBytes } from "node:crypto";
import { Compile } from "typebox/compile";
import { canonicalJson } from "./canonical.ts";
import { isReadingBody } from "./check-reading.ts";
import { ENTRY_KINDS, isEntryKind, type BodyOf, type EntryKind } from "./entry-kinds.ts";
import { LedgerError } from "./error.ts";
import { leafHash } from "./merkle.ts";
import { sha256Hex } from "./sha256.ts";
import { readingOf, spellReading } from "./short-claim.ts";
import { toUtf8 } from "./utf8.ts";

/** What may be written: everything of an entry that the ledger does not set itself. */
export interface Draft<K extends EntryKind = EntryKind> {
  kind: K;
  body: BodyOf<K>;
  /** Why, in the actor's own words; at most {@link MAX_WHY} characters. */
  why?: string | null;
}

/** One line of the ledger. */
export interface Entry<K extends EntryKind = EntryKind> {
  /** From 1, without gaps. */
  seq: number;
  /** `2023-11-01T12:00:00.000Z`; never before that of the entry before. */
  time: string;
  kind: K;
  actor: string;
  why: string | null;
  /** Null once it was erased. */
  body: BodyOf<K> | null;
}

/** An entry as it is kept: what was sealed, byte by byte, and the hash that stands in the tree. */
export interface SealedEntry {
  seq: number;
  time: string;
  /** Not yet known to be a kind of entry. */
  kind: string;
  /** The sealed `{actor, why}`. */
  by: Uint8Array;
  /** SHA-256 of the sealed body. */
  bodyHash: string;
  /** The sealed body; null once it was erased. */
  body: Uint8Array | null;
  leaf: Uint8Array;
}

export const MAX_ACTOR = 200;
export const MAX_WHY = 2_000;
/** Bytes of one entry's body: the claims of the longest document that intake takes. */
export const MAX_BODY_BYTES = 64_000_000;

const SALT_BYTES = 16;
/** Salts that are drawn at once. */
const SALTS = 256;

let drawn = Buffer.alloc(0);

/** Random, and used once. */
function newSalt(): string {
  if (drawn.length === 0) drawn = randomBytes(SALTS * SALT_BYTES);
  const salt = drawn.toString("base64url", 0, SALT_BYTES);
  drawn = drawn.subarray(SALT_BYTES);
  return salt;
}

/**
 * A value sealed so that its hash can stand where the value is not told, or no longer there: canonical JSON (as UTF-8) of
 * `[salt, value]`. The salt keeps anyone from finding a short value (a name) by hashing guesses.
 */
const seal = (json: string): Uint8Array => toUtf8(`["${newSalt()}",${json}]`);

/** Bodies that are written otherwise than they are asked for. */
const isReading = (kind: string): kind is "claims read" | "reader re-run" => kind === "claims read" || kind === "reader re-run";

const decoder = new TextDecoder();

/** The value in a seal. @throws LedgerError DAMAGED */
function unseal(sealed: Uint8Array): unknown {
  try {
    const parts: unknown = JSON.parse(decoder.decode(sealed));
    if (Array.isArray(parts) && parts.length === 2 && typeof parts[0] === "string") return parts[1];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new LedgerError("DAMAGED", "an entry does not hold what an entry holds; see: muster verify");
}

/** What the tree holds of an entry: canonical JSON of its plain fields and the hashes of its sealed ones. */
export interface Header {
  seq: number;
  time: string;
  kind: string;
  /** SHA-256 of the sealed `{actor, why}`. */
  by: string;
  /** SHA-256 of the sealed body. */
  body: string;
}

/** RFC 9162's hash of an entry's leaf. */
export function leafOf({ seq, time, kind, by, body }: Header): Uint8Array {
  // In the order of RFC 8785, and nothing in it that the two would write differently: the hashes are hexadecimal, the others may be anything.
  return leafHash(`{"body":"${body}","by":"${by}","kind":${JSON.stringify(kind)},"seq":${seq},"time":${JSON.stringify(time)}}`);
}

/** The same, of an entry as it is kept; the stored hash has no part in it. */
export const leafOfSealed = ({ seq, time, kind, by, bodyHash }: SealedEntry): Uint8Array =>
  leafOf({ seq, time, kind, by: sha256Hex(by), body: bodyHash });

type Checker = { Check: (value: unknown) => boolean; Errors: (value: unknown) => readonly { instancePath: string; message: string }[] };
const checkers = new Map<EntryKind, Checker>();

function checkerOf(kind: EntryKind): Checker {
  const known = checkers.get(kind);
  if (known !== undefined) return known;
  const checker = Compile(ENTRY_KINDS[kind].body) as unknown as Checker;
  checkers.set(kind, checker);
  return checker;
}

/** @throws LedgerError BAD_ENTRY naming the first part of the body that is not what its kind asks for */
export function checkBody(kind: EntryKind, body: unknown): void {
  if (isReading(kind) && isReadingBody(body)) return;
  const checker = checkerOf(kind);
  if (checker.Check(body)) return;
  const [first] = checker.Errors(body);
  throw new LedgerError("BAD_ENTRY", `"${kind}": ${first?.instancePath || "its body"} ${first?.message ?? "is wrong"}; mend it`);
}

/** The name that stands for whoever writes. @throws LedgerError BAD_ENTRY */
export function checkActor(actor: string): string {
  if (actor.trim() !== "" && actor.length <= MAX_ACTOR && !/[\p{Cc}\p{Cs}]/u.test(actor)) return actor;
  throw new LedgerError("BAD_ENTRY", `an actor is a name of 1 to ${MAX_ACTOR} characters; give --actor NAME or set MUSTER_ACTOR`);
}

function checkWhy(why: string | null): string | null {
  if (why === null || (why.trim() !== "" && why.length <= MAX_WHY)) return why;
  throw new LedgerError("BAD_ENTRY", `a reason has 1 to ${MAX_WHY} characters; shorten it`);
}

/** Checks a draft and makes it the entry at `seq`. @throws LedgerError BAD_ENTRY, BAD_TEXT, TOO_LARGE */
export function sealEntry({ kind, body, why = null }: Draft, { seq, time, actor }: Pick<Entry, "seq" | "time" | "actor">): SealedEntry {
  checkBody(kind, body);
  const sealed = seal(isReading(kind) ? spellReading(body as BodyOf<typeof kind>) : canonicalJson(body));
  const size = sealed.byteLength;
  if (size > MAX_BODY_BYTES) {
    const [megabytes, limit] = [size, MAX_BODY_BYTES].map((bytes) => Math.round(bytes / 1e6));
    throw new LedgerError("TOO_LARGE", `"${kind}" of ${megabytes} MB is over the limit of ${limit} MB; split the document`);
  }
  const entry = { seq, time, kind, by: seal(canonicalJson({ actor: checkActor(actor), why: checkWhy(why) })), bodyHash: sha256Hex(sealed), body: sealed };
  return { ...entry, leaf: leafOfSealed({ ...entry, leaf: new Uint8Array(0) }) };
}

/** @throws LedgerError DAMAGED for what was never sealed here, or by a version that knows more kinds */
export function openEntry({ seq, time, kind, by, body }: Omit<SealedEntry, "leaf" | "bodyHash">): Entry {
  if (!isEntryKind(kind)) {
    const shown = JSON.stringify(kind.slice(0, 40));
    throw new LedgerError("DAMAGED", `entry ${seq} is of a kind that this version does not know (${shown}); install a newer Muster, or see: muster verify`);
  }
  const { actor, why } = unseal(by) as Pick<Entry, "actor" | "why">;
  return { seq, time, kind, actor, why, body: body === null ? null : openBody(kind, body) };
}

/** What a body's seal holds, as its kind describes it. @throws LedgerError DAMAGED */
export function openBody<K extends EntryKind>(kind: K, sealed: Uint8Array): BodyOf<K> {
  const body = unseal(sealed);
  return (isReading(kind) ? readingOf(body as Parameters<typeof readingOf>[0]) : body) as BodyOf<K>;
}

export const isKind = <K extends EntryKind>(entry: Entry, kind: K): entry is Entry<K> => entry.kind === kind;
