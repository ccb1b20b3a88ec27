import type { Provenance } from "../claims/index.ts";
import { sha256, type Metadata } from "./document.ts";
import type { Fetcher } from "./fetch/fetcher.ts";
import type { Format } from "./format.ts";
import { IntakeError, type TakenItem, type Place } from "./issue.ts";

/** What is known of something before it is looked into: where it came from, and what that says of it. */
export interface Envelope extends Place {
  /** The document's id, unless it names one itself. */
  id: string;
  /** What its name suggests, where the bytes do not tell. */
  hint: Format | null;
  /** The encoding that whatever carried it names. */
  encoding: string | null;
  /** What whatever carried it says of it; what it says of itself goes before. `url` is the exception: it is where it was had. */
  metadata: Metadata;
  provenance: Provenance;
}

/** What the caller lends. Everything may be left out: then every document is read, and nothing is fetched. */
export interface IntakeContext {
  /**
   * Whether a text in a language (BCP 47, null where it is not known) may hold a claim. Asked with the rough text of a page before
   * the article in it is looked for, which takes most of the time.
   */
  screen?: (text: string, lang: string | null) => Promise<boolean>;
  /** Whether the bytes with this SHA-256 are kept already. */
  isKnown?: (sha256: string) => Promise<boolean>;
  /** Null or left out: nothing is fetched. */
  fetcher?: Fetcher | null;
  /** Ends the reading between two documents, and every fetch. */
  signal?: AbortSignal;
  /** Told of bytes that are to come (of what is on the web: of a nominal size, put right when it is known) and of those that were dealt with. */
  expect?: (bytes: number) => void;
  advance?: (bytes: number) => void;
}

/** @throws IntakeError STOPPED once the caller has asked for an end */
export function checkSignal({ signal }: IntakeContext): void {
  if (signal?.aborted === true) throw new IntakeError("STOPPED", "was not read to its end");
}

export const placeIn = ({ input, line, part }: Place): Place => ({ input, ...(line === undefined ? {} : { line }), ...(part === undefined ? {} : { part }) });

/** An error of one part as an item, so that the other parts are still read; anything but an {@link IntakeError} is thrown on. */
export function issueOf(error: unknown, place: Place): TakenItem {
  if (!(error instanceof IntakeError) || error.code === "STOPPED") throw error;
  return { kind: "issue", issue: { code: error.code, ...placeIn(place), message: error.message } };
}

/** The item for bytes that are kept already; null for others, and where nobody asked. */
export async function knownItem(bytes: Uint8Array, envelope: Envelope, { isKnown }: IntakeContext): Promise<TakenItem | null> {
  if (isKnown === undefined) return null;
  const hash = sha256(bytes);
  return (await isKnown(hash)) ? { kind: "known", ...placeIn(envelope), sha256: hash } : null;
}
