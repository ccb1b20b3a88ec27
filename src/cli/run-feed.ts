import { parseAddress } from "../intake/fetch/addresses.ts";
import { feedsAt } from "../intake/watch/find.ts";
import { FeedStates } from "../intake/watch/states.ts";
import { IntakeError } from "../intake/issue.ts";
import { signHead } from "../ledger/head-signing.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { Store } from "../ledger/store.ts";
import { complain, UsageError } from "./exit.ts";
import type { FeedOptions } from "./feed.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { safe } from "./safe-text.ts";
import { openFetcher } from "./with-fetcher.ts";
import { actorOf, ownSigner, readingLedger, writingLedger } from "./with-ledger.ts";

const stateOf = async (store: Store): Promise<FeedStates> => new FeedStates((await store.head()).origin);

/** Adds feeds, those that pages name, and those of lists. What is none is named, and the others are added. @throws LedgerError */
export async function runFeedAdd(sources: readonly string[], options: FeedOptions): Promise<void> {
  const signer = ownSigner();
  const fetcher = openFetcher(options);
  try {
    await writingLedger(options, async (store) => {
      const ledger = new Ledger(store, actorOf(options));
      const known = new Map((await store.feeds()).map(({ url, isPaused }) => [url, isPaused]));
      let added = 0;
      for (const source of sources) {
        for (const url of await tryFind(source, options.check === false ? null : fetcher)) {
          if (known.get(url) === false) {
            await write(`${safe(url)}: is followed already\n`);
            continue;
          }
          const { seq } = await ledger.record("feed added", { url });
          await write(`${safe(url)}: ${known.has(url) ? "followed again" : "followed from now on"} (entry ${seq})\n`);
          known.set(url, false);
          added += 1;
        }
      }
      if (added > 0) await signHead(store, signer);
    }, true);
  } finally {
    fetcher.close();
  }
}

async function tryFind(source: string, fetcher: ReturnType<typeof openFetcher> | null): Promise<string[]> {
  try {
    return await feedsAt(source, fetcher);
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    complain(`${source}: ${error.message}`);
    return [];
  }
}

/** An address as it is kept. @throws UsageError */
function addressOf(text: string): string {
  try {
    return parseAddress(text).href;
  } catch (error) {
    if (!(error instanceof IntakeError)) throw error;
    throw new UsageError(`${text}: ${error.message}`, { cause: error });
  }
}

/** Pauses or removes feeds. @throws UsageError for one that is not followed; LedgerError */
export async function runFeedState(what: "pause" | "remove", urls: readonly string[], options: LedgerOptions): Promise<void> {
  const wanted = urls.map(addressOf);
  const signer = ownSigner();
  await writingLedger(options, async (store) => {
    const known = new Set((await store.feeds()).map(({ url }) => url));
    const unknown = wanted.find((url) => !known.has(url));
    if (unknown !== undefined) throw new UsageError(`${unknown}: no such feed is followed; see: muster feed list`);
    const [ledger, states] = [new Ledger(store, actorOf(options)), await stateOf(store)];
    for (const url of wanted) {
      const { seq } = await ledger.record(what === "pause" ? "feed paused" : "feed removed", { url });
      if (what === "remove") states.forget(url);
      await write(`${safe(url)}: ${what === "pause" ? "paused" : "followed no longer"} (entry ${seq})\n`);
    }
    await signHead(store, signer);
  });
}

/** `2023-10-31 08:00`, in UTC. */
const minuteOf = (time: string): string => time.slice(0, 16).replace("T", " ");

/** Lists the feeds. @throws LedgerError */
export async function runFeedList(options: LedgerOptions): Promise<void> {
  await readingLedger(options, async (store) => {
    const [feeds, states] = [await store.feeds(), await stateOf(store)];
    if (feeds.length === 0) await write("no feed is followed yet; add one with: muster feed add ADDRESS\n");
    for (const { url, isPaused } of feeds) {
      const { title, polledAt, nextAt, failures, trouble } = states.get(url);
      const facts = [
        title, isPaused ? "paused" : null, polledAt === null ? "not asked yet" : `asked ${minuteOf(polledAt)}`, isPaused || nextAt === null ? null : `next ${minuteOf(nextAt)}`,
        trouble === null ? null : `failed ${plural(failures, "time")}: ${trouble}`,
      ];
      await write(`${safe(url)}: ${safe(facts.filter((fact) => fact !== null).join(", "))}\n`);
    }
  });
}
