import { parseOpml } from "feedsmith";
import { capped, collect, type Chunks } from "../chunks.ts";
import { issueOf, type Envelope, type IntakeContext } from "../envelope.ts";
import { IntakeError, type TakenItem } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { merge } from "../merge.ts";
import { envelopeOfAnswer, get, NOMINAL_BYTES } from "../web.ts";
import { feedText, readFeed } from "./feed.ts";

interface Outline {
  xmlUrl?: string;
  outlines?: Outline[];
}

/** Feeds that are read at the same time, each on a host of its own as a rule. */
const AT_ONCE = 8;

/**
 * The addresses of the feeds that a list (OPML) names, each once, in its order.
 *
 * @throws IntakeError BAD_FEED
 */
export function feedsOfOpml(source: string): string[] {
  if (/<!ENTITY/i.test(source.slice(0, 65_536))) throw new IntakeError("BAD_FEED", "declares entities, which no list of feeds needs and which can be a bomb; it is left out");
  const found = new Set<string>();
  try {
    const queue: Outline[] = [...((parseOpml(source) as { body?: { outlines?: Outline[] } }).body?.outlines ?? [])];
    for (let outline = queue.shift(); outline !== undefined; outline = queue.shift()) {
      if (outline.xmlUrl !== undefined) found.add(outline.xmlUrl);
      queue.unshift(...(outline.outlines ?? []));
      if (found.size > LIMITS.listedFeeds) throw new IntakeError("TOO_LONG", `names over ${LIMITS.listedFeeds} feeds; split it`);
    }
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    throw new IntakeError("BAD_FEED", "cannot be read as a list of feeds (OPML); export it again", { cause: error });
  }
  if (found.size === 0) throw new IntakeError("EMPTY", "names no feed");
  return [...found];
}

/** All entries of all feeds of a list, in the order in which they come. */
export async function* readOpml(chunks: Chunks, envelope: Envelope, context: IntakeContext): AsyncGenerator<TakenItem> {
  const feeds = feedsOfOpml(feedText(await collect(capped(chunks, LIMITS.feedBytes)), envelope.encoding));
  context.expect?.(feeds.length * NOMINAL_BYTES);
  yield* merge(feeds.map((url) => () => readListed(url, envelope, context)), AT_ONCE);
}

async function* readListed(url: string, outer: Envelope, context: IntakeContext): AsyncGenerator<TakenItem> {
  const own: Envelope = { ...outer, input: url, id: "", metadata: {}, provenance: { within: outer.provenance.from ?? outer.input, from: url.slice(0, 2_000) } };
  try {
    const answer = await get(url, context, { maxBytes: LIMITS.feedBytes });
    async function* once(): AsyncGenerator<Uint8Array> {
      yield answer.bytes;
    }
    yield* readFeed(once(), envelopeOfAnswer(answer, own), context);
  } catch (error) {
    yield issueOf(error, own);
  } finally {
    context.advance?.(NOMINAL_BYTES);
  }
}
