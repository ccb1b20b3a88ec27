import type { Static, TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Audit, toWitness, type Finding } from "./audit.ts";
import { BUNDLE_FORMAT, BundleBlob, BundleEntry, BundleHead, MAX_BUNDLE_LINE } from "./bundle.ts";
import { LedgerError } from "./error.ts";
import { verifyInclusion } from "./merkle.ts";
import { sha256Hex } from "./sha256.ts";
import { fingerprintOf, fromBase64, parseCheckpoint, parseVerifier, type Checkpoint, type Verifier } from "./signed-note.ts";
import { Papers } from "./verify.ts";

export interface BundleVerdict {
  isPublic: boolean;
  origin: string;
  size: number;
  documents: number;
  /** The first entry that is wrong comes first; empty when all is well. */
  findings: Finding[];
  /** Whose signature it carries. */
  fingerprint: string;
  /** Whether that is the key that was asked for. */
  isAnchored: boolean;
}

/** A line of a file; null where it is too long. */
interface Line {
  number: number;
  bytes: Uint8Array | null;
}

const bad = (number: number, what: string): LedgerError => new LedgerError("BAD_BUNDLE", `line ${number} ${what}; give what "muster export --format bundle" wrote`);

const checkers = { head: Compile(BundleHead), entry: Compile(BundleEntry), blob: Compile(BundleBlob) };

function parseLine({ number, bytes }: Line): unknown {
  if (bytes === null) throw bad(number, `is longer than ${MAX_BUNDLE_LINE / 1e6} MB`);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    throw bad(number, "is not JSON");
  }
}

interface Opened {
  head: BundleHead;
  verifier: Verifier;
  checkpoint: Checkpoint;
}

function openHead(line: Line): Opened {
  const head = parseLine(line);
  if (!is(checkers.head, BundleHead, head)) throw bad(line.number, `is not the head of a bundle (${BUNDLE_FORMAT})`);
  return { head, verifier: parseVerifier(head.key), checkpoint: parseCheckpoint(head.checkpoint) };
}

function is<S extends TSchema>(checker: { Check: (value: unknown) => boolean }, _schema: S, value: unknown): value is Static<S> {
  return checker.Check(value);
}

/**
 * Checks a bundle with no ledger at hand. Everything in it may come from an attacker.
 *
 * @param lines  its lines, each of at most {@link MAX_BUNDLE_LINE} bytes
 * @param key    the fingerprint of the key that must have signed it; without one it is not anchored
 * @throws LedgerError BAD_BUNDLE, BAD_KEY, BAD_CHECKPOINT for what is no bundle at all
 */
export async function verifyBundle(lines: AsyncIterable<Line>, key: string | null, step: () => void): Promise<BundleVerdict> {
  const iterator = lines[Symbol.asyncIterator]();
  const first = await iterator.next();
  if (first.done === true) throw new LedgerError("BAD_BUNDLE", 'is empty; give what "muster export --format bundle" wrote');
  const opened = openHead(first.value);
  const { head, verifier, checkpoint } = opened;
  const check = new BundleCheck(opened);
  for await (const line of { [Symbol.asyncIterator]: () => iterator }) {
    check.add(parseLine(line), line.number);
    step();
  }
  const witness = toWitness(head.checkpoint, verifier);
  const fingerprint = fingerprintOf(verifier);
  return {
    isPublic: head.public, origin: checkpoint.origin, size: checkpoint.size, documents: check.papers.documents, fingerprint,
    findings: [...check.finish(), ...("checkpoint" in witness ? [] : [witness])], isAnchored: key === fingerprint,
  };
}

class BundleCheck {
  readonly papers = new Papers();
  private readonly opened: Opened;
  private readonly audit: Audit;
  private readonly blobs = new Set<string>();

  constructor(opened: Opened) {
    this.opened = opened;
    this.audit = new Audit([opened.checkpoint]);
  }

  add(value: unknown, number: number): void {
    if (is(checkers.entry, BundleEntry, value)) this.addEntry(value);
    else if (is(checkers.blob, BundleBlob, value)) this.addBlob(value);
    else throw bad(number, "is neither an entry nor a blob");
  }

  private addEntry({ entry, by, body, proof }: BundleEntry): void {
    const { seq, time, kind } = entry;
    const { checkpoint: { size, root }, head } = this.opened;
    const sealed = { by: by === undefined ? { sha256: entry.by } : Buffer.from(by), body: body === undefined ? null : Buffer.from(body) };
    const exhibit = { seq, time, kind, ...sealed, bodyHash: entry.body, leaf: null };
    if (by !== undefined && sha256Hex(by) !== entry.by) this.audit.report(seq, `entry ${seq} was altered: its actor does not match its hash`);
    if (by === undefined && !head.public) this.audit.report(seq, `entry ${seq} has lost its actor`);
    const leaf = this.audit.add(exhibit);
    const hashes = proof.map(fromBase64).filter((hash) => hash !== null);
    const isIncluded = verifyInclusion({ leaf, index: seq - 1, size, root, proof: hashes });
    if (!isIncluded) this.audit.report(seq, `entry ${seq} was altered or is not of this ledger: its proof does not lead to the signed root`);
    if (sealed.by instanceof Uint8Array) this.papers.note({ seq, kind, body: sealed.body }, this.audit);
    else if (body !== undefined && kind === "document added") this.papers.documents += 1;
  }

  private addBlob({ blob, content }: BundleBlob): void {
    this.blobs.add(blob);
    const bytes = fromBase64(content);
    if (bytes !== null && sha256Hex(bytes) === blob) return;
    this.audit.report(this.papers.wanted.get(blob) ?? null, `the bytes of ${blob} do not match that SHA-256`);
  }

  finish(): Finding[] {
    const { checkpoint: { size, root }, head } = this.opened;
    this.audit.finish(size, root);
    if (!head.public) {
      this.papers.finish(this.audit);
      for (const [hash, seq] of this.papers.wanted) if (!this.blobs.has(hash)) this.audit.report(seq, `entry ${seq}: the document's bytes are missing (SHA-256 ${hash})`);
    }
    return this.audit.findings;
  }
}
