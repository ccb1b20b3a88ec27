import { Type, type Static } from "typebox";
import { ENTRY_KINDS, isEntryKind } from "./entry-kinds.ts";
import { MerkleTree } from "./merkle.ts";
import { sha256Hex } from "./sha256.ts";
import { formatVerifier, signCheckpoint, type Signer } from "./signed-note.ts";
import type { Store } from "./store.ts";
import { Papers } from "./verify.ts";
import { Audit } from "./audit.ts";

/** The format's name and version. A bundle is JSON Lines: one head, its entries in order, then its blobs. See docs/ledger-format.md. */
export const BUNDLE_FORMAT = "muster-bundle/1";
/** Bytes of one line: a document of the greatest size in base64. */
export const MAX_BUNDLE_LINE = 150_000_000;

const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Base64 = Type.String({ pattern: "^[A-Za-z0-9+/]*={0,2}$" });
const closed = { additionalProperties: false };

export const BundleHead = Type.Object(
  {
    bundle: Type.Literal(BUNDLE_FORMAT),
    public: Type.Boolean({ description: "True where actors, reasons and some bodies are withheld, and all bytes." }),
    checkpoint: Type.String({ description: "The signed head (C2SP tlog-checkpoint)." }),
    key: Type.String({ description: "The signer's public key (C2SP signed-note)." }),
  },
  closed,
);
export type BundleHead = Static<typeof BundleHead>;

export const BundleEntry = Type.Object(
  {
    entry: Type.Object({ seq: Type.Integer({ minimum: 1 }), time: Type.String(), kind: Type.String(), by: Sha256, body: Sha256 }, closed),
    by: Type.Optional(Type.String({ description: "The sealed {actor, why}." })),
    body: Type.Optional(Type.String({ description: "The sealed body." })),
    proof: Type.Array(Base64, { maxItems: 64, description: "That the entry is in the tree (RFC 9162, 2.1.3)." }),
  },
  closed,
);
export type BundleEntry = Static<typeof BundleEntry>;

export const BundleBlob = Type.Object({ blob: Sha256, content: Base64 }, closed);
export type BundleBlob = Static<typeof BundleBlob>;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
const textOf = (sealed: Uint8Array): string => new TextDecoder().decode(sealed);
const line = (value: BundleHead | BundleEntry | BundleBlob): string => `${JSON.stringify(value)}\n`;

/** Whether the body of such an entry may be shown to anyone. */
const isShown = (kind: string, isPublic: boolean): boolean => !isPublic || (isEntryKind(kind) && ENTRY_KINDS[kind].isPublic);

/**
 * The whole ledger as it stands, line by line, signed, so that it can be checked without the ledger.
 *
 * @param isPublic  leave out who did what and why, and all bytes: what stays are the claims with their quotations
 * @param step      called for each entry and each blob
 */
export async function* bundleLines(store: Store, signer: Signer, isPublic: boolean, step: () => void): AsyncGenerator<string> {
  const head = await store.head();
  const tree = new MerkleTree();
  for await (const { leaf } of store.entries(1, head.size)) tree.add(leaf);
  yield line({ bundle: BUNDLE_FORMAT, public: isPublic, checkpoint: signCheckpoint(head, signer), key: formatVerifier(signer) });
  const papers = new Papers();
  const audit = new Audit([]);
  for await (const entry of store.entries(1, head.size)) {
    const { seq, time, kind, by, body, bodyHash } = entry;
    papers.note(entry, audit);
    yield line({
      entry: { seq, time, kind, by: sha256Hex(by), body: bodyHash },
      ...(isPublic ? {} : { by: textOf(by) }),
      ...(body === null || !isShown(kind, isPublic) ? {} : { body: textOf(body) }),
      proof: tree.inclusionProof(seq - 1, head.size).map(base64),
    });
    step();
  }
  for (const hash of isPublic ? [] : papers.wanted.keys()) {
    const content = await store.blob(hash);
    if (content !== null) yield line({ blob: hash, content: base64(content) });
    step();
  }
}
