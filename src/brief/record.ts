import { Value } from "typebox/value";
import { LeanedOn } from "../claims/index.ts";

const [OPEN, CLOSE] = ["<!-- muster-brief ", " -->"] as const;

/** What could end a comment, turn the direction of writing or break a line. */
const UNSAFE = /[^ -,.-;=?-~]/g;
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** What a brief leans on as a comment that Markdown and HTML carry unseen. Nothing in it can end the comment. */
export const writeRecord = (leanedOn: LeanedOn): string => `${OPEN}${JSON.stringify(leanedOn).replace(UNSAFE, escaped)}${CLOSE}`;

const isRecord = (value: unknown): value is LeanedOn => Value.Check(LeanedOn, value);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * What a brief leans on, out of its file: Markdown, HTML or JSON. The last record counts, since a brief may be quoted in another.
 *
 * @returns null where the file carries none
 */
export function parseRecord(file: string): LeanedOn | null {
  const at = file.lastIndexOf(OPEN);
  const end = at < 0 ? -1 : file.indexOf(CLOSE, at);
  if (end >= 0) {
    const value = parse(file.slice(at + OPEN.length, end));
    return isRecord(value) ? value : null;
  }
  const whole = parse(file);
  const inner = typeof whole === "object" && whole !== null && "leanedOn" in whole ? whole.leanedOn : null;
  return isRecord(inner) ? inner : null;
}
