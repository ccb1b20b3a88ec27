import { readFile, stat } from "node:fs/promises";
import { v5 } from "uuid";
import { currentNews } from "../app/briefs.ts";
import { announce, announcementsOf, markDelivered, OUTPUT, pendingFor, receiverOf, type Announcement } from "../app/announcements.ts";
import { plural } from "../app/plural.ts";
import { BriefError } from "../brief/errors.ts";
import { toAtom } from "../brief/formats/atom.ts";
import { signHead } from "../ledger/head-signing.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { Store } from "../ledger/store.ts";
import type { ChangesFormat, ChangesOptions } from "./changes.ts";
import { complain, UsageError } from "./exit.ts";
import { interruptible } from "./interrupt.ts";
import { write } from "./output.ts";
import { findSituation } from "./run-situation.ts";
import { safe } from "./safe-text.ts";
import { deliver, parseSecret, waited, type Message } from "./webhook.ts";
import { actorOf, ownSigner, readingLedger, writingLedger } from "./with-ledger.ts";

/** A webhook that is meant, with the key to sign by. */
interface Hook {
  url: string;
  key: Buffer;
}

interface Run {
  name: string;
  options: ChangesOptions;
  hook: Hook | null;
  store: Store;
  ledger: Ledger;
  sign: () => Promise<void>;
  signal: AbortSignal;
}

const MAX_SECRET_FILE_BYTES = 10_000;
const FIRST_WAIT_MS = 1_000;
const MOST_FEED_ITEMS = 200;

/** Announces what is new of a situation. @throws UsageError, LedgerError */
export async function runChanges(name: string, options: ChangesOptions): Promise<void> {
  const hook = await hookOf(options);
  checkTogether(options);
  // Who only looks back needs neither a key nor the right to write.
  const [open, signer] = options.all === true ? [readingLedger, null] : [writingLedger, ownSigner()];
  await interruptible((signal) =>
    open(options, async (store) => {
      const sign = async (): Promise<void> => void (signer !== null && (await signHead(store, signer)));
      const run: Run = { name, options, hook, store, ledger: new Ledger(store, actorOf(options)), sign, signal };
      try {
        await (options.follow === true ? follow(run) : once(run));
      } catch (error) {
        if (error instanceof BriefError) throw new UsageError(error.message, { cause: error });
        throw error;
      }
    }),
  );
}

function checkTogether({ follow: follows, all, caughtUp, webhook, format }: ChangesOptions): void {
  const refuse = (what: string): never => {
    throw new UsageError(`${what}; see: muster changes --help`);
  };
  if (format === "atom" && (webhook !== undefined || all === true || caughtUp === true || follows === true)) refuse("--format atom is the whole feed and takes no --webhook, --all, --caught-up or --follow");
  if (all === true && (webhook !== undefined || caughtUp === true || follows === true)) refuse("--all looks back and takes no --webhook, --caught-up or --follow");
  if (caughtUp === true && follows === true) refuse("give --caught-up first, and --follow in a run of its own");
}

async function hookOf({ webhook, secretFile, caughtUp }: ChangesOptions): Promise<Hook | null> {
  if (webhook === undefined) return null;
  const url = URL.canParse(webhook) ? new URL(webhook) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw new UsageError("--webhook is no web address; write it as https://example.org/hook");
  if (url.username !== "" || url.password !== "") throw new UsageError("--webhook takes no name and password in the address; a receiver checks the signature");
  // Nothing is sent, so nothing is signed.
  return { url: url.href, key: caughtUp === true ? Buffer.alloc(0) : await secretOf(secretFile) };
}

async function secretOf(file: string | undefined): Promise<Buffer> {
  if (file === undefined) {
    const secret = process.env["MUSTER_WEBHOOK_SECRET"] ?? "";
    if (secret === "") throw new UsageError("a webhook needs a secret to sign with; set MUSTER_WEBHOOK_SECRET or give --secret-file");
    return parseSecret(secret, "MUSTER_WEBHOOK_SECRET");
  }
  try {
    const { size, mode } = await stat(file);
    if (size > MAX_SECRET_FILE_BYTES) throw new UsageError(`${file}: is too large for a secret`);
    if (process.platform !== "win32" && (mode & 0o077) !== 0) throw new UsageError(`${file}: others can read this secret; run: chmod 600 ${file}`);
    return parseSecret(await readFile(file, "utf8"), file);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw new UsageError(`${file}: cannot be read; check the path`, { cause: error });
    throw error;
  }
}

/** Announces and delivers what there is. @returns whether all of it was delivered */
async function once(run: Run): Promise<boolean> {
  const { name, options, hook, store, ledger, sign } = run;
  const row = findSituation(await store.situations(), name);
  const news = await currentNews(store, row);
  if (options.all !== true && (await announce(ledger, name, news)) > 0) await sign();
  const announcements = await announcementsOf(store, name, news);
  if (options.format === "atom") {
    await write(await feedOf(store, name, announcements));
    return true;
  }
  const receiver = hook === null ? OUTPUT : receiverOf(hook.url);
  const pending = options.all === true ? announcements : await pendingFor(store, announcements, receiver);
  if (options.caughtUp === true) await mark(run, pending, receiver);
  else if (hook !== null) return send(run, hook, pending);
  else await print(run, pending);
  return true;
}

async function mark({ ledger, sign }: Run, announcements: readonly Announcement[], receiver: string): Promise<void> {
  if (announcements.length === 0) return;
  await markDelivered(ledger, announcements.map(({ id }) => id), receiver);
  await sign();
}

async function print(run: Run, pending: readonly Announcement[]): Promise<void> {
  const { all, format, follow: follows } = run.options;
  for (const one of pending) await write(LINES[format as Exclude<ChangesFormat, "atom">](one));
  if (pending.length === 0 && format === "text" && follows !== true) await write(all === true ? "nothing was announced yet\n" : "nothing new\n");
  // Written down after it was printed: what a crash cuts off is printed again, and nothing is lost.
  if (all !== true) await mark(run, pending, OUTPUT);
}

const LINES: Readonly<Record<Exclude<ChangesFormat, "atom">, (one: Announcement) => string>> = {
  text: ({ kind, time, news }) => `${time.slice(0, 16).replace("T", " ")}  ${kind.padEnd(9)}  ${safe(news?.text ?? "no longer stands: its claims were rejected, withdrawn or corrected")}${news?.outlet == null ? "" : ` (${safe(news.outlet)})`}\n`,
  jsonl: (one) => `${JSON.stringify(payloadOf(one))}\n`,
};

/** What a receiver gets; `stands` is false for what was announced and has been taken back since. */
function payloadOf({ id, situation, kind, time, sides, change, news }: Announcement): object {
  const claims = [...new Set((news?.sides ?? sides).flat())];
  const told = { stands: news !== null, text: news?.text ?? null, date: news?.date ?? null, outlet: news?.outlet ?? null, url: news?.url ?? null, claims };
  return { type: `situation.${kind}`, timestamp: time, data: { announcement: id, situation, ...told, ...(change === null ? {} : { change: news?.change ?? change }) } };
}

const toMessage = (one: Announcement): Message => ({ id: one.id, body: JSON.stringify(payloadOf(one)) });

/** In the order of the announcements; where one cannot be delivered, those after it wait as well. @returns whether all were */
async function send(run: Run, hook: Hook, pending: readonly Announcement[]): Promise<boolean> {
  const { options, ledger, sign, signal } = run;
  const where = new URL(hook.url).origin;
  const onFailure = (why: string, waitMs: number | null): void =>
    void process.stderr.write(`muster: ${where}: ${why}${waitMs === null ? "" : `; trying again in ${Math.ceil(waitMs / 1_000)} s`}\n`);
  const receiver = { ...hook, attempts: options.follow === true ? Infinity : options.attempts, firstWaitMs: FIRST_WAIT_MS, signal, onFailure };
  let sent = 0;
  try {
    for (const one of pending) {
      const result = await deliver(toMessage(one), receiver);
      if (result === "interrupted") return false;
      if (result !== "delivered") {
        const remedy = result === "gone" ? "it wants no more; leave --webhook out or give another" : "the next run delivers them";
        complain(`${where}: ${plural(pending.length - sent, "announcement")} not delivered; ${remedy}`);
        return false;
      }
      // Before the next is sent: after a crash at most this one is sent again, under the same id.
      await markDelivered(ledger, [one.id], receiverOf(hook.url));
      sent += 1;
      await write(`delivered ${one.kind} ${one.id}\n`);
    }
  } finally {
    if (sent > 0) await sign();
  }
  return true;
}

async function feedOf(store: Store, name: string, announcements: readonly Announcement[]): Promise<string> {
  const { origin, time } = await store.head();
  const latest = announcements.slice(-MOST_FEED_ITEMS);
  return toAtom({ id: `urn:uuid:${v5(`${origin}/${name}`, v5.URL)}`, title: `${name}: what is new`, updated: latest.at(-1)?.time ?? time, items: latest });
}

/** Looks again whenever the ledger has grown, until it is interrupted. */
async function follow(run: Run): Promise<void> {
  let seen = -1;
  while (!run.signal.aborted) {
    const { size } = await run.store.head();
    if (size !== seen) {
      const isDone = await once(run);
      // The size from before: what came while it was at work is looked at next, and then there is nothing of its own left.
      seen = isDone ? size : -1;
      if (!isDone && process.exitCode !== undefined) return;
    }
    if (!(await waited(run.options.every * 1_000, run.signal))) return;
  }
}
