import type { Generated } from "kysely";

/** A column of bytes: libsql gives back an ArrayBuffer, pg a Buffer. */
type Bytes = Uint8Array | ArrayBuffer;

/** What the entries are kept in, and what is derived from them; see docs/ledger-format.md. */
export interface Tables {
  muster_schema: { version: number };
  head: { id: Generated<number>; origin: string; size: number; time: string; frontier: string };
  entries: { seq: number; time: string; kind: string; by_seal: Bytes; body_hash: Bytes; leaf: Bytes };
  bodies: { seq: number; seal: Bytes };
  blobs: { sha256: string; content: Bytes };
  checkpoints: { size: number; verifier: string; note: string; time_stamp: Bytes | null };

  subjects: { subject: string; seq: number };
  documents: {
    sha256: string; status: string; document: string | null; url: string | null; text_sha256: string | null;
    replaced_by: string | null; reader: string | null; seq: number; time: string; reading: number | null;
  };
  claims: {
    id: string; document: string; added: number; position: number; force: string | null; place: string | null; day: string; review: string; claim: string;
  };
  sources: { name: string; reliability: string | null; alias: string | null; leaning: string | null };
  statements: { seq: number; kind: string; claims: string };
  situations: { name: string; force: string; place: string };
  feeds: { url: string; is_paused: number };
}

/**
 * The tables that can be emptied and made again from the entries, and the column that says which subject a row is of. Claims come
 * before their document, by whose row they are found.
 */
export const PROJECTIONS = {
  claims: { subject: "document", key: "document" },
  documents: { subject: "document", key: "sha256" },
  sources: { subject: "source", key: "name" },
  statements: { subject: "statement", key: "seq" },
  situations: { subject: "situation", key: "name" },
  feeds: { subject: "feed", key: "url" },
} as const;
export type Projection = keyof typeof PROJECTIONS;
