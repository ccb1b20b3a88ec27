import { Type, type Static } from "typebox";

/** A stretch of a document's text: UTF-16 offsets into the untouched original, `end` exclusive. */
export const Span = Type.Object(
  { start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false, description: "UTF-16 offsets into the document's text, end exclusive" },
);
export type Span = Static<typeof Span>;

/** A span together with the exact words it covers, so that a claim can be read without its document. */
export const Evidence = Type.Object(
  { text: Type.String({ minLength: 1 }), start: Type.Integer({ minimum: 0 }), end: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false, description: "The exact words that carry the claim, and where they stand" },
);
export type Evidence = Static<typeof Evidence>;

export const spanLength = (span: Span): number => span.end - span.start;

export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The smallest span that covers both. */
export const cover = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** The span's own words, with nothing trimmed or mended. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);
