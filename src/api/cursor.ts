import { ApiError } from "./problem.ts";

/** Where a page ended, as a text that a caller need not understand. */
export const toCursor = (place: readonly (string | number)[]): string => Buffer.from(JSON.stringify(place)).toString("base64url");

/** What {@link toCursor} was given. @throws ApiError 400 for what it did not make */
export function fromCursor(cursor: string, length: number): (string | number)[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(place) && place.length === length && place.every((part) => typeof part === "string" || typeof part === "number")) return place;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ApiError(400, "bad-cursor", "cursor is none of ours; give the `next` of the page before, or leave it out");
}
