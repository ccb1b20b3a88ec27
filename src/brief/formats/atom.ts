import type { News, NewsKind } from "../news.ts";
import { escapeXml } from "./escape.ts";

/** One announcement as a feed tells it. */
export interface FeedItem {
  /** UUID. */
  id: string;
  kind: NewsKind;
  /** When it was announced (RFC 3339). */
  time: string;
  /** Null where it no longer stands. */
  news: News | null;
}

export interface Feed {
  /** A URI that stays the feed's own. */
  id: string;
  title: string;
  /** When the ledger last had something new. */
  updated: string;
  items: readonly FeedItem[];
}

const HEADINGS: Readonly<Record<NewsKind, string>> = { statement: "New statement", conflict: "New conflict", change: "Change" };
const LONGEST_TITLE = 200;

const element = (name: string, text: string, attributes = ""): string => `<${name}${attributes}>${escapeXml(text)}</${name}>`;
const cut = (text: string): string => (text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1).replace(/[\ud800-\udbff]$/, "")}…` : text);

function entry({ id, kind, time, news }: FeedItem): string {
  const text = news?.text ?? "This no longer stands: its claims were rejected, withdrawn or corrected.";
  const link = news?.url == null ? "" : `<link rel="alternate" href="${escapeXml(news.url)}"/>`;
  return [
    "  <entry>", `    ${element("id", `urn:uuid:${id}`)}`, `    ${element("title", cut(`${HEADINGS[kind]}: ${text}`))}`, `    ${element("updated", time)}`,
    `    ${element("published", time)}`, `    <category term="${kind}"/>`, ...(link === "" ? [] : [`    ${link}`]), `    ${element("content", text, ' type="text"')}`, "  </entry>",
  ].join("\n");
}

/** An Atom feed (RFC 4287), the newest first. */
export function toAtom({ id, title, updated, items }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>', '<feed xmlns="http://www.w3.org/2005/Atom">', `  ${element("id", id)}`, `  ${element("title", title)}`, `  ${element("updated", updated)}`,
    "  <author><name>Muster</name></author>", ...items.toReversed().map(entry), "</feed>", "",
  ].join("\n");
}
