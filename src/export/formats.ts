import { toPublic, type ExportOptions, type ExportRecord, type Records } from "./record.ts";

type Format = (records: Records, options: ExportOptions) => AsyncGenerator<string>;

// Loaded when asked for, with the libraries that each needs.
const FORMATS = {
  jsonl: async (): Promise<Format> => (await import("./json-lines.ts")).jsonLinesChunks,
  csv: async (): Promise<Format> => (await import("./csv.ts")).csvChunks,
  geojson: async (): Promise<Format> => (await import("./geojson.ts")).geoJsonChunks,
  stix: async (): Promise<Format> => (await import("./stix.ts")).stixChunks,
  claimreview: async (): Promise<Format> => (await import("./claim-review.ts")).claimReviewChunks,
};

export type ExportFormat = keyof typeof FORMATS;
export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[];

/**
 * Claims in a format of the field, in pieces: each record is written when it comes, and none is kept. (STIX remembers
 * the id of each document, source, force and place, since a bundle names each once.) docs/export.md says what each
 * field becomes.
 *
 * @param records  those of one document stand together
 * @returns        text to be written as UTF-8; all pieces together are one file
 * @throws Error   stix: when the records of a document do not stand together
 * @throws RangeError  stix: when `exportedAt` is no time
 */
export async function* exportClaims(records: Records, format: ExportFormat, options: ExportOptions): AsyncGenerator<string> {
  const chunks = await FORMATS[format]();
  yield* chunks(options.public ? publicOnly(records) : records, options);
}

async function* publicOnly(records: Records): AsyncGenerator<ExportRecord> {
  for await (const record of records) yield toPublic(record);
}
