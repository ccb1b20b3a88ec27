import { basename } from "node:path";
import { AppError, mayHoldClaims } from "../app.ts";
import { IntakeError, placeOf, type Place, type TakenItem } from "../intake/issue.ts";
import { detectLanguage } from "../intake/language.ts";
import type { IntakeContext } from "../intake/envelope.ts";
import type { Provenance } from "../claims/index.ts";
import { LedgerError } from "../ledger/error.ts";
import type { Ledger, Outcome, ReadDocument, StoppedDocument } from "../ledger/ledger.ts";
import type { StoreReader } from "../ledger/store.ts";
import type { Reading } from "../reader/reading.ts";
import { tryReading, type DocumentOptions, type IssueReporter } from "./documents.ts";

/** One transaction: large enough that waiting for the disk costs little, small enough that little is lost when it is cut. */
const BATCH_DOCUMENTS = 256;
const BATCH_BYTES = 8_000_000;
/** What comes slowly, as from the web, does not wait for that many. */
const BATCH_MS = 2_000;
/** Of what the gate stopped only a line is kept. */
const BATCH_STOPPED = 1_000;

/** What came of one document that was taken in. */
export interface Kept {
  name: string;
  sha256: string;
  /** Whether it is a source of its own, and not one of many in an archive, a feed or a folder. */
  isOwn: boolean;
  reading: Reading | null;
  result: Outcome;
}

/** What is to be kept of one document. */
type Offer = Place & ({ reading: Reading; bytes: Uint8Array | null; provenance: Provenance } | { stopped: string; url: string | null });

export interface Totals {
  added: number;
  known: number;
  stopped: number;
  claims: number;
}

/** Asks the gate, so that no time goes into pages that hold nothing. */
export function screenOf(options: DocumentOptions): NonNullable<IntakeContext["screen"]> {
  return async (text, lang) => {
    try {
      return await mayHoldClaims(text, options.lang ?? lang);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      throw new IntakeError("UNKNOWN_LANGUAGE", `${error.message}; give --lang if it is one of these`, { cause: error });
    }
  };
}

/** A document's language as it is read: what was asked for, what it says, or what its letters say. */
async function withLanguage(item: Extract<TakenItem, { kind: "document" }>, options: DocumentOptions): Promise<Extract<TakenItem, { kind: "document" }>> {
  if (options.lang !== undefined) return { ...item, provenance: { ...item.provenance, langBy: "whoever added it" } };
  if (item.document.lang !== null || !(await mayHoldClaims(item.document.text, null))) return item;
  const lang = await detectLanguage(item.document.text);
  return lang === null ? item : { ...item, document: { ...item.document, lang }, provenance: { ...item.provenance, langBy: "its letters" } };
}

/** Reads and keeps what is taken in, batch by batch. Each batch is on the disk when it is told of. */
export class Keeper {
  readonly totals: Totals = { added: 0, known: 0, stopped: 0, claims: 0 };
  private readonly ledger: Ledger;
  private readonly store: StoreReader;
  private readonly options: DocumentOptions;
  private readonly issues: IssueReporter;
  private readonly tell: (kept: Kept) => Promise<void>;
  private offers: Offer[] = [];
  private bytes = 0;
  private heavy = 0;
  /** When the first of these came. */
  private since = 0;

  constructor(ledger: Ledger, store: StoreReader, options: DocumentOptions, issues: IssueReporter, tell: (kept: Kept) => Promise<void>) {
    [this.ledger, this.store, this.options, this.issues, this.tell] = [ledger, store, options, issues, tell];
  }

  /** What intake asks of a ledger and of the gate. */
  context(): Pick<IntakeContext, "screen" | "isKnown"> {
    const isKnown = async (sha256: string): Promise<boolean> => {
      const row = await this.store.document(sha256);
      return row !== null && row.status !== "stopped";
    };
    return { screen: screenOf(this.options), isKnown };
  }

  async take(item: TakenItem): Promise<void> {
    if (item.kind === "issue") return this.issues.report(item.issue);
    if (item.kind === "known") return this.told(item);
    if (item.kind === "stopped") return this.offer({ ...place(item), stopped: item.sha256, url: item.url });
    const stated = await withLanguage(item, this.options);
    const reading = await tryReading(stated, this.options, this.issues);
    if (reading === null) return;
    const { document } = reading;
    const provenance: Provenance = item.document.published === null && document.published !== null ? { ...stated.provenance, publishedBy: "whoever added it" } : stated.provenance;
    if (reading.gated) await this.offer({ ...place(item), stopped: document.sha256, url: document.url });
    else await this.offer({ ...place(item), reading, bytes: item.bytes, provenance });
  }

  /** What is there already is told after what came before it. */
  private async told(item: Place & { sha256: string }): Promise<void> {
    await this.flush();
    const row = await this.store.document(item.sha256);
    if (row !== null) await this.done(item, item.sha256, null, { outcome: "known", seq: row.seq, status: row.status });
  }

  private async offer(offer: Offer): Promise<void> {
    if (this.offers.length === 0) this.since = performance.now();
    this.offers.push(offer);
    if ("reading" in offer) {
      this.heavy += 1;
      this.bytes += offer.bytes?.byteLength ?? offer.reading.document.text.length;
    }
    const isDue = this.heavy >= BATCH_DOCUMENTS || this.offers.length >= BATCH_STOPPED || this.bytes >= BATCH_BYTES || performance.now() - this.since >= BATCH_MS;
    if (isDue) await this.flush();
  }

  /** Keeps what has come so far. @throws LedgerError */
  async flush(): Promise<void> {
    const offers = this.offers;
    [this.offers, this.bytes, this.heavy] = [[], 0, 0];
    if (offers.length > 0) await this.keep(offers);
  }

  private async keep(offers: readonly Offer[]): Promise<void> {
    try {
      const results = await this.ledger.add(offers.map(toLedger));
      for (const [i, offer] of offers.entries()) {
        const [result, reading] = [results[i], "reading" in offer ? offer.reading : null];
        if (result !== undefined) await this.done(offer, "stopped" in offer ? offer.stopped : offer.reading.document.sha256, reading, result);
      }
    } catch (error) {
      if (!(error instanceof LedgerError) || !OWN_FAULT.has(error.code)) throw error;
      const [only, ...others] = offers;
      if (only !== undefined && others.length === 0) return this.issues.report({ ...place(only), message: error.message });
      for (const offer of offers) await this.keep([offer]);
    }
  }

  private async done(of: Place, sha256: string, reading: Reading | null, result: Outcome): Promise<void> {
    this.totals[result.outcome] += 1;
    if (result.outcome === "added") this.totals.claims += result.claims;
    await this.tell({ name: placeOf(of), isOwn: of.line === undefined && of.part === undefined, sha256, reading, result });
  }
}

const place = ({ input, line, part }: Place): Place => ({ input, ...(line === undefined ? {} : { line }), ...(part === undefined ? {} : { part }) });

/** What can be a document's own fault: the others of its batch are kept all the same. */
const OWN_FAULT: ReadonlySet<string> = new Set(["BAD_TEXT", "TOO_LARGE", "BAD_ENTRY"]);

/** A file is kept under its own name: the folders above it say more about this machine than about the document. */
function toLedger(offer: Offer): ReadDocument | StoppedDocument {
  if ("stopped" in offer) return { stopped: offer.stopped, url: offer.url };
  const { reading: { document, reader, claims }, bytes, provenance, input } = offer;
  return { document: { ...document, id: document.id === input ? basename(input) : document.id }, reader, claims, bytes: bytes ?? Buffer.from(document.text), provenance };
}
