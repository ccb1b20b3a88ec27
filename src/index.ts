/** Muster as a library: a text or a file in, its claims out. `muster --help` is the same as a command. */
export { AppError, DEFAULT_LANGUAGE, languages, packFor, placeLocator, readDocument, today, type AppErrorCode } from "./app.ts";
export * from "./claims/index.ts";
export { EXPORT_FORMATS, exportClaims, type ExportFormat } from "./export/formats.ts";
export type { DocumentRef, ExportOptions, ExportRecord, Locate, Position, Records, Review } from "./export/record.ts";
export { makeDocument, type Metadata } from "./intake/document.ts";
export { formatIssue, IntakeError, type Issue, type IssueCode, type Item } from "./intake/issue.ts";
export { readBytes, readInput } from "./intake/read-input.ts";
export type { AttributionLayer, Layers, Loser, Reading } from "./reader/reading.ts";
