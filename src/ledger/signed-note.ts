import { createPublicKey, sign as signBytes, verify as verifyBytes, type KeyObject } from "node:crypto";
import { LedgerError } from "./error.ts";
import { HASH_BYTES } from "./merkle.ts";
import { sha256, sha256Hex } from "./sha256.ts";

// C2SP signed-note and tlog-checkpoint (https://c2sp.org/signed-note, https://c2sp.org/tlog-checkpoint), with Ed25519.

const ED25519 = 0x01;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** Characters of a checkpoint and of how many lines it may have: notes of many witnesses have a few thousand. */
const MAX_NOTE = 16_000;

/** A public key under the name that its signatures carry. */
export interface Verifier {
  name: string;
  /** The 32 bytes of an Ed25519 public key (RFC 8032). */
  publicKey: Uint8Array;
}

export interface Signer extends Verifier {
  privateKey: KeyObject;
}

/** SHA-256 of the public key's 32 bytes, in hexadecimal: what a person compares or passes on by telephone. */
export const fingerprintOf = ({ publicKey }: Verifier): string => sha256Hex(publicKey);

/** Keys have no names of their own here: a key is called after its fingerprint. */
export const verifierOf = (publicKey: Uint8Array): Verifier => ({
  name: `muster-${fingerprintOf({ name: "", publicKey }).slice(0, 16)}`,
  publicKey,
});

const keyIdOf = ({ name, publicKey }: Verifier): Buffer =>
  Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), Uint8Array.of(ED25519), publicKey]))).subarray(0, 4);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** Strict: what does not come out the same again was no base64, and is null. */
export function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}

/** A key as C2SP writes it: `name+keyid+base64(0x01 || key)`. */
export const formatVerifier = (verifier: Verifier): string =>
  `${verifier.name}+${keyIdOf(verifier).toString("hex")}+${base64(Buffer.concat([Uint8Array.of(ED25519), verifier.publicKey]))}`;

/** @throws LedgerError BAD_KEY */
export function parseVerifier(text: string): Verifier {
  const [, name, id, key] = /^([^\s+]{1,200})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{44,48})$/.exec(text) ?? [];
  const bytes = key === undefined ? null : fromBase64(key);
  if (name !== undefined && bytes !== null && bytes[0] === ED25519 && bytes.length === KEY_BYTES + 1) {
    const verifier = { name, publicKey: new Uint8Array(bytes.subarray(1)) };
    if (keyIdOf(verifier).toString("hex") === id) return verifier;
  }
  throw new LedgerError("BAD_KEY", "is no key as C2SP's signed notes write it (name+id+key)");
}

/** The head of a tree at some size. */
export interface TreeHead {
  /** Which ledger. */
  origin: string;
  size: number;
  root: Uint8Array;
}

export interface Checkpoint extends TreeHead {
  /** The signed lines, with the last line's end. */
  text: string;
  signatures: { name: string; keyId: string; signature: Uint8Array }[];
}

const textOf = ({ origin, size, root }: TreeHead): string => `${origin}\n${size}\n${base64(root)}\n`;

/** A signed checkpoint, ready to be kept or sent. */
export function signCheckpoint(head: TreeHead, signer: Signer): string {
  const text = textOf(head);
  const signature = signBytes(null, Buffer.from(text), signer.privateKey);
  return `${text}\n— ${signer.name} ${base64(Buffer.concat([keyIdOf(signer), signature]))}\n`;
}

const bad = (what: string): LedgerError => new LedgerError("BAD_CHECKPOINT", `is no checkpoint: ${what}; give what "muster ledger checkpoint" printed`);

/** Reads a signed checkpoint, without checking a signature. @throws LedgerError BAD_CHECKPOINT */
export function parseCheckpoint(note: string): Checkpoint {
  if (note.length > MAX_NOTE) throw bad("it is too long");
  const split = note.indexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) throw bad("it has no signature");
  const text = note.slice(0, split + 1);
  const [origin = "", size = "", root = ""] = text.split("\n");
  const hash = fromBase64(root);
  if (origin === "" || !/^(?:0|[1-9]\d{0,14})$/.test(size) || hash === null || hash.length !== HASH_BYTES) {
    throw bad("its first three lines are not origin, size and root");
  }
  const signatures = note.slice(split + 2, -1).split("\n").map(parseSignature);
  return { origin, size: Number(size), root: new Uint8Array(hash), text, signatures };
}

function parseSignature(line: string): Checkpoint["signatures"][number] {
  const [, name, blob] = /^— ([^\s+]{1,200}) ([A-Za-z0-9+/=]{8,})$/.exec(line) ?? [];
  const bytes = blob === undefined ? null : fromBase64(blob);
  if (name === undefined || bytes === null || bytes.length < 5) throw bad("a signature line is broken");
  return { name, keyId: bytes.subarray(0, 4).toString("hex"), signature: new Uint8Array(bytes.subarray(4)) };
}

const ED25519_SPKI = Buffer.from("302a300506032b6570032100", "hex");

const publicKeyOf = ({ publicKey }: Verifier): KeyObject =>
  createPublicKey({ key: Buffer.concat([ED25519_SPKI, publicKey]), format: "der", type: "spki" });

/** Whether the key signed the checkpoint. Signatures of others are passed over, as C2SP asks. */
export function isSignedBy(checkpoint: Checkpoint, verifier: Verifier): boolean {
  const id = keyIdOf(verifier).toString("hex");
  return checkpoint.signatures.some(
    ({ name, keyId, signature }) =>
      name === verifier.name && keyId === id && signature.length === SIGNATURE_BYTES &&
      verifyBytes(null, Buffer.from(checkpoint.text), publicKeyOf(verifier), signature),
  );
}
