import type { Document, Provenance } from "../claims/index.ts";
import type { Chunks } from "./chunks.ts";
import type { Envelope, IntakeContext } from "./envelope.ts";
import { checkSignal } from "./envelope.ts";
import { IntakeError, type Issue, type Item } from "./issue.ts";
import { LIMITS } from "./limits.ts";
import { byteLines, type ByteLine } from "./lines.ts";
import { documentOf } from "./record.ts";

export type Line<T> = { kind: "value"; input: string; line: number; value: T } | { kind: "issue"; issue: Issue };

const decoder = new TextDecoder("utf-8", { fatal: true });

function textOf({ bytes }: ByteLine): string {
  if (bytes === null) throw new IntakeError("TOO_LONG", `is longer than ${LIMITS.lineBytes / 1e6} MB; split the document`);
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new IntakeError("BROKEN_ENCODING", "is broken UTF-8; save the file as UTF-8", { cause: error });
  }
}

function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const spread = line === 1 && /^\s*[[{]\s*$/.test(text);
    const remedy = spread ? "put each document on one line of its own (jq -c does it)" : "mend or remove the line";
    throw new IntakeError("NOT_JSON", `is not JSON; ${remedy}`, { cause: error });
  }
}

/**
 * The values of a JSON Lines stream, each passed through `convert`; what `convert` refuses, or is no JSON, becomes an
 * issue with the line's number and the next line is read. Blank lines are passed over. Holds one line at a time.
 *
 * @param convert  throws IntakeError for a value that it does not take
 * @throws IntakeError TOO_MANY_LINES, or what the stream itself throws
 */
export async function* readJsonLines<T>(chunks: Chunks, name: string, convert: (value: unknown) => T): AsyncGenerator<Line<T>> {
  let any = false;
  for await (const line of byteLines(chunks)) {
    if (line.number > LIMITS.lines) {
      throw new IntakeError("TOO_MANY_LINES", `has over ${LIMITS.lines.toLocaleString("en")} lines; split it`);
    }
    try {
      const text = textOf(line);
      if (text.trim() === "") continue;
      any = true;
      yield { kind: "value", input: name, line: line.number, value: convert(parse(text, line.number)) };
    } catch (error) {
      if (!(error instanceof IntakeError)) throw error;
      any = true;
      yield { kind: "issue", issue: { code: error.code, input: name, line: line.number, message: error.message } };
      // A pretty-printed document or list would give an issue for each of its lines.
      if (error.code === "NOT_JSON" && error.message.includes("jq")) return;
    }
  }
  if (!any) throw new IntakeError("EMPTY", "is empty; give one document a line");
}

/** The documents of a JSON Lines stream. */
export async function* readDocumentLines(chunks: Chunks, { input, provenance }: Pick<Envelope, "input" | "provenance">, context: IntakeContext): AsyncGenerator<Item> {
  for await (const line of readJsonLines<Document>(chunks, input, documentOf)) {
    checkSignal(context);
    if (line.kind === "issue") yield line;
    else yield { kind: "document", input: line.input, line: line.line, document: line.value, bytes: null, provenance: provenanceOf(line.value, provenance) };
  }
}

const provenanceOf = ({ published, lang }: Document, provenance: Provenance): Provenance => ({
  ...provenance, ...(published === null ? {} : { publishedBy: "its record" }), ...(lang === null ? {} : { langBy: "its record" }),
});
