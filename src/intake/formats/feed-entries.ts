import { parseFeed as parse } from "feedsmith";
import { IntakeError } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { parseStamp } from "../published.ts";

/** One entry of a feed, whatever its format. */
export interface FeedEntry {
  link: string | null;
  id: string | null;
  title: string | null;
  author: string | null;
  /** EDTF day. */
  published: string | null;
  /** When it was last changed, or else published; ISO 8601, UTC. */
  updated: string | null;
  /** Its own text; null where it has none. */
  content: { text: string; isHtml: boolean } | null;
}

export interface Feed {
  title: string | null;
  lang: string | null;
  /** Seconds after which it wants to be asked again (ttl, sy:updatePeriod); null where it does not say. */
  everySeconds: number | null;
  entries: FeedEntry[];
}

type Fields = Record<string, unknown>;

const fields = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});
const list = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fields) : []);

function text(value: unknown, length: number = LIMITS.metadataCharacters): string | null {
  const plain = typeof value === "string" ? value : typeof fields(value)["value"] === "string" ? (fields(value)["value"] as string) : "";
  return (plain.length > length ? plain.slice(0, length) : plain).replace(/\s+/g, " ").trim() || null;
}

/** A title, which may hold mark-up and entities of its own. */
function title(value: unknown): string | null {
  const plain = text(value);
  return plain === null || !/[<&]/.test(plain) ? plain : text(plain.replace(/<\/?[a-z][^<>]*>/gi, "").replaceAll("&amp;", "&"));
}

/** The first that is there. */
const first = <T>(...values: (T | null)[]): T | null => values.find((value) => value !== null) ?? null;

const names = (people: unknown): string | null => {
  const found = (Array.isArray(people) ? people : []).map((person) => text(typeof person === "string" ? person : fields(person)["name"]));
  return found.filter((name) => name !== null).slice(0, 10).join(", ") || null;
};

function content(value: unknown, isHtml: boolean): FeedEntry["content"] {
  const whole = typeof value === "string" ? value : fields(value)["value"];
  return typeof whole === "string" && whole.trim() !== "" ? { text: whole, isHtml } : null;
}

function instant(value: string | null): string | null {
  const ms = value === null ? Number.NaN : Date.parse(value);
  return Number.isFinite(ms) ? new Date(ms).toISOString() : null;
}

const dates = (written: (string | null)[], changed: (string | null)[]): Pick<FeedEntry, "published" | "updated"> => {
  const [stamp, latest] = [first(...written), first(...changed, ...written)];
  return { published: stamp === null ? null : parseStamp(stamp), updated: instant(latest) ?? instant(stamp) };
};

function rssEntry(item: Fields): FeedEntry {
  const [dc, guid] = [fields(item["dc"]), fields(item["guid"])];
  const id = text(guid);
  const link = first(text(item["link"]), guid["isPermaLink"] !== false && id !== null && /^https?:/.test(id) ? id : null, text(fields(item["rdf"])["about"]));
  const [date] = Array.isArray(dc["dates"]) ? dc["dates"] : [dc["date"]];
  return {
    link, id: id ?? link, title: title(item["title"]), author: first(names(dc["creators"]), names(item["authors"]), text(item["author"])),
    ...dates([text(item["pubDate"]), text(date)], [text(fields(item["atom"])["updated"])]),
    content: first(content(fields(item["content"])["encoded"], true), content(item["description"], true)),
  };
}

const isPlain = (value: unknown): boolean => fields(value)["type"] === "text";

function atomEntry(entry: Fields): FeedEntry {
  const links = list(entry["links"]);
  const chosen = links.find(({ rel }) => rel === undefined || rel === "alternate") ?? null;
  const [body, summary] = [entry["content"], entry["summary"]];
  return {
    link: chosen === null ? null : text(chosen["href"], 2_000), id: text(entry["id"]), title: title(entry["title"]), author: names(entry["authors"]),
    ...dates([text(entry["published"]), text(entry["issued"]), text(entry["updated"])], [text(entry["updated"]), text(entry["modified"])]),
    content: first(content(body, !isPlain(body)), content(summary, !isPlain(summary))),
  };
}

function jsonEntry(item: Fields): FeedEntry {
  const id = typeof item["id"] === "number" ? String(item["id"]) : text(item["id"]);
  return {
    link: first(text(item["url"], 2_000), text(item["external_url"], 2_000), id !== null && /^https?:/.test(id) ? id : null), id, title: title(item["title"]), author: names(item["authors"]),
    ...dates([text(item["date_published"])], [text(item["date_modified"])]),
    content: first(content(item["content_html"], true), content(item["content_text"], false), content(item["summary"], false)),
  };
}

/** Seconds of an update period of RSS 1.0's syndication module. */
const PERIODS: Readonly<Record<string, number>> = { hourly: 3_600, daily: 86_400, weekly: 604_800, monthly: 2_592_000, yearly: 31_536_000 };

function rhythm({ ttl, sy }: Fields): number | null {
  const { updatePeriod, updateFrequency } = fields(sy);
  const period = PERIODS[String(updatePeriod).toLowerCase()];
  if (period !== undefined) return period / Math.max(1, Number(updateFrequency) || 1);
  return typeof ttl === "number" && ttl > 0 ? ttl * 60 : null;
}

const ENTRY_OF = { rss: rssEntry, rdf: rssEntry, atom: atomEntry, json: jsonEntry } as const;

/**
 * The entries of a feed (RSS, Atom, RDF, JSON Feed), the first ones of very many.
 *
 * @param base  where the feed was had, by which relative links are read; null where it is a file
 * @throws IntakeError BAD_FEED
 */
export function parseFeed(source: string, base: string | null): Feed {
  if (/<!ENTITY/i.test(source.slice(0, 65_536))) throw new IntakeError("BAD_FEED", "declares entities, which no feed needs and which can be a bomb; it is left out");
  let parsed: { format: keyof typeof ENTRY_OF; feed: Fields };
  try {
    parsed = parse(source, { maxItems: LIMITS.feedEntries } as never) as unknown as typeof parsed;
  } catch (error) {
    throw new IntakeError("BAD_FEED", "cannot be read as a feed; check it with its publisher", { cause: error });
  }
  const { format, feed } = parsed;
  const entries = list(feed["items"] ?? feed["entries"]).slice(0, LIMITS.feedEntries).map((entry) => ENTRY_OF[format](entry));
  const lang = first(text(feed["language"]), text(fields(feed["xml"])["lang"]), text(fields(feed["dc"])["language"]));
  const home = base ?? text(feed["home_page_url"]) ?? text(feed["link"]);
  return { title: title(feed["title"]), lang, everySeconds: rhythm(feed), entries: entries.map((entry) => ({ ...entry, link: absolute(entry.link, home) })) };
}

/** An address that reading would not change, as nearly all are; it need not be read. */
const PLAIN_ADDRESS = /^https?:\/\/[a-z0-9.-]+\/[\w/~=&?-]*$/;

/** A link as an address of the web; null for what is none. */
function absolute(link: string | null, base: string | null): string | null {
  if (link !== null && PLAIN_ADDRESS.test(link)) return link;
  if (link === null || !URL.canParse(link, base ?? undefined)) return null;
  const url = new URL(link, base ?? undefined);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}
