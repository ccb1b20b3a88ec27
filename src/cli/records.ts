import type { Document } from "../claims/index.ts";
import type { Reading } from "../reader/reading.ts";

/** What is known of a document besides its text, whose length in UTF-16 units is given instead. */
export function describe({ text, ...rest }: Document): Omit<Document, "text"> & { length: number } {
  return { ...rest, length: text.length };
}

/** A document's claims as `--format json` and `jsonl` print them. */
export function toRecord({ document, gated, claims, layers }: Reading, withLayers: boolean): Record<string, unknown> {
  const record = { id: document.id, document: describe(document), claims };
  return withLayers ? { ...record, gated, layers } : record;
}
