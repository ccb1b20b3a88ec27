import { isKind, openEntry } from "./entry.ts";
import { LedgerError } from "./error.ts";
import type { ClaimRow, DocumentRow } from "./rows.ts";
import type { StoreReader } from "./store.ts";

// Documents and claims are named by the first digits of what identifies them.

const SHORTEST_PREFIX = 4;
const DOCUMENT_DIGITS = 64;
const CLAIM_DIGITS = 16;
const isPrefix = (text: string, longest: number): boolean => text.length >= SHORTEST_PREFIX && text.length <= longest && /^[0-9a-f]+$/.test(text);

function oneDocument<T>([found, other]: readonly T[], prefix: string): T {
  if (found !== undefined && other === undefined) return found;
  const why = found === undefined ? `no document ${JSON.stringify(prefix)}` : `more than one document begins with ${prefix}`;
  throw new LedgerError("NO_SUCH_DOCUMENT", `${why}; give the first digits of its SHA-256, ${SHORTEST_PREFIX} or more`);
}

function oneClaim<T>([found, other]: readonly T[], prefix: string): T {
  if (found !== undefined && other === undefined) return found;
  const why = found === undefined ? `no claim ${JSON.stringify(prefix)}` : `more than one claim begins with ${prefix}`;
  throw new LedgerError("NO_SUCH_CLAIM", `${why}; give the first digits of its id, ${SHORTEST_PREFIX} or more (muster add and muster export show ids)`);
}

/** The one document whose SHA-256 begins so. @throws LedgerError NO_SUCH_DOCUMENT */
export async function findDocument(store: StoreReader, prefix: string): Promise<DocumentRow> {
  return oneDocument(isPrefix(prefix, DOCUMENT_DIGITS) ? await store.documentsLike(prefix, 2) : [], prefix);
}

/** The one claim that counts whose id begins so. @throws LedgerError NO_SUCH_CLAIM */
export async function findClaim(store: StoreReader, prefix: string): Promise<ClaimRow> {
  return oneClaim(isPrefix(prefix, CLAIM_DIGITS) ? await store.claimsLike(prefix, 2) : [], prefix);
}

/** The SHA-256 of the one document that begins so, of all that entries speak of: also of one whose adding was undone. @throws LedgerError NO_SUCH_DOCUMENT */
export async function findFormerDocument(store: StoreReader, prefix: string): Promise<string> {
  const found: string[] = [];
  if (isPrefix(prefix, DOCUMENT_DIGITS)) {
    for (const { sha256 } of await store.documentsLike(prefix, 2)) found.push(sha256);
    // Those that the tables do not show are looked for only where nothing else is meant.
    if (found.length === 0) for await (const subject of store.subjects("document")) if (subject.startsWith(`document:${prefix}`)) found.push(subject.slice("document:".length));
  }
  return oneDocument(found, prefix);
}

/** The one claim that begins so, of all that were ever read: also of a document that is withdrawn or replaced. @throws LedgerError NO_SUCH_CLAIM */
export async function findFormerClaim(store: StoreReader, prefix: string): Promise<Pick<ClaimRow, "id" | "document">> {
  const found = new Map<string, string>();
  if (isPrefix(prefix, CLAIM_DIGITS)) {
    for (const { id, document } of await store.claimsLike(prefix, 2)) found.set(id, document);
    // There is no index of these: every reading is looked through.
    if (found.size === 0) for await (const [id, document] of readClaims(store)) if (id.startsWith(prefix)) found.set(id, document);
  }
  const [id, document] = oneClaim([...found], prefix);
  return { id, document };
}

async function* readClaims(store: StoreReader): AsyncGenerator<[id: string, document: string]> {
  for await (const sealed of store.entries()) {
    if (sealed.kind !== "claims read" && sealed.kind !== "reader re-run") continue;
    const entry = openEntry(sealed);
    if ((isKind(entry, "claims read") || isKind(entry, "reader re-run")) && entry.body !== null) for (const { id } of entry.body.claims) yield [id, entry.body.document];
  }
}
