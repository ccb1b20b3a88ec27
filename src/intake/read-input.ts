import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Document } from "../claims/index.ts";
import { capped, collect, peek, tooLarge, type Chunks } from "./chunks.ts";
import { decode } from "./decode.ts";
import { makeDocument } from "./document.ts";
import { canSniff, formatOfName, sniffFormat, type Format } from "./format.ts";
import { IntakeError, type Issue, type IssueCode, type Item } from "./issue.ts";
import { readDocumentLines, readJsonLines, type Line } from "./json-lines.ts";
import { LIMITS } from "./limits.ts";
import { documentOfMarkdown } from "./markdown.ts";

/** What `-` is called in messages. */
export const STANDARD_INPUT = "standard input";

const FILE_ERRORS: Readonly<Record<string, readonly [IssueCode, string]>> = {
  ENOENT: ["NO_SUCH_FILE", "no such file; check the path"],
  ENOTDIR: ["NO_SUCH_FILE", "no such file; check the path"],
  ENAMETOOLONG: ["NO_SUCH_FILE", "no such file; check the path"],
  ELOOP: ["NO_SUCH_FILE", "no such file, only links to links; check the path"],
  EISDIR: ["IS_FOLDER", "is a folder; name the files in it"],
  EACCES: ["NOT_PERMITTED", "may not be read; check its permissions"],
  EPERM: ["NOT_PERMITTED", "may not be read; check its permissions"],
};

/** What the file system reports, as an issue; null for what is no error of the file system. */
function fileError(error: unknown): IntakeError | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  if (error.code === "ERR_INVALID_ARG_VALUE") return new IntakeError("NO_SUCH_FILE", "is no name of a file; check the path", { cause: error });
  if (!("syscall" in error)) return null;
  const [code, message] = FILE_ERRORS[error.code] ?? ["UNREADABLE", `cannot be read (${error.code}); check the file`];
  return new IntakeError(code, message, { cause: error });
}

/** A file's bytes, its size checked before any is read; pipes and devices have no size and are cut off while reading. */
async function openFile(path: string): Promise<Chunks> {
  const facts = await stat(path);
  if (facts.isDirectory()) throw new IntakeError("IS_FOLDER", "is a folder; name the files in it");
  if (facts.isFile() && facts.size > LIMITS.fileBytes) throw tooLarge(facts.size, LIMITS.fileBytes);
  return createReadStream(path);
}

async function documentOfBytes(format: Exclude<Format, "json-lines">, bytes: Uint8Array, id: string): Promise<Document> {
  if (bytes.byteLength === 0) throw new IntakeError("EMPTY", "is empty; give a text with words in it");
  // Only a page pays for loading the libraries that read pages.
  if (format === "html") return (await import("./html.ts")).documentOfPage(bytes, id);
  const { text } = decode(bytes);
  return format === "markdown" ? documentOfMarkdown(text, bytes, id) : makeDocument(text, bytes, { id });
}

async function* itemsOf(chunks: Chunks, name: string, path: string | null): AsyncGenerator<Item> {
  const { head, all } = await peek(capped(chunks, LIMITS.fileBytes), canSniff);
  const format = (path === null ? null : formatOfName(path)) ?? sniffFormat(head);
  if (format === "json-lines") {
    yield* readDocumentLines(all, name);
    return;
  }
  const bytes = await collect(all);
  yield { kind: "document", input: name, document: await documentOfBytes(format, bytes, path ?? ""), bytes };
}

async function open(input: string, stdin: Chunks | undefined): Promise<Chunks> {
  if (input !== "-") return openFile(input);
  if (stdin === undefined) throw new IntakeError("READ_TWICE", "can be read once only; give - once");
  return stdin;
}

/** Runs the reading of one input; what ends it becomes its last item. */
async function* guarded<T>(name: string, items: () => AsyncGenerator<T>): AsyncGenerator<T | { kind: "issue"; issue: Issue }> {
  try {
    yield* items();
  } catch (error) {
    const known = error instanceof IntakeError ? error : fileError(error);
    if (known === null) throw error;
    yield { kind: "issue", issue: { code: known.code, input: name, message: known.message } };
  }
}

const nameOf = (input: string): string => (input === "-" ? STANDARD_INPUT : input);

/**
 * Reads one input: a file by its path, or `-` for standard input. Yields documents as they come (JSON Lines one line at
 * a time) and issues for whatever cannot be taken in; it does not throw for anything that the input holds.
 *
 * A file's document has the path, as given, for its id; one from standard input has the beginning of its hash.
 *
 * @param input  a path, or `-`
 * @param stdin  the bytes that `-` stands for
 */
export async function* readInput(input: string, stdin?: Chunks): AsyncGenerator<Item> {
  yield* guarded(nameOf(input), async function* () {
    yield* itemsOf(await open(input, stdin), nameOf(input), input === "-" ? null : input);
  });
}

/** The same for bytes that are already in memory. `name` tells the format, as a file's name would, and is the id. */
export async function* readBytes(bytes: Uint8Array, name: string): AsyncGenerator<Item> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  yield* guarded(name, () => itemsOf(once(), name, name));
}

/** JSON Lines whose values are more than documents: each is passed through `convert` (see {@link readJsonLines}). */
export async function* readLines<T>(input: string, convert: (value: unknown) => T, stdin?: Chunks): AsyncGenerator<Line<T>> {
  yield* guarded(nameOf(input), async function* () {
    yield* readJsonLines(capped(await open(input, stdin), LIMITS.fileBytes), nameOf(input), convert);
  });
}
