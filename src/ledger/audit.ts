import { leafOf } from "./entry.ts";
import { LedgerError } from "./error.ts";
import { Frontier, sameHash } from "./merkle.ts";
import { sha256Hex } from "./sha256.ts";
import { isSignedBy, parseCheckpoint, type Checkpoint, type Verifier } from "./signed-note.ts";

/** What is wrong, and from which entry on (where it can be told). */
export interface Finding {
  seq: number | null;
  what: string;
}

/** An entry as an auditor meets it: nothing in it is believed. */
export interface Exhibit {
  seq: number;
  time: string;
  kind: string;
  /** The sealed `{actor, why}`, or only its SHA-256 where it is withheld. */
  by: Uint8Array | { sha256: string };
  bodyHash: string;
  /** The sealed body; null where it was erased or is withheld. */
  body: Uint8Array | null;
  /** The hash that is kept beside it, where one is. */
  leaf: Uint8Array | null;
}

/** A signed head, and the key that is said to have signed it. */
export interface Witness {
  checkpoint: Checkpoint;
  verifier: Verifier;
}

/** A checkpoint with its key; what is broken is a finding. */
export function toWitness(note: string, verifier: Verifier): Witness | Finding {
  try {
    const checkpoint = parseCheckpoint(note);
    if (isSignedBy(checkpoint, verifier)) return { checkpoint, verifier };
    return { seq: null, what: `the signature on the head of ${checkpoint.size} entries is not that of its key (${verifier.name})` };
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    return { seq: null, what: `a signed head ${error.message}` };
  }
}

/** Goes through the entries from the first, and remembers the first thing that is wrong. */
export class Audit {
  private readonly frontier = Frontier.empty();
  private readonly bySize = new Map<number, Checkpoint[]>();
  private lastTime = "";
  /** The greatest size at which the tree was what a signed head says. */
  private agreed = 0;
  private isDisplaced = false;
  readonly findings: Finding[] = [];

  constructor(checkpoints: readonly Checkpoint[]) {
    for (const checkpoint of checkpoints) this.bySize.set(checkpoint.size, [...(this.bySize.get(checkpoint.size) ?? []), checkpoint]);
    this.compare();
  }

  get size(): number {
    return this.frontier.size;
  }

  get root(): Uint8Array {
    return this.frontier.root();
  }

  /** @returns the entry's own leaf hash */
  add(entry: Exhibit): Uint8Array {
    const expected = this.size + 1;
    // Said once: after one that is missing, none is in its place.
    if (entry.seq !== expected && !this.isDisplaced) {
      this.isDisplaced = true;
      this.report(expected, `entry ${expected} is missing: entry ${entry.seq} stands in its place (dropped, inserted or reordered)`);
    }
    const by = entry.by instanceof Uint8Array ? sha256Hex(entry.by) : entry.by.sha256;
    const leaf = leafOf({ seq: entry.seq, time: entry.time, kind: entry.kind, by, body: entry.bodyHash });
    if (entry.leaf !== null && !sameHash(entry.leaf, leaf)) this.report(entry.seq, `entry ${entry.seq} was altered: it does not match its hash`);
    if (entry.body !== null && sha256Hex(entry.body) !== entry.bodyHash) this.report(entry.seq, `entry ${entry.seq} was altered: its body does not match its hash`);
    if (entry.time < this.lastTime) this.report(entry.seq, `entry ${entry.seq} is older than the one before it (reordered)`);
    this.lastTime = entry.time;
    this.frontier.add(leaf);
    this.compare();
    return leaf;
  }

  report(seq: number | null, what: string): void {
    this.findings.push({ seq, what });
  }

  /** Holds the end against the head that is said to be the ledger's. */
  finish(size: number, root: Uint8Array): void {
    if (this.size < size) this.report(this.size + 1, `entry ${this.size + 1} is missing: there are ${this.size} of ${size} entries (dropped)`);
    else if (this.size > size) this.report(size + 1, `entry ${size + 1} is one too many: the head knows ${size} entries (inserted)`);
    else if (!sameHash(this.root, root) && this.findings.length === 0) {
      this.report(null, "the entries do not come to the head's root: some entry was altered, and its hash with it");
    }
    for (const beyond of [...this.bySize.keys()].filter((signed) => signed > this.size)) {
      this.report(this.size + 1, `entry ${this.size + 1} is missing: a signed head knows ${beyond} entries, there are ${this.size} (dropped)`);
    }
  }

  private compare(): void {
    for (const { root } of this.bySize.get(this.size) ?? []) {
      const first = this.agreed + 1;
      if (sameHash(root, this.root)) this.agreed = this.size;
      // Where an entry was found wrong already, this adds nothing.
      else if (this.findings.length === 0) {
        const which = `one from ${first} to ${this.size} was altered, dropped, inserted or reordered`;
        this.report(first, `the first ${this.size} entries are not those of the signed head: ${which}`);
      }
    }
  }
}
