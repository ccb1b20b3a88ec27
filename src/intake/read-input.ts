import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { capped, tooLarge, type Chunks } from "./chunks.ts";
import type { Envelope, IntakeContext } from "./envelope.ts";
import { formatOfName } from "./format.ts";
import { IntakeError, type Issue, type IssueCode, type Item, type TakenItem } from "./issue.ts";
import { itemsOf } from "./items.ts";
import { readJsonLines, type Line } from "./json-lines.ts";
import { LIMITS } from "./limits.ts";

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
export function fileError(error: unknown): IntakeError | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  if (error.code === "ERR_INVALID_ARG_VALUE") return new IntakeError("NO_SUCH_FILE", "is no name of a file; check the path", { cause: error });
  if (!("syscall" in error)) return null;
  const [code, message] = FILE_ERRORS[error.code] ?? ["UNREADABLE", `cannot be read (${error.code}); check the file`];
  return new IntakeError(code, message, { cause: error });
}

interface Opened {
  chunks: Chunks;
  /** Bytes, where that is known; pipes and devices have no size and are cut off while reading. */
  size: number | null;
}

/** Larger pieces than Node's own: fewer steps a file. */
const READ_BYTES = 262_144;

async function openFile(path: string): Promise<Opened> {
  const facts = await stat(path);
  if (facts.isDirectory()) throw new IntakeError("IS_FOLDER", "is a folder; name the files in it");
  return { chunks: createReadStream(path, { highWaterMark: READ_BYTES }), size: facts.isFile() ? facts.size : null };
}

async function open(input: string, stdin: Chunks | undefined): Promise<Opened> {
  if (isAddress(input)) throw new IntakeError("IS_ADDRESS", "is a web address, and nothing is fetched here; add it with: muster add");
  if (input !== "-") return openFile(input);
  if (stdin === undefined) throw new IntakeError("READ_TWICE", "can be read once only; give - once");
  return { chunks: stdin, size: null };
}

/** Whether an input is meant as an address on the web. */
export const isAddress = (input: string): boolean => /^https?:\/\//i.test(input);

/** Runs the reading of one input; what ends it becomes its last item. */
export async function* guarded<T>(name: string, items: () => AsyncGenerator<T>): AsyncGenerator<T | { kind: "issue"; issue: Issue }> {
  try {
    yield* items();
  } catch (error) {
    const known = error instanceof IntakeError ? error : fileError(error);
    // Nothing is wrong with an input whose reading the caller ended.
    if (known === null || known.code === "STOPPED") throw error;
    yield { kind: "issue", issue: { code: known.code, input: name, message: known.message } };
  }
}

const nameOf = (input: string): string => (input === "-" ? STANDARD_INPUT : input);

/** What is known of a file before it is read. */
const envelopeOf = (name: string, path: string | null): Envelope => ({
  input: name, id: path ?? "", hint: path === null ? null : formatOfName(path), encoding: null, metadata: {}, provenance: { from: (path === null ? name : basename(path) || name).slice(0, 2_000) },
});

/**
 * Reads one input: a file by its path, or `-` for standard input, in any of the formats of docs/intake.md. Yields documents as they come
 * and issues for whatever cannot be taken in; it does not throw for anything that the input holds.
 *
 * A file's document has the path, as given, for its id, unless it names one itself; one from standard input has the beginning of its hash.
 *
 * @param input  a path, or `-`
 * @param stdin  the bytes that `-` stands for
 */
export async function* readInput(input: string, stdin?: Chunks): AsyncGenerator<Item> {
  yield* asRead(takeInput(input, stdin, {}));
}

/** Without a context nothing is known or stopped. */
async function* asRead(items: AsyncGenerator<TakenItem>): AsyncGenerator<Item> {
  for await (const item of items) if (item.kind === "document" || item.kind === "issue") yield item;
}

/** The same with what the caller lends. */
export async function* takeInput(input: string, stdin: Chunks | undefined, context: IntakeContext): AsyncGenerator<TakenItem> {
  yield* guarded(nameOf(input), async function* () {
    const { chunks, size } = await open(input, stdin);
    yield* itemsOf(chunks, envelopeOf(nameOf(input), input === "-" ? null : input), context, size);
  });
}

/** The same for bytes that are already in memory. `name` suggests the format where the bytes leave it open, as a file's name would, and is the id. */
export async function* readBytes(bytes: Uint8Array, name: string): AsyncGenerator<Item> {
  yield* asRead(takeBytes(bytes, name, {}));
}

export async function* takeBytes(bytes: Uint8Array, name: string, context: IntakeContext): AsyncGenerator<TakenItem> {
  async function* once(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  yield* guarded(name, () => itemsOf(once(), envelopeOf(name, name), context));
}

/** JSON Lines whose values are more than documents: each is passed through `convert` (see {@link readJsonLines}). */
export async function* readLines<T>(input: string, convert: (value: unknown) => T, stdin?: Chunks): AsyncGenerator<Line<T>> {
  yield* guarded(nameOf(input), async function* () {
    const { chunks, size } = await open(input, stdin);
    if (size !== null && size > LIMITS.fileBytes) throw tooLarge(size, LIMITS.fileBytes);
    yield* readJsonLines(capped(chunks, LIMITS.fileBytes), nameOf(input), convert);
  });
}
