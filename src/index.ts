/** Muster as a library: a text or a file in, its claims out; claims in, statements and an estimate out. `muster --help` is the same as a command. */
export { AppError, DEFAULT_LANGUAGE, languages, loadWithin, packFor, placeLocator, readDocument, today, type AppErrorCode } from "./app.ts";
export * from "./claims/index.ts";
export { EstimateError, type EstimateErrorCode } from "./estimate/errors.ts";
export { estimate, type EstimateOptions } from "./estimate/estimate.ts";
export { extentOf, suggestSituation, type Extent, type Situation, type Within } from "./estimate/situation.ts";
export { EXPORT_FORMATS, exportClaims, type ExportFormat } from "./export/formats.ts";
export type { DocumentRef, ExportOptions, ExportRecord, Locate, Position, Records, Review } from "./export/record.ts";
export { makeDocument, type Metadata } from "./intake/document.ts";
export { formatIssue, IntakeError, type Issue, type IssueCode, type Item } from "./intake/issue.ts";
export { readBytes, readInput } from "./intake/read-input.ts";
export { toStatements, type Statements } from "./origins/statements.ts";
export type { ClaimDocument, ClaimFacts, PlacedClaim } from "./origins/view.ts";
export type { AttributionLayer, Layers, Loser, Reading } from "./reader/reading.ts";
