import type { Document, Provenance } from "../claims/index.ts";
import { makeDocument, type Metadata } from "./document.ts";
import type { Envelope } from "./envelope.ts";

/** What one format makes of bytes: a document, or word that it cannot hold a claim. */
export type Made = { document: Document; provenance: Provenance } | "stopped";

/** What a document says of itself beside its text. */
export interface Stated {
  metadata: Metadata;
  /** How its own date of publication is known. */
  publishedBy?: string | null;
  pages?: number[];
}

/** `/2023/11/02/` and `/2023-11-02-` in an address, as news sites write the day. */
const DAY_IN_ADDRESS = /[/_-]((?:19|20)\d\d)[/_-](0[1-9]|1[0-2])[/_-](0[1-9]|[12]\d|3[01])(?:[/_-]|$)/;

/** A day that stands in the path of an address, or null. */
export function dayInAddress(url: string | null): string | null {
  const path = url !== null && URL.canParse(url) ? new URL(url).pathname : "";
  const match = DAY_IN_ADDRESS.exec(path);
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}

const hostOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : null);

/**
 * The address that a document goes by: its own (canonical) one where it lies on the host that it was had from, else the one that it was had
 * from. A page must not pass for one of another site, whose version it would then be.
 */
function addressOf(own: string | null, had: string | null): string | null {
  if (had === null) return own;
  return own !== null && hostOf(own) === hostOf(had) ? own : had;
}

/**
 * Puts together what a document says of itself and what is known of it from outside; its own word goes before.
 *
 * @param bytes  what it was received as, or its text where it came inside another file
 * @throws IntakeError EMPTY, TOO_LONG
 */
export function makeFrom(text: string, bytes: Uint8Array | string, envelope: Envelope, { metadata: own, publishedBy, pages }: Stated): Exclude<Made, "stopped"> {
  const { metadata: outer, provenance } = envelope;
  const url = addressOf(own.url ?? null, outer.url ?? null);
  const dates = [[own.published, publishedBy ?? "its own word"], [outer.published, provenance.publishedBy ?? "what it came in"], [dayInAddress(outer.url ?? null), "its address"]] as const;
  const [published, how] = dates.find(([date]) => date) ?? [null, null];
  const document = makeDocument(text, bytes, {
    ...own, id: own.id || outer.id || envelope.id, url, published: published ?? null,
    lang: own.lang || outer.lang || null, title: own.title || outer.title || null, author: own.author || outer.author || null,
    outlet: own.outlet || outer.outlet || hostOf(outer.url ?? null),
  });
  const { publishedBy: _, ...rest } = provenance;
  return {
    document,
    provenance: {
      ...rest, ...(how === null ? {} : { publishedBy: how }), ...(document.lang === null ? {} : { langBy: own.lang ? "its own word" : "what it came in" }),
      ...(pages === undefined ? {} : { pages }),
    },
  };
}
