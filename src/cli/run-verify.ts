import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { byteLines } from "../intake/lines.ts";
import type { Finding } from "../ledger/audit.ts";
import { MAX_BUNDLE_LINE } from "../ledger/bundle.ts";
import { LedgerError } from "../ledger/error.ts";
import { keyPath, loadSigner } from "../ledger/key-file.ts";
import { fingerprintOf, parseCheckpoint } from "../ledger/signed-note.ts";
import { verifyLedger, type Verdict } from "../ledger/verify.ts";
import { verifyBundle } from "../ledger/verify-bundle.ts";
import { failCheck, UsageError } from "./exit.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { safe } from "./safe-text.ts";
import { Progress } from "./terminal.ts";
import type { VerifyOptions } from "./verify.ts";
import { readingLedger } from "./with-ledger.ts";

const MAX_FINDINGS = 20;
const MAX_CHECKPOINT_BYTES = 64_000;

/** Checks a ledger or a bundle and says what came of it; exit code 1 where anything is wrong or nothing vouches for it. @throws UsageError, LedgerError */
export async function runVerify(options: VerifyOptions): Promise<void> {
  const key = options.key?.toLowerCase() ?? null;
  if (key !== null && !/^[0-9a-f]{64}$/.test(key)) throw new UsageError("--key is no fingerprint; give the 64 hexadecimal digits that were printed when the key was made");
  if (options.bundle === undefined) await checkLedger(options, key);
  else if (options.checkpoint !== undefined) throw new UsageError("a bundle has its own checkpoint; give --bundle or --checkpoint");
  else await checkBundle(options.bundle, key);
}

async function checkLedger(options: VerifyOptions, key: string | null): Promise<void> {
  const own = loadSigner(keyPath());
  const trusted = [...(key === null ? [] : [key]), ...(own === null ? [] : [fingerprintOf(own)])];
  const given = options.checkpoint === undefined ? {} : { checkpoint: await readCheckpoint(options.checkpoint) };
  const progress = new Progress("entries and documents checked");
  const verdict = await damagedIsFinding(() => readingLedger(options, (store) => verifyLedger(store, { ...given, trusted, step: () => progress.step() })));
  progress.finish();
  if (verdict === null) return;
  await write(`${plural(verdict.size, "entry", "entries")}, ${plural(verdict.documents, "document")}, root ${Buffer.from(verdict.root).toString("base64")}\n`);
  for (const line of signatureLines(verdict)) await write(`${line}\n`);
  await conclude(verdict.findings, verdict.anchoredTo === null ? `no key that is known here has signed it; give --key FINGERPRINT or --checkpoint FILE` : null);
}

/** A database that cannot even be read is not what was signed: the check has failed, which is not the same as bad usage. */
async function damagedIsFinding(check: () => Promise<Verdict>): Promise<Verdict | null> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code !== "DAMAGED") throw error;
    await conclude([{ seq: null, what: error.message }], null);
    return null;
  }
}

function signatureLines({ signedHeads, anchoredTo, size, findings }: Verdict): string[] {
  const last = new Map(signedHeads.map((head) => [head.fingerprint, head.size]));
  const lines = [...last].map(([fingerprint, to]) => `signed to entry ${to} by key ${fingerprint}`);
  if (anchoredTo !== null && findings.length === 0 && anchoredTo < size) lines.push(`entries ${anchoredTo + 1} to ${size} came after the last head that is believed here`);
  return lines;
}

async function readCheckpoint(path: string): Promise<string> {
  try {
    if ((await stat(path)).size > MAX_CHECKPOINT_BYTES) throw new UsageError(`${path}: is too large for a checkpoint; give what "muster ledger checkpoint" printed`);
    const note = await readFile(path, "utf8");
    parseCheckpoint(note);
    return note;
  } catch (error) {
    if (error instanceof LedgerError) throw new LedgerError(error.code, `${path}: ${error.message}`, { cause: error });
    throw fileError(error, path);
  }
}

function fileError(error: unknown, path: string): unknown {
  return error instanceof Error && "syscall" in error ? new UsageError(`${path}: cannot be read; check the path`, { cause: error }) : error;
}

async function checkBundle(path: string, key: string | null): Promise<void> {
  const progress = new Progress("lines checked");
  const chunks = path === "-" ? process.stdin : createReadStream(path);
  try {
    const verdict = await verifyBundle(byteLines(chunks, MAX_BUNDLE_LINE), key, () => progress.step());
    progress.finish();
    const shown = verdict.isPublic ? "public bundle" : "bundle";
    await write(`${shown} of ${safe(verdict.origin)}: ${plural(verdict.size, "entry", "entries")}, ${plural(verdict.documents, "document")}\n`);
    await write(`signed by key ${verdict.fingerprint}\n`);
    await conclude(verdict.findings, verdict.isAnchored ? null : unanchored(key));
  } catch (error) {
    if (error instanceof LedgerError) throw new LedgerError(error.code, `${path === "-" ? "standard input" : path}: ${error.message}`, { cause: error });
    throw fileError(error, path);
  }
}

const unanchored = (key: string | null): string =>
  key === null ? "give --key FINGERPRINT, had from whoever made it by another way than the bundle" : `it is not signed by the key ${key}`;

/** @param unanchoredBecause  why nothing vouches for it, or null where something does */
async function conclude(findings: readonly Finding[], unanchoredBecause: string | null): Promise<void> {
  for (const { what } of findings.slice(0, MAX_FINDINGS)) await write(`WRONG: ${safe(what)}\n`);
  if (findings.length > MAX_FINDINGS) await write(`WRONG: and ${findings.length - MAX_FINDINGS} more\n`);
  if (unanchoredBecause !== null) await write(`unanchored: ${unanchoredBecause}\n`);
  if (findings.length > 0 || unanchoredBecause !== null) failCheck();
  else await write("all of it is as it was signed\n");
}
