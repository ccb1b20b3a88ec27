import { stat } from "node:fs/promises";
import type { Chunks } from "./chunks.ts";
import { checkSignal, issueOf, type Envelope, type IntakeContext } from "./envelope.ts";
import { filesBelow } from "./folder.ts";
import { IntakeError, type TakenItem } from "./issue.ts";
import { itemsOf } from "./items.ts";
import { merge } from "./merge.ts";
import { guarded, isAddress, takeInput } from "./read-input.ts";
import { envelopeOfAnswer, get, NOMINAL_BYTES } from "./web.ts";

/** Addresses that are fetched at the same time, when they are given one after the other. */
const AT_ONCE = 8;

type Kind = "file" | "folder" | "address" | "glob";

async function factsOf(input: string): Promise<{ kind: Kind; bytes: number }> {
  if (isAddress(input)) return { kind: "address", bytes: NOMINAL_BYTES };
  if (input === "-") return { kind: "file", bytes: 0 };
  try {
    const facts = await stat(input);
    return facts.isDirectory() ? { kind: "folder", bytes: 0 } : { kind: "file", bytes: facts.isFile() ? facts.size : 0 };
  } catch {
    // Whatever is wrong with it is told when it is opened, unless it is no name of one file at all.
    const { isDynamicPattern } = await import("tinyglobby");
    return { kind: isDynamicPattern(input) ? "glob" : "file", bytes: 0 };
  }
}

/** All that one address holds: a page, a feed with the pages it leads to, a list of feeds, a PDF … */
async function* takeAddress(url: string, context: IntakeContext): AsyncGenerator<TakenItem> {
  let isHad = false;
  yield* guarded(url, async function* () {
    const outer: Envelope = { input: url, id: "", hint: null, encoding: null, metadata: {}, provenance: {} };
    const answer = await get(url, context);
    isHad = true;
    context.expect?.(answer.bytes.byteLength - NOMINAL_BYTES);
    async function* once(): AsyncGenerator<Uint8Array> {
      yield answer.bytes;
    }
    yield* itemsOf(once(), envelopeOfAnswer(answer, outer), context);
  });
  if (!isHad) context.advance?.(NOMINAL_BYTES);
}

/** Every file below a folder, as if it had been named. What cannot be read is told under the folder's name. */
async function* takeFolder(folder: string, context: IntakeContext): AsyncGenerator<TakenItem> {
  yield* guarded(folder, async function* () {
    let any = false;
    for await (const { path, inside, issue } of filesBelow(folder)) {
      any = true;
      checkSignal(context);
      if (issue !== null) yield issueOf(issue, { input: folder, part: inside });
      else yield* underFolder(takeInput(path, undefined, context), folder, inside);
    }
    if (!any) throw new IntakeError("EMPTY", "is a folder without files");
  });
}

async function* underFolder(items: AsyncGenerator<TakenItem>, folder: string, inside: string): AsyncGenerator<TakenItem> {
  for await (const item of items) {
    if (item.kind !== "issue") yield item;
    else yield { kind: "issue", issue: { ...item.issue, input: folder, part: item.issue.part === undefined ? inside : `${inside}: ${item.issue.part}` } };
  }
}

async function* takeGlob(pattern: string, context: IntakeContext): AsyncGenerator<TakenItem> {
  yield* guarded(pattern, async function* () {
    const { glob } = await import("tinyglobby");
    const paths = (await glob(pattern.replaceAll("\\", "/"), { followSymbolicLinks: false, expandDirectories: false })).sort();
    if (paths.length === 0) throw new IntakeError("NO_SUCH_FILE", "no such file, and no file fits it; check the path");
    for (const path of paths) yield* takeInput(path, undefined, context);
  });
}

/**
 * All that a source holds: a file, a folder, a pattern of file names, an address on the web, or `-`.
 *
 * @param stdin  the bytes that `-` stands for, once
 */
async function* takeOne(input: string, kind: Kind, stdin: Chunks | undefined, context: IntakeContext): AsyncGenerator<TakenItem> {
  if (kind === "address") yield* takeAddress(input, context);
  else if (kind === "folder") yield* takeFolder(input, context);
  else if (kind === "glob") yield* takeGlob(input, context);
  else yield* takeInput(input, stdin, context);
}

/**
 * All that sources hold, in their order; of addresses that stand side by side some are fetched at the same time, and come as they
 * come. It does not throw for anything that a source holds or a server does.
 *
 * @throws IntakeError STOPPED once the context's signal ends it
 */
export async function* takeSources(inputs: readonly string[], stdin: Chunks, context: IntakeContext): AsyncGenerator<TakenItem> {
  const sources = await Promise.all(inputs.map(async (input) => ({ input, ...(await factsOf(input)) })));
  for (const { bytes } of sources) context.expect?.(bytes);
  let left: Chunks | undefined = stdin;
  for (let at = 0; at < sources.length; ) {
    checkSignal(context);
    const run = sources.slice(at).findIndex(({ kind }) => kind !== "address");
    const addresses = sources.slice(at, run < 0 ? undefined : at + run);
    if (addresses.length > 0) {
      yield* merge(addresses.map(({ input }) => () => takeAddress(input, context)), AT_ONCE);
      at += addresses.length;
      continue;
    }
    const { input, kind } = sources[at] as (typeof sources)[number];
    yield* takeOne(input, kind, left, context);
    if (input === "-") left = undefined;
    at += 1;
  }
}
