import type { Envelope, IntakeContext } from "../envelope.ts";
import { ComeLaterError } from "../fetch/fetcher.ts";
import { feedText, itemsOfFeed } from "../formats/feed.ts";
import { parseFeed, type Feed, type FeedEntry } from "../formats/feed-entries.ts";
import { IntakeError, type TakenItem } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { envelopeOfAnswer, get } from "../web.ts";
import { backOffMs, pauseOf } from "./rhythm.ts";
import type { FeedState } from "./states.ts";

/** How often an entry is tried that cannot be had. */
const MOST_TRIES = 3;

const keyOf = ({ link, id }: FeedEntry): string | null => link ?? id;

/** Whether an entry needs no second look: it was had and has not changed since, or could not be had again and again. */
const isHad = ({ had, tried }: FeedState, key: string, updated: string | null): boolean => {
  const before = had[key];
  return (before !== undefined && (updated === null || updated <= before)) || (tried[key] ?? 0) >= MOST_TRIES;
};

export interface Poll {
  url: string;
  state: FeedState;
  /** Called with each document, in its turn. */
  take: (item: TakenItem) => Promise<void>;
  /** Called now and then, when all that was taken may be kept and with it how far the feed was followed. */
  keep: (state: FeedState) => Promise<void>;
  /** The time, in milliseconds, and chance in [0, 1). */
  now: () => number;
  chance: () => number;
}

/** Entries after which what was taken is kept. */
const KEEP_EVERY = 20;

/**
 * Asks a feed for what is new and takes it, and says when to ask again. What goes wrong with the feed itself is one issue.
 *
 * @throws IntakeError STOPPED once the context's signal ends it; what was taken before is in the last state that was kept
 */
export async function pollFeed({ url, state: before, take, keep, now, chance }: Poll, context: IntakeContext): Promise<void> {
  const state: FeedState = { ...before, had: { ...before.had }, tried: { ...before.tried } };
  const at = (ms: number): string => new Date(now() + ms).toISOString();
  try {
    const answer = await get(url, context, { etag: state.etag, modified: state.modified, maxBytes: LIMITS.feedBytes });
    Object.assign(state, { polledAt: at(0), failures: 0, trouble: null });
    if (answer.status === 304) {
      state.nextAt = at(state.everyMs ?? backOffMs(1, chance()));
      await keep(state);
      return;
    }
    const feed = parseFeed(feedText(answer.bytes, answer.charset), answer.url);
    await takeNew(feed, envelopeOfAnswer(answer, { input: url, id: "", hint: null, encoding: null, metadata: {}, provenance: { from: url } }), state, { take, keep }, context);
    const everyMs = pauseOf(feed, answer.maxAgeSeconds, chance());
    await keep({ ...state, title: feed.title, etag: answer.etag, modified: answer.modified, everyMs, nextAt: at(everyMs) });
  } catch (error) {
    if (!(error instanceof IntakeError) || error.code === "STOPPED") throw error;
    const failures = state.failures + 1;
    const waitMs = Math.max(backOffMs(failures, chance()), error instanceof ComeLaterError ? error.waitMs : 0);
    await take({ kind: "issue", issue: { code: error.code, input: url, message: error.message } });
    await keep({ ...state, polledAt: at(0), failures, trouble: error.message, nextAt: at(waitMs) });
  }
}

async function takeNew(feed: Feed, envelope: Envelope, state: FeedState, { take, keep }: Pick<Poll, "take" | "keep">, context: IntakeContext): Promise<void> {
  // What the feed no longer lists is not met again.
  const listed = new Set(feed.entries.map(keyOf));
  for (const record of [state.had, state.tried]) for (const key of Object.keys(record)) if (!listed.has(key)) delete record[key];
  let since = 0;
  try {
    for await (const { item, entry } of itemsOfFeed({ ...feed, entries: feed.entries.filter((one) => !isHad(state, keyOf(one) ?? "", one.updated)) }, envelope, context)) {
      await take(item);
      const key = keyOf(entry);
      if (key !== null && item.kind === "issue") state.tried[key] = (state.tried[key] ?? 0) + 1;
      else if (key !== null) [state.had[key], state.tried[key]] = [entry.updated ?? "", 0];
      if (++since % KEEP_EVERY === 0) await keep(state);
    }
  } catch (error) {
    await keep(state);
    throw error;
  }
}
