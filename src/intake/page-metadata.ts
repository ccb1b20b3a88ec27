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

const isLanguage = (text: string): string | null => {
  const tag = text.replaceAll("_", "-");
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/.test(tag) ? tag : null;
};
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
  lang: { jsonLd: "inLanguage", elements: [["html", "lang"], meta("og:locale"), ['meta[http-equiv="content-language"]', "content"]], accept: isLanguage },
  url: { jsonLd: null, elements: [['link[rel="canonical"]', "href"], meta("og:url")], accept: isAddress },
};

function accepted(places: Places, text: string | null | undefined): string | null {
  const tidy = (text ?? "").slice(0, LIMITS.metadataCharacters).replace(/\s+/g, " ").trim();
  return tidy === "" ? null : places.accept(tidy);
}

function find(page: PageDocument, nodes: readonly Record<string, unknown>[], places: Places): string | null {
  for (const node of places.jsonLd === null ? [] : nodes) {
    const text = accepted(places, textOfProperty(node[places.jsonLd ?? ""]));
    if (text !== null) return text;
  }
  for (const [selector, attribute] of places.elements) {
    const element = page.querySelector(selector);
    const text = accepted(places, attribute === "" ? element?.textContent : element?.getAttribute(attribute));
    if (text !== null) return text;
  }
  return null;
}

/**
 * What a page says about itself: JSON-LD (schema.org), then Open Graph and the usual `meta` names, then the page's own
 * elements. A value that is not what it claims to be (a date that is none, an address for a name) is passed over.
 */
export function metadataOfPage(page: PageDocument): Metadata {
  const nodes = articleNodes(page);
  const fields = Object.keys(PLACES) as Field[];
  return Object.fromEntries(fields.map((field) => [field, find(page, nodes, PLACES[field])]));
}
