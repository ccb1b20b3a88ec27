import { wait } from "../intake/fetch/hosts.ts";
import type { IntakeContext } from "../intake/envelope.ts";
import { IntakeError } from "../intake/issue.ts";
import { pollFeed } from "../intake/watch/poll.ts";
import { FeedStates } from "../intake/watch/states.ts";
import { signHead } from "../ledger/head-signing.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { Signer } from "../ledger/signed-note.ts";
import type { Store } from "../ledger/store.ts";
import { checkDocumentOptions, IssueReporter, type DocumentOptions } from "./documents.ts";
import { interruptible } from "./interrupt.ts";
import { Keeper, type Totals } from "./keep.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { summaryOf, textOf } from "./run-add.ts";
import { lookOfTerminal } from "./terminal.ts";
import type { WatchOptions } from "./watch.ts";
import { openFetcher } from "./with-fetcher.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";

/** Feeds that are asked at the same time. */
const AT_ONCE = 8;
/** The longest sleep: a feed that someone adds meanwhile is met this soon. */
const LOOK_AGAIN_MS = 60_000;

/** Everything that one run of the watch holds. */
interface Watch {
  store: Store;
  signer: Signer;
  ledger: Ledger;
  states: FeedStates;
  context: IntakeContext;
  documentOptions: DocumentOptions;
  options: WatchOptions;
  totals: Totals;
  signal: AbortSignal;
}

/** Asks the feeds that are due, again and again, until it is interrupted. @throws UsageError, LedgerError */
export async function runWatch(options: WatchOptions): Promise<void> {
  const documentOptions = checkDocumentOptions(options);
  const signer = ownSigner();
  const fetcher = openFetcher(options);
  const totals: Totals = { added: 0, known: 0, stopped: 0, claims: 0 };
  try {
    await interruptible((signal) => writingLedger(options, async (store) => {
      const states = new FeedStates((await store.head()).origin);
      const watch: Watch = { store, signer, ledger: new Ledger(store, actorOf(options)), states, context: { fetcher, signal }, documentOptions, options, totals, signal };
      try {
        await (options.once === true ? watchOnce(watch) : watchOn(watch));
      } catch (error) {
        if (!(error instanceof IntakeError) || error.code !== "STOPPED") throw error;
      }
    }));
  } finally {
    fetcher.close();
  }
  await write(`${summaryOf(totals)}\n`);
}

/** The feeds that are to be asked now, and how long it is until the next one is. */
async function dueFeeds({ store, states }: Watch, running: ReadonlySet<string>): Promise<{ due: string[]; nextMs: number; followed: number }> {
  const now = Date.now();
  const followed = (await store.feeds()).filter(({ isPaused }) => !isPaused).map(({ url }) => ({ url, inMs: Date.parse(states.get(url).nextAt ?? "") - now || 0 }));
  const idle = followed.filter(({ url }) => !running.has(url));
  return { due: idle.filter(({ inMs }) => inMs <= 0).map(({ url }) => url), nextMs: Math.min(LOOK_AGAIN_MS, ...idle.filter(({ inMs }) => inMs > 0).map(({ inMs }) => inMs)), followed: followed.length };
}

async function watchOnce(watch: Watch): Promise<void> {
  const { due, followed } = await dueFeeds(watch, new Set());
  if (followed === 0) await write(NO_FEEDS);
  const queue = due.values();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const url of queue) await pollOne(watch, url);
  }));
}

const NO_FEEDS = "no feed is followed; add one with: muster feed add ADDRESS\n";

async function watchOn(watch: Watch): Promise<void> {
  const running = new Map<string, Promise<void>>();
  const { followed } = await dueFeeds(watch, new Set());
  await write(followed === 0 ? NO_FEEDS : `following ${plural(followed, "feed")}; Ctrl-C ends it\n`);
  let failure: unknown = null;
  while (!watch.signal.aborted && failure === null) {
    const { due, nextMs } = await dueFeeds(watch, new Set(running.keys()));
    for (const url of due.slice(0, AT_ONCE - running.size)) {
      running.set(url, pollOne(watch, url).catch((error: unknown) => void (failure ??= error)).finally(() => void running.delete(url)));
    }
    const sleep = new AbortController();
    const pause = wait(nextMs, AbortSignal.any([sleep.signal, watch.signal])).catch(() => undefined);
    await Promise.race([pause, ...running.values()]);
    sleep.abort();
  }
  await Promise.all(running.values());
  if (failure !== null) throw failure;
}

/** Asks one feed and keeps what is new in it. */
async function pollOne({ store, signer, ledger, states, context, documentOptions, options, totals }: Watch, url: string): Promise<void> {
  const issues = new IssueReporter();
  const look = lookOfTerminal(options.color);
  const keeper = new Keeper(ledger, store, documentOptions, issues, (kept) => write(textOf(kept, options.quiet === true, look)));
  let signed = 0;
  await pollFeed({
    url, state: states.get(url), now: Date.now, chance: Math.random,
    take: (item) => keeper.take(item),
    keep: async (state) => {
      await keeper.flush();
      const { added, stopped } = keeper.totals;
      if (added + stopped > signed) await signHead(store, signer);
      signed = added + stopped;
      states.set(url, state);
    },
  }, { ...context, ...keeper.context() }).finally(() => {
    for (const outcome of ["added", "known", "stopped", "claims"] as const) totals[outcome] += keeper.totals[outcome];
  });
  issues.finish();
}
