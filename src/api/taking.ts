import { Type, type Static } from "typebox";
import { readDocument } from "../app.ts";
import type { Document, Provenance } from "../claims/index.ts";
import type { Added } from "../ledger/ledger.ts";
import type { Desk } from "./desk.ts";
import { orNull } from "./schemas.ts";

/** What became of one document that was given. */
export const Taken = Type.Object(
  {
    name: Type.String({ description: "The document's title; the name of the file, or where in it, for what was refused." }),
    outcome: Type.Enum(["added", "known", "stopped", "refused"], { description: "stopped: the gate found that it says nothing of armed forces; only its hash is kept." }),
    sha256: orNull(Type.String()),
    claims: Type.Integer(),
    entry: orNull(Type.Integer()),
    why: orNull(Type.String({ description: "Why it was refused, in a line." })),
  },
  { title: "Taken" },
);
export type Taken = Static<typeof Taken>;

export interface Offered {
  document: Document;
  bytes: Uint8Array;
  provenance?: Provenance;
}

/** Reads a document and keeps it with its claims. @throws LedgerError, AppError for a language that is not read */
export async function take(desk: Desk, actor: string, { document, bytes, provenance }: Offered): Promise<Taken> {
  const { reader, claims } = await readDocument(document);
  const [added] = await desk.write(actor, (ledger) => ledger.add([{ document, bytes, reader, claims, ...(provenance === undefined ? {} : { provenance }) }]));
  if (added === undefined) throw new RangeError("a document was given, and nothing became of it");
  return { name: document.title ?? document.id, outcome: added.outcome, sha256: await keptAs(desk, document, added), claims: claims.length, entry: added.seq, why: null };
}

/** The same text from the same address is the same document, though the page around it had other bytes. */
async function keptAs({ store }: Desk, { sha256, url }: Document, { outcome, seq }: Added): Promise<string> {
  if (outcome !== "known" || url === null || (await store.document(sha256)) !== null) return sha256;
  return (await store.documentsAt([url])).find((earlier) => earlier.seq === seq)?.sha256 ?? sha256;
}
