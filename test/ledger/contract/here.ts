import { expect } from "vitest";
import type { Finding } from "../../../src/ledger/audit.ts";
import type { LedgerError, LedgerErrorCode } from "../../../src/ledger/error.ts";
import { verifyLedger } from "../../../src/ledger/verify.ts";
import type { Backend } from "../backends.ts";
import { withLedger } from "../desk.ts";

/** The store that is held to its promises, and a place in it where each test finds nothing yet. */
export interface Here {
  readonly backend: Backend;
  place: string;
}

export const code = (wanted: LedgerErrorCode): LedgerError => expect.objectContaining({ name: "LedgerError", code: wanted }) as LedgerError;

export const findingsOf = async (place: string): Promise<Finding[]> => (await withLedger(place, (_, store) => verifyLedger(store, { trusted: [], step: () => {} }))).findings;
