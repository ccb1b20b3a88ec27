import { LedgerError, type LedgerErrorCode } from "./error.ts";
import type { Outcome, ReadDocument, StoppedDocument } from "./ledger.ts";

/** What an adding thread is started with. */
export interface AddingTask {
  place: string;
  actor: string;
}

/** A batch on its way: documents as JSON, which costs half of what copying objects does, and their bytes. */
export interface AddingOrder {
  documents: string;
  bytes: readonly (Uint8Array | null)[];
}

/** What became of it. */
export type AddingAnswer = { results: Outcome[] } | { failure: Failure };

/** An error on its way, with what it is told by. */
interface Failure {
  message: string;
  code: string | null;
  isOurs: boolean;
}

export function toOrder(documents: readonly (ReadDocument | StoppedDocument)[]): AddingOrder {
  return {
    documents: JSON.stringify(documents.map((one) => ("stopped" in one ? one : { ...one, bytes: null }))),
    // Copies: what is posted is a view of more memory otherwise, and all of that would go along.
    bytes: documents.map((one) => ("stopped" in one ? null : Uint8Array.from(one.bytes))),
  };
}

export function toDocuments({ documents, bytes }: AddingOrder): (ReadDocument | StoppedDocument)[] {
  return (JSON.parse(documents) as (ReadDocument | StoppedDocument)[]).map((one, i) => ("stopped" in one ? one : { ...one, bytes: bytes[i] as Uint8Array }));
}

export function toFailure(error: unknown): Failure {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
  return { message: error instanceof Error ? error.message : String(error), code, isOurs: error instanceof LedgerError };
}

export function toError({ message, code, isOurs }: Failure): Error {
  if (isOurs) return new LedgerError(code as LedgerErrorCode, message);
  return Object.assign(new Error(message), code === null ? {} : { code });
}
