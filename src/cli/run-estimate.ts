import { readFile } from "node:fs/promises";
import { loadWithin } from "../app.ts";
import { sameName, type SourceLeaning, type StatedClaim } from "../claims/index.ts";
import { EstimateError } from "../estimate/errors.ts";
import { estimate } from "../estimate/estimate.ts";
import { suggestSituation, type Situation, type Within } from "../estimate/situation.ts";
import { IntakeError } from "../intake/issue.ts";
import { readLines } from "../intake/read-input.ts";
import { parseSourceLeanings } from "../intake/source-leanings.ts";
import { statedClaimsOf } from "../intake/stated-claims.ts";
import { IssueReporter } from "./documents.ts";
import type { EstimateOptions } from "./estimate.ts";
import { formatEstimate } from "./estimate-text.ts";
import { UsageError } from "./exit.ts";
import { write } from "./output.ts";
import { lookOfTerminal } from "./terminal.ts";

const HOW_TO_GIVE = "give claims as JSON, one a line, as muster read --format jsonl prints them";

/**
 * Bad lines are reported and passed over, like bad documents in `read`; null when the input holds nothing to go on with,
 * or more than was read: an estimate from some first part of it would mislead.
 */
async function readClaims(input: string, issues: IssueReporter): Promise<StatedClaim[] | null> {
  const claims: StatedClaim[] = [];
  let isWhole = true;
  for await (const item of readLines(input, statedClaimsOf, process.stdin)) {
    if (item.kind === "issue" && item.issue.line === undefined) isWhole = false;
    if (item.kind === "issue") issues.report(item.issue.code === "EMPTY" ? { ...item.issue, message: `is empty; ${HOW_TO_GIVE}` } : item.issue);
    else for (const claim of item.value) claims.push(claim);
  }
  issues.finish();
  return !isWhole || (claims.length === 0 && issues.total > 0) ? null : claims;
}

async function readSources(path: string | undefined): Promise<SourceLeaning[]> {
  if (path === undefined) return [];
  try {
    return parseSourceLeanings(await readFile(path, "utf8"));
  } catch (error) {
    if (error instanceof IntakeError) throw new UsageError(`--sources: ${path}: ${error.message}`, { cause: error });
    if (error instanceof Error && "syscall" in error) throw new UsageError(`--sources: ${path}: cannot be read; check the path`, { cause: error });
    throw error;
  }
}

/** The situation asked for, the rest of it from the claims; null where no claim names a force and none is asked for. */
function situationOf(claims: readonly StatedClaim[], { force, place }: EstimateOptions, within: Within): Situation | null {
  const suggested = suggestSituation(force === undefined ? claims : claims.filter((claim) => sameName(claim.force, force)), within);
  const named = force ?? suggested?.force;
  if (named === undefined) return null;
  const country = place === undefined ? suggested?.country : claims.find((claim) => claim.place === place)?.country;
  return { force: named, place: place ?? suggested?.place ?? null, country: country ?? null };
}

/** Prints what the claims of one input add up to. @throws UsageError */
export async function runEstimate(input: string, options: EstimateOptions): Promise<void> {
  const [sources, within] = await Promise.all([readSources(options.sources), loadWithin()]);
  const claims = await readClaims(input, new IssueReporter());
  if (claims === null) return;
  const { from, to, below } = options;
  const situation = situationOf(claims, options, within);
  try {
    const answer = { situation, ...estimate(claims, { situation, within, sources, from, to, below }) };
    await write(options.format === "json" ? `${JSON.stringify(answer)}\n` : formatEstimate(answer, lookOfTerminal(options.color)));
  } catch (error) {
    if (error instanceof EstimateError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}
