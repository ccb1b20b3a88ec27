import { Audit, toWitness, type Finding, type Witness } from "./audit.ts";
import { openBody, type SealedEntry } from "./entry.ts";
import { LedgerError } from "./error.ts";
import { sha256Hex } from "./sha256.ts";
import { fingerprintOf, isSignedBy, parseCheckpoint, parseVerifier, type Checkpoint } from "./signed-note.ts";
import type { Store } from "./store.ts";

/** What came out of checking a whole ledger. */
export interface Verdict {
  origin: string;
  size: number;
  root: Uint8Array;
  documents: number;
  /** The first entry that is wrong comes first, what follows from it later; empty when all is well. */
  findings: Finding[];
  /** Every signed head that agrees, smallest first. */
  signedHeads: { size: number; fingerprint: string }[];
  /** The greatest size that a trusted key, or the checkpoint that was given, vouches for; null where none does. */
  anchoredTo: number | null;
}

export interface VerifyOptions {
  /** A signed head that was kept elsewhere: the ledger must begin with it. */
  checkpoint?: string;
  /** Fingerprints of keys that are trusted. */
  trusted: readonly string[];
  /** Called with the number of entries and documents done. */
  step: () => void;
}

/**
 * Recomputes everything that the ledger says of itself: the hash of each entry and each body, the tree, the signed heads, the bytes of each
 * document. Memory does not grow with the number of entries, but for 64 bytes a document.
 *
 * @throws LedgerError BAD_CHECKPOINT for a checkpoint that is none
 */
export async function verifyLedger(store: Store, { checkpoint, trusted, step }: VerifyOptions): Promise<Verdict> {
  // The signed heads first: a head that is read after them is no older.
  const stored = (await store.checkpoints()).map(({ note, verifier }) => storedWitness(note, verifier));
  const head = await store.head();
  const witnesses = stored.filter((one): one is Witness => "checkpoint" in one);
  const given = checkpoint === undefined ? [] : [parseGiven(checkpoint, head.origin, witnesses)];
  const audit = new Audit([...witnesses.map((witness) => witness.checkpoint), ...given]);
  const papers = new Papers();
  for await (const entry of store.entries(1, head.size)) {
    audit.add(entry);
    papers.note(entry, audit);
    step();
  }
  // What stands beyond the head may be new since, if the head has moved with it.
  for await (const entry of store.entries(head.size + 1, head.size + 1)) if ((await store.head()).size < entry.seq) audit.add(entry);
  audit.finish(head.size, head.root);
  papers.finish(audit);
  await checkBlobs(store, papers, audit, step);
  const findings = [...audit.findings, ...stored.filter((one): one is Finding => !("checkpoint" in one)), ...foreign(witnesses, head.origin)];
  const signedHeads = witnesses.map(({ checkpoint: { size }, verifier }) => ({ size, fingerprint: fingerprintOf(verifier) }));
  // A checkpoint that was kept elsewhere is believed, like a trusted key.
  const anchors = [...signedHeads.filter(({ fingerprint }) => trusted.includes(fingerprint)), ...given].map(({ size }) => size);
  return {
    origin: head.origin, size: audit.size, root: audit.root, documents: papers.documents, findings, signedHeads,
    anchoredTo: anchors.length === 0 ? null : Math.max(...anchors),
  };
}

function storedWitness(note: string, verifier: string): Witness | Finding {
  try {
    return toWitness(note, parseVerifier(verifier));
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { seq: null, what: `the key beside a signed head ${error.message}` };
  }
}

function parseGiven(note: string, origin: string, witnesses: readonly Witness[]): Checkpoint {
  const given = parseCheckpoint(note);
  if (given.origin !== origin) {
    throw new LedgerError("BAD_CHECKPOINT", `the checkpoint is of another ledger (${JSON.stringify(given.origin)}, this is ${origin}); give one of this ledger`);
  }
  const signers = witnesses.map(({ verifier }) => verifier).filter(({ name }) => given.signatures.some((signature) => signature.name === name));
  if (signers.length === 0 || signers.some((signer) => isSignedBy(given, signer))) return given;
  throw new LedgerError("BAD_CHECKPOINT", "the checkpoint was altered: its signature is not that of its key; give it as it was printed");
}

const foreign = (witnesses: readonly Witness[], origin: string): Finding[] =>
  witnesses
    .filter(({ checkpoint }) => checkpoint.origin !== origin)
    .map(({ checkpoint }) => ({ seq: null, what: `a signed head is of another ledger (${JSON.stringify(checkpoint.origin)})` }));

/** Which entry asked for which bytes, and which bodies and bytes were erased. */
export class Papers {
  /** SHA-256 of bytes that must be there, and the entry that says so. */
  readonly wanted = new Map<string, number>();
  private readonly missing = new Set<number>();
  private readonly erasedBodies = new Set<number>();
  documents = 0;

  note({ seq, kind, body }: Pick<SealedEntry, "seq" | "kind" | "body">, audit: Audit): void {
    if (body === null) this.missing.add(seq);
    else if (kind === "document added" || kind === "document erased") this.read(seq, kind, body, audit);
  }

  private read(seq: number, kind: "document added" | "document erased", body: Uint8Array, audit: Audit): void {
    try {
      if (kind === "document added") {
        const { document, text } = openBody(kind, body);
        this.documents += 1;
        for (const hash of [document.sha256, text]) if (!this.wanted.has(hash)) this.wanted.set(hash, seq);
      } else {
        const { entries, blobs } = openBody("document erased", body);
        for (const erased of entries) this.erasedBodies.add(erased);
        for (const hash of blobs) this.wanted.delete(hash);
      }
    } catch (error) {
      if (!(error instanceof LedgerError || error instanceof TypeError)) throw error;
      audit.report(seq, `entry ${seq} does not hold what its kind holds`);
    }
  }

  /** A body that is not there must have been erased by an entry. */
  finish(audit: Audit): void {
    for (const seq of this.missing) if (!this.erasedBodies.has(seq)) audit.report(seq, `entry ${seq} has lost its body, and no entry says that it was erased`);
  }
}

async function checkBlobs(store: Store, { wanted }: Papers, audit: Audit, step: () => void): Promise<void> {
  const missing = new Map(wanted);
  for await (const { sha256, content } of store.blobs()) {
    const seq = wanted.get(sha256);
    if (seq !== undefined && sha256Hex(content) !== sha256) audit.report(seq, `entry ${seq}: the document's bytes do not match its SHA-256 (${sha256})`);
    missing.delete(sha256);
    step();
  }
  for (const [hash, seq] of missing) audit.report(seq, `entry ${seq}: the document's bytes are missing (SHA-256 ${hash})`);
}
