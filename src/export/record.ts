import { webAddress, type Claim, type DocumentRef } from "../claims/index.ts";

/** What a person made of a claim that the reader read; "corrected" claims carry the corrected fields. */
export const REVIEWS = ["unreviewed", "accepted", "corrected", "rejected"] as const;
export type Review = (typeof REVIEWS)[number];

export type { DocumentRef };

/** One claim on its way out, with what is needed to say where it comes from. */
export interface ExportRecord {
  /** The claim's id, 16 hexadecimal digits. */
  readonly id: string;
  readonly document: DocumentRef;
  readonly claim: Claim;
  readonly review: Review;
}

export type Records = Iterable<ExportRecord> | AsyncIterable<ExportRecord>;

/** Degrees, WGS 84. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

/** Where a place of that name lies in that country (ISO 3166-1 alpha-2); null for whatever is no town, or unknown. */
export type Locate = (place: string, country: string) => Position | null;

export interface ExportOptions {
  /** For strangers' eyes: see {@link toPublic}. */
  readonly public: boolean;
  readonly locate: Locate;
  /** When the export is made, ISO 8601 in UTC; with it the same records give the same bytes. Only STIX has a place for it. */
  readonly exportedAt: string;
}

/** UTF-16 units of a quotation that is made public. News has few sentences longer than a third of it. */
export const QUOTATION_LENGTH = 1_000;

/**
 * A record as strangers may have it: quotations, not pages.
 *
 * - Of those who wrote, only the outlet is named: `document.author` is null.
 * - The document goes by the hash of its bytes: `document.id` may be a path on somebody's disk.
 * - `document.url` stays only if it is an address on the web, and without a user's name and password.
 * - Of the text there is the evidence of the claim, cut after {@link QUOTATION_LENGTH} units where a text has no sentences.
 *
 * Who is quoted stays named, since a claim without its source is worth nothing.
 */
export function toPublic(record: ExportRecord): ExportRecord {
  const { document, claim } = record;
  return {
    ...record,
    document: { ...document, id: document.sha256, author: null, url: webAddress(document.url), ...summarised(document) },
    claim: { ...claim, evidence: quotation(claim.evidence) },
  };
}

const summarised = ({ summarises }: DocumentRef): Pick<DocumentRef, "summarises"> =>
  summarises === undefined ? {} : { summarises: webAddress(summarises) ?? undefined };

function quotation({ text, start, end }: Claim["evidence"]): Claim["evidence"] {
  if (text.length <= QUOTATION_LENGTH) return { text, start, end };
  const cut = text.slice(0, QUOTATION_LENGTH).replace(/[\ud800-\udbff]$/, "");
  return { text: cut, start, end: start + cut.length };
}

/** Where the claim's place lies, to a hundredth of a degree (about a kilometre): a town is named, and no house in it. */
export function positionOf({ claim: { place, country } }: ExportRecord, locate: Locate): Position | null {
  const found = place === null || country === null ? null : locate(place, country);
  return found === null ? null : { lat: Math.round(found.lat * 100) / 100, lon: Math.round(found.lon * 100) / 100 };
}

/** The claim in a line of our own words, for formats that want a name: "Russia, Belarus: strength, fewer than a thousand". */
export function summaryOf({ force, place, polarity, kind, quantity }: Claim): string {
  const what = polarity === "denied" ? `denied ${kind}` : kind;
  const many = quantity === null ? "" : `, ${quantity.words}`;
  return `${[force ?? "a force not named", place].filter((part) => part !== null).join(", ")}: ${what}${many}`;
}
