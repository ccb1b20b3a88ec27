import { sha256 } from "./sha256.ts";

// The Merkle tree of RFC 9162, section 2.1, with SHA-256.

export const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0);
/** 0x01 || left || right, for one node after the other. */
const node = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** SHA-256(0x00 || leaf), of bytes, or of a text as UTF-8. */
export const leafHash = (leaf: Uint8Array | string): Uint8Array => sha256(typeof leaf === "string" ? `\u0000${leaf}` : Buffer.concat([LEAF, leaf]));

/** SHA-256(0x01 || left || right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  // What comes from outside may be of any length, and must not be hashed with what was here before.
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) return sha256(Buffer.concat([Uint8Array.of(1), left, right]));
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const EMPTY_ROOT = sha256("");

/** The greatest power of two below `size`, which is at least 2: where RFC 9162 splits a tree. */
const splitOf = (size: number): number => 2 ** (31 - Math.clz32(size - 1));

/**
 * What is needed of a tree to add a leaf and to know its root: the roots of its complete subtrees, largest first, one for
 * each bit that is set in the size. At most 32 hashes.
 */
export class Frontier {
  private constructor(private count: number, private readonly peaks: Uint8Array[]) {}

  static empty(): Frontier {
    return new Frontier(0, []);
  }

  /** @param text  what {@link toString} gave. @throws RangeError when it does not fit the size */
  static parse(size: number, text: string): Frontier {
    const peaks = text.match(/.{64}/g)?.map((hex) => Buffer.from(hex, "hex")) ?? [];
    const bits = size.toString(2).replaceAll("0", "").length;
    if (text.length !== bits * 2 * HASH_BYTES || peaks.some((peak) => peak.length !== HASH_BYTES)) throw new RangeError("no frontier of that size");
    return new Frontier(size, peaks);
  }

  get size(): number {
    return this.count;
  }

  add(leaf: Uint8Array): void {
    let hash = leaf;
    // Each trailing 1 of the size is a complete subtree that the new leaf completes to the next larger one.
    for (let bits = this.count; bits % 2 === 1; bits = (bits - 1) / 2) hash = nodeHash(this.peaks.pop() as Uint8Array, hash);
    this.peaks.push(hash);
    this.count += 1;
  }

  root(): Uint8Array {
    return this.peaks.length === 0 ? EMPTY_ROOT : this.peaks.reduceRight((right, left) => nodeHash(left, right));
  }

  /** Hexadecimal, one hash after the other. */
  toString(): string {
    return this.peaks.map((peak) => Buffer.from(peak).toString("hex")).join("");
  }
}

/** Hashes one after the other in one buffer, which holds a million of them in 32 MB. */
class HashList {
  private bytes = Buffer.alloc(64 * HASH_BYTES);
  length = 0;

  push(hash: Uint8Array): void {
    const end = (this.length + 1) * HASH_BYTES;
    if (end > this.bytes.length) this.bytes = Buffer.concat([this.bytes, Buffer.alloc(this.bytes.length)]);
    this.bytes.set(hash, this.length * HASH_BYTES);
    this.length += 1;
  }

  at(index: number): Uint8Array {
    return this.bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}

/** A whole tree, for proofs: the root of every complete subtree, by height. */
export class MerkleTree {
  private readonly levels: HashList[] = [new HashList()];

  get size(): number {
    return (this.levels[0] as HashList).length;
  }

  add(leaf: Uint8Array): void {
    let hash = leaf;
    for (let height = 0; ; height += 1) {
      const level = (this.levels[height] ??= new HashList());
      level.push(hash);
      if (level.length % 2 === 1) return;
      hash = nodeHash(level.at(level.length - 2), hash);
    }
  }

  /** The root of the first `size` leaves. @throws RangeError beyond the tree */
  root(size = this.size): Uint8Array {
    this.check(size, 0);
    return size === 0 ? EMPTY_ROOT : this.range(0, size);
  }

  /**
   * RFC 9162, 2.1.3.1: that the leaf at `index` (from 0) is in the tree of the first `size` leaves.
   *
   * @throws RangeError unless 0 <= index < size <= this.size
   */
  inclusionProof(index: number, size = this.size): Uint8Array[] {
    this.check(size, 1);
    if (!Number.isInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
    return this.path(index, 0, size);
  }

  /**
   * RFC 9162, 2.1.4.1: that the tree of `size` leaves begins with that of `oldSize`.
   *
   * @throws RangeError unless 1 <= oldSize <= size <= this.size
   */
  consistencyProof(oldSize: number, size = this.size): Uint8Array[] {
    this.check(size, 1);
    if (!Number.isInteger(oldSize) || oldSize < 1 || oldSize > size) throw new RangeError(`no tree of ${oldSize} in one of ${size}`);
    return this.subproof(oldSize, 0, size, true);
  }

  private check(size: number, least: number): void {
    if (!Number.isInteger(size) || size < least || size > this.size) throw new RangeError(`no tree of ${size} in one of ${this.size}`);
  }

  // Leaves [start, end). The left part of a split is always complete, so each call makes one more that is not.
  private range(start: number, end: number): Uint8Array {
    const size = end - start;
    const height = 31 - Math.clz32(size);
    if (size === 2 ** height) return (this.levels[height] as HashList).at(start / size);
    const middle = start + splitOf(size);
    return nodeHash(this.range(start, middle), this.range(middle, end));
  }

  private path(index: number, start: number, end: number): Uint8Array[] {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    if (index < middle) return [...this.path(index, start, middle), this.range(middle, end)];
    return [...this.path(index, middle, end), this.range(start, middle)];
  }

  private subproof(oldEnd: number, start: number, end: number, isWhole: boolean): Uint8Array[] {
    if (oldEnd === end) return isWhole ? [] : [this.range(start, end)];
    const middle = start + splitOf(end - start);
    if (oldEnd <= middle) return [...this.subproof(oldEnd, start, middle, isWhole), this.range(middle, end)];
    return [...this.subproof(oldEnd, middle, end, false), this.range(start, middle)];
  }
}

interface Inclusion {
  leaf: Uint8Array;
  /** Counted from 0. */
  index: number;
  size: number;
  proof: readonly Uint8Array[];
  root: Uint8Array;
}

/** RFC 9162, 2.1.3.2. Everything in it may come from an attacker. */
export function verifyInclusion({ leaf, index, size, proof, root }: Inclusion): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && sameHash(hash, root);
}

interface Consistency {
  oldSize: number;
  oldRoot: Uint8Array;
  size: number;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

/** RFC 9162, 2.1.4.2, and that a tree of no leaves is the beginning of any. Everything in it may come from an attacker. */
export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: Consistency): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(size) || oldSize < 0 || oldSize > size) return false;
  if (oldSize === 0) return proof.length === 0 && sameHash(oldRoot, EMPTY_ROOT);
  if (oldSize === size) return proof.length === 0 && sameHash(oldRoot, root);
  const isPower = Number.isInteger(Math.log2(oldSize));
  const path = isPower ? [oldRoot, ...proof] : [...proof];
  let [fn, sn] = [oldSize - 1, size - 1];
  while (fn % 2 === 1) [fn, sn] = [(fn - 1) / 2, Math.floor(sn / 2)];
  const first = path.shift();
  if (first === undefined) return false;
  let [old, now] = [first, first];
  for (const hash of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [old, now] = [nodeHash(hash, old), nodeHash(hash, now)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else {
      now = nodeHash(now, hash);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && sameHash(old, oldRoot) && sameHash(now, root);
}
