import type { Metadata } from "./document.ts";
import { articleNodes, textOfProperty } from "./json-ld.ts";
import { LIMITS } from "./limits.ts";
import type { PageDocument } from "./page-node.ts";
import { parsePublished } from "./published.ts";

type Field = "title" | "outlet" | "author" | "published" | "lang" | "url";

/** Where a page says a thing, best first: a JSON-LD property, then elements with the attribute to read ("" is the text). */
interface Places {
  jsonLd: string | null;
  elements: readonly (readonly [selector: string, attribute: string])[];
  accept: (text: string) => string | null;
}

const meta = (key: string): readonly [string, string] => [`meta[property="${key}"], meta[name="${key}"]`, "content"];

/** A language as pages write it, as a BCP 47 tag; null for what is none. */
export function languageTag(text: string | null): string | null {
  const tag = (text ?? "").replaceAll("_", "-");
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) ? tag : null;
}
const isAddress = (text: string): string | null => (/^https?:\/\/\S+$/.test(text) ? text : null);
const isName = (text: string): string | null => (isAddress(text) === null ? text : null);

const PLACES: Record<Field, Places> = {
  title: { jsonLd: "headline", elements: [meta("og:title"), meta("twitter:title"), ["h1", ""], ["title", ""]], accept: isName },
  outlet: { jsonLd: "publisher", elements: [meta("og:site_name"), meta("application-name"), meta("dc.publisher")], accept: isName },
  author: { jsonLd: "author", elements: [meta("author"), meta("article:author"), meta("dc.creator"), ['[rel="author"], [itemprop="author"]', ""]], accept: isName },
  published: {
    jsonLd: "datePublished",
    elements: [
      meta("article:published_time"), meta("og:published_time"), meta("datePublished"), meta("date"), meta("pubdate"), meta("publishdate"),
      meta("dc.date"), meta("dc.date.issued"), meta("dcterms.created"), meta("parsely-pub-date"), meta("sailthru.date"),
      ['meta[itemprop="datePublished"]', "content"], ['time[itemprop="datePublished"], time[pubdate]', "datetime"], ["article time[datetime]", "datetime"], ["time[datetime]", "datetime"],
    ],
    accept: parsePublished,
  },
  lang: { jsonLd: "inLanguage", elements: [["html", "lang"], meta("og:locale"), ['meta[http-equiv="content-language"]', "content"]], accept: languageTag },
  url: { jsonLd: null, elements: [['link[rel="canonical"]', "href"], meta("og:url")], accept: isAddress },
};

function accepted(places: Places, text: string | null | undefined): string | null {
  const tidy = (text ?? "").slice(0, LIMITS.metadataCharacters).replace(/\s+/g, " ").trim();
  return tidy === "" ? null : places.accept(tidy);
}

interface Found {
  text: string;
  /** Where it stood: `JSON-LD datePublished`, or a selector. */
  where: string;
}

function find(page: PageDocument, nodes: readonly Record<string, unknown>[], places: Places): Found | null {
  for (const node of places.jsonLd === null ? [] : nodes) {
    const text = accepted(places, textOfProperty(node[places.jsonLd ?? ""]));
    if (text !== null) return { text, where: `JSON-LD ${places.jsonLd}` };
  }
  for (const [selector, attribute] of places.elements) {
    const element = page.querySelector(selector);
    const text = accepted(places, attribute === "" ? element?.textContent : element?.getAttribute(attribute));
    if (text !== null) return { text, where: selector.split(",")[0] ?? "" };
  }
  return null;
}

export interface PageMetadata {
  metadata: Metadata;
  /** Where the page says when it was published; null where it does not. */
  publishedBy: string | null;
}

/**
 * What a page says about itself: JSON-LD (schema.org), then Open Graph and the usual `meta` names, then the page's own
 * elements. A value that is not what it claims to be (a date that is none, an address for a name) is passed over.
 */
export function metadataOfPage(page: PageDocument): PageMetadata {
  const nodes = articleNodes(page);
  const fields = Object.keys(PLACES) as Field[];
  const found = new Map(fields.map((field) => [field, find(page, nodes, PLACES[field])]));
  return { metadata: Object.fromEntries(fields.map((field) => [field, found.get(field)?.text ?? null])), publishedBy: found.get("published")?.where ?? null };
}
