import { userInfo } from "node:os";
import { now } from "../app.ts";
import { createSigner, keyPath, loadSigner } from "../ledger/key-file.ts";
import { DEFAULT_LEDGER, withStore } from "../ledger/open.ts";
import { fingerprintOf, type Signer } from "../ledger/signed-note.ts";
import type { Store } from "../ledger/store.ts";
import type { LedgerOptions } from "./ledger-options.ts";

export const placeOfLedger = ({ ledger }: LedgerOptions): string => ledger || process.env["MUSTER_LEDGER"] || DEFAULT_LEDGER;

export const actorOf = ({ actor }: LedgerOptions): string => actor ?? (process.env["MUSTER_ACTOR"] || userInfo().username);

/** Opens the ledger that is meant, to look at. @throws LedgerError */
export const readingLedger = <T>(options: LedgerOptions, work: (store: Store) => Promise<T>): Promise<T> =>
  withStore(placeOfLedger(options), { create: false, readOnly: true, now }, work);

/** Opens the ledger that is meant, to write to. @throws LedgerError */
export const writingLedger = <T>(options: LedgerOptions, work: (store: Store) => Promise<T>, create = false): Promise<T> =>
  withStore(placeOfLedger(options), { create, readOnly: false, now }, work);

/** This user's signing key, made when there is none. @throws LedgerError BAD_KEY */
export function ownSigner(): Signer {
  const path = keyPath();
  const known = loadSigner(path);
  if (known !== null) return known;
  const signer = createSigner(path);
  process.stderr.write(`muster: made a key to sign with: ${path}\nmuster: its fingerprint is ${fingerprintOf(signer)}; keep a copy of both elsewhere\n`);
  return signer;
}
