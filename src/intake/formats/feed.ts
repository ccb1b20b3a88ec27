import { capped, collect, type Chunks } from "../chunks.ts";
import { decode } from "../decode.ts";
import { checkSignal, issueOf, knownItem, placeIn, type Envelope, type IntakeContext } from "../envelope.ts";
import { sha256 } from "../document.ts";
import { declaredEncoding, textOfFragment } from "../html.ts";
import { IntakeError, type TakenItem } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { makeFrom } from "../made.ts";
import { languageTag } from "../page-metadata.ts";
import { quickTextOf } from "../quick-text.ts";
import { fetchOne, NOMINAL_BYTES } from "../web.ts";
import { parseFeed, type Feed, type FeedEntry } from "./feed-entries.ts";

/** Characters of an entry's own text that can stand for a page that cannot be had. */
const STANDS_ALONE = 200;

/** The text of a feed, in the encoding that it names. */
export const feedText = (bytes: Uint8Array, encoding: string | null): string => decode(bytes, encoding ?? declaredEncoding(bytes)).text;

/** What an entry is known by before it is looked into. */
function envelopeOf({ link, id, title, author, published }: FeedEntry, number: number, feed: Feed, outer: Envelope): Envelope {
  const name = link ?? id;
  return {
    ...outer, ...(name === null ? { line: number } : { part: name }), id: id ?? link ?? "", hint: null, encoding: null,
    metadata: { title, author, published, outlet: feed.title, lang: languageTag(feed.lang), url: link },
    provenance: { ...outer.provenance, within: outer.provenance.from ?? outer.input, ...(link === null ? {} : { from: link.slice(0, 2_000) }), ...(published === null ? {} : { publishedBy: "its entry in the feed" }) },
  };
}

/** An entry by its own text. */
async function ownItem({ content }: FeedEntry, envelope: Envelope, context: IntakeContext): Promise<TakenItem> {
  if (content === null) throw new IntakeError("EMPTY", "has no text of its own, only a link");
  const bytes = Buffer.from(content.text);
  const known = await knownItem(bytes, envelope, context);
  if (known !== null) return known;
  const quick = content.isHtml ? quickTextOf(content.text).text : content.text;
  if (context.screen !== undefined && quick.trim() !== "" && !(await context.screen(quick, envelope.metadata.lang ?? null))) {
    return { kind: "stopped", ...placeIn(envelope), sha256: sha256(bytes), url: envelope.metadata.url ?? null };
  }
  const made = makeFrom(content.isHtml ? await textOfFragment(content.text) : content.text, bytes, envelope, { metadata: {} });
  return { kind: "document", ...placeIn(envelope), document: made.document, bytes, provenance: made.provenance };
}

/** An entry's page; where it cannot be had, its own text, if it is more than a teaser. */
async function pageItem(entry: FeedEntry, link: string, envelope: Envelope, context: IntakeContext): Promise<TakenItem> {
  try {
    return await fetchOne(link, envelope, context);
  } catch (error) {
    if (!(error instanceof IntakeError) || error.code === "STOPPED" || (entry.content?.text.length ?? 0) < STANDS_ALONE) throw error;
    return ownItem(entry, envelope, context);
  }
}

/** The entries of a parsed feed as documents, each with the part of the feed that it is. */
export async function* itemsOfFeed(feed: Feed, outer: Envelope, context: IntakeContext): AsyncGenerator<{ item: TakenItem; entry: FeedEntry }> {
  // A feed that came over the network leads to pages; a file stands for itself.
  const isOnline = outer.provenance.answer !== undefined && context.fetcher != null;
  if (isOnline) context.expect?.(feed.entries.length * NOMINAL_BYTES);
  for (const [i, entry] of feed.entries.entries()) {
    checkSignal(context);
    const envelope = envelopeOf(entry, i + 1, feed, outer);
    try {
      yield { item: await (isOnline && entry.link !== null ? pageItem(entry, entry.link, envelope, context) : ownItem(entry, envelope, context)), entry };
    } catch (error) {
      yield { item: issueOf(error, envelope), entry };
    }
    if (isOnline) context.advance?.(NOMINAL_BYTES);
  }
}

/** Every entry of a feed (RSS, Atom, RDF, JSON Feed) as a document. */
export async function* readFeed(chunks: Chunks, envelope: Envelope, context: IntakeContext): AsyncGenerator<TakenItem> {
  const bytes = await collect(capped(chunks, LIMITS.feedBytes));
  const feed = parseFeed(feedText(bytes, envelope.encoding), envelope.provenance.answer?.url ?? null);
  if (feed.entries.length === 0) throw new IntakeError("EMPTY", "is a feed without entries");
  for await (const { item } of itemsOfFeed(feed, envelope, context)) yield item;
}
