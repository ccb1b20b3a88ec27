import { readFile, stat } from "node:fs/promises";
import { parseAddress } from "../fetch/addresses.ts";
import type { Fetcher } from "../fetch/fetcher.ts";
import { feedText } from "../formats/feed.ts";
import { parseFeed } from "../formats/feed-entries.ts";
import { feedsOfOpml } from "../formats/opml.ts";
import { parsePageOf } from "../html.ts";
import { IntakeError } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { fileError, isAddress } from "../read-input.ts";
import { formatOfBytes } from "../single.ts";

const FEED_LINKS = 'link[rel~="alternate"][type="application/rss+xml"], link[rel~="alternate"][type="application/atom+xml"], link[rel~="alternate"][type="application/feed+json"]';

/** The feed that a page names first. */
async function feedOfPage(bytes: Uint8Array, charset: string | null, url: string): Promise<string> {
  const href = (await parsePageOf(bytes, charset)).querySelector(FEED_LINKS)?.getAttribute("href") ?? null;
  if (href === null) throw new IntakeError("BAD_FEED", "is a page that names no feed; give the feed's own address");
  return parseAddress(href, url).href;
}

async function listIn(path: string): Promise<string[]> {
  try {
    if ((await stat(path)).size > LIMITS.feedBytes) throw new IntakeError("TOO_LARGE", `is over the limit of ${LIMITS.feedBytes / 1e6} MB; split it`);
    const bytes = await readFile(path);
    if (formatOfBytes(bytes, null) !== "opml") throw new IntakeError("BAD_FEED", "is no list of feeds (OPML) and no address; give one of these");
    return feedsOfOpml(feedText(bytes, null));
  } catch (error) {
    throw fileError(error) ?? error;
  }
}

/**
 * The feeds that a source stands for: itself, the one that a page names, or those of a list (OPML), on the web or in a file. Those of a
 * list are not asked.
 *
 * @param fetcher  null where an address is taken as it is
 * @throws IntakeError
 */
export async function feedsAt(source: string, fetcher: Fetcher | null): Promise<string[]> {
  if (!isAddress(source)) return (await listIn(source)).map((url) => parseAddress(url).href);
  const url = parseAddress(source).href;
  if (fetcher === null) return [url];
  const { bytes, charset, url: answered } = await fetcher.get(url, { maxBytes: LIMITS.feedBytes });
  const format = formatOfBytes(bytes, null);
  if (format === "opml") return feedsOfOpml(feedText(bytes, charset)).map((listed) => parseAddress(listed).href);
  if (format === "html") return [await feedOfPage(bytes, charset, answered)];
  if (format !== "feed") throw new IntakeError("BAD_FEED", "is no feed; give the address of one");
  parseFeed(feedText(bytes, charset), answered);
  return [url];
}
