import type { Claim, ClaimField, Document, Quantity, Span } from "../claims/index.ts";

/** Bumped whenever a change of rules can change what is read. */
export const READER_VERSION = "0.4.0";

/** A source, the words that introduce what it says, and what it says. */
export interface AttributionLayer {
  source: Span | null;
  cue: Span | null;
  content: Span[];
}

/** What the passes found on the way to the claims; `muster read --layers` prints them. */
export interface Layers {
  parts: (Span & { part: string })[];
  sentences: Span[];
  quotations: Span[];
  attributions: AttributionLayer[];
  times: (Span & { value: string | null })[];
  quantities: (Span & { value: Quantity })[];
  forces: (Span & { value: string | null })[];
  places: (Span & { value: string | null })[];
}

export const NO_LAYERS: Layers = { parts: [], sentences: [], quotations: [], attributions: [], times: [], quantities: [], forces: [], places: [] };

/** A reading that did not become the claim's value, and what it lost to. */
export interface Loser {
  field: ClaimField;
  rule: string;
  span: Span | null;
  value: string;
  lostTo: string;
  why: string;
}

/** Everything that one run of the reader says about one document. `losers[i]` belongs to `claims[i]`. */
export interface Reading {
  document: Document;
  /** Reader and language pack, with versions; every claim carries it too. */
  reader: string;
  /** The gate stopped the text, so that no pass has looked at it: no claims and no layers. */
  gated: boolean;
  claims: Claim[];
  losers: Loser[][];
  layers: Layers;
}
