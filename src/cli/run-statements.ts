import { digestByOf, reporterOf, type Decision, type Statement } from "../claims/index.ts";
import { readLines } from "../intake/read-input.ts";
import { placeOf } from "../intake/issue.ts";
import { edtfOfSaid } from "../origins/occasion.ts";
import { toStatements } from "../origins/statements.ts";
import type { ClaimDocument, PlacedClaim } from "../origins/view.ts";
import { claimLineOf, decisionOf, type ClaimsLine, type TextLine } from "./claim-input.ts";
import { IssueReporter, tryReading } from "./documents.ts";
import { complain, UsageError } from "./exit.ts";
import { write } from "./output.ts";
import type { StatementsOptions } from "./statements.ts";
import { formatStatements } from "./statements-text.ts";
import { lookOfTerminal, Progress } from "./terminal.ts";

/** A claim as it came, beside what origins makes of it. */
export interface GivenClaim {
  placed: PlacedClaim;
  original: Record<string, unknown>;
}

/** Gathers claims from lines; ids are made for those that have none, and no two are the same. */
class Claims {
  readonly all: GivenClaim[] = [];
  private readonly ids = new Set<string>();
  /** Claims so far of each document, by which those without an id are called. */
  private readonly counts = new Map<string, number>();

  /** @returns the id that was there already, or null where all went well */
  add({ claims, document }: ClaimsLine): string | null {
    const home = { ...document, id: document.id || `document ${this.all.length + 1}` };
    const before = this.counts.get(home.id) ?? 0;
    this.counts.set(home.id, before + claims.length);
    const given = claims.map(({ id, claim, original }, i) => ({ placed: { id: id ?? `${home.id}#${before + i}`, claim, document: home }, original }));
    const twice = given.find(({ placed }, i) => this.ids.has(placed.id) || given.findIndex((other) => other.placed.id === placed.id) < i);
    if (twice !== undefined) return twice.placed.id;
    for (const one of given) this.ids.add(one.placed.id);
    this.all.push(...given);
    return null;
  }
}

async function readClaims(inputs: readonly string[], issues: IssueReporter): Promise<GivenClaim[]> {
  const claims = new Claims();
  const progress = new Progress();
  let stdin: NodeJS.ReadStream | undefined = process.stdin;
  for (const input of inputs) {
    for await (const item of readLines(input, claimLineOf, stdin)) {
      if (item.kind === "issue") {
        issues.report(item.issue);
        continue;
      }
      const line = item.value.kind === "claims" ? item.value : await readText(item.value, item, issues);
      const twice = line === null ? null : claims.add(line);
      if (twice !== null) issues.report({ ...item, message: `holds a claim that has been read already: ${JSON.stringify(twice)}; give each claim an id of its own` });
      progress.step();
    }
    if (input === "-") stdin = undefined;
  }
  progress.finish();
  issues.finish();
  return claims.all;
}

/** The claims of a document that has not been read; null, and a line for it, where it cannot be. */
async function readText({ document }: TextLine, { input, line }: { input: string; line: number }, issues: IssueReporter): Promise<ClaimsLine | null> {
  const reading = await tryReading({ input, line, document }, {}, issues);
  if (reading === null) return null;
  const home: ClaimDocument = { id: document.id, text: document.text, published: document.published, outlet: reporterOf(document), digestBy: digestByOf(document) };
  return { kind: "claims", document: home, claims: reading.claims.map((claim) => ({ id: null, claim, original: claim })) };
}

async function readDecisions(input: string | undefined): Promise<Decision[]> {
  const decisions: Decision[] = [];
  if (input === undefined) return decisions;
  for await (const item of readLines(input, decisionOf)) {
    if (item.kind === "issue" && item.issue.code === "EMPTY") break;
    // A decision that is passed over would undo what a person decided, without a word.
    if (item.kind === "issue") throw new UsageError(`--decisions: ${placeOf(item.issue)}: ${item.issue.message}`);
    decisions.push(item.value);
  }
  return decisions;
}

/** A claim as it came, with its ids and the statement that it belongs to: what `muster estimate` reads. */
function stated({ placed: { id, document }, original }: GivenClaim, statement: Statement): Record<string, unknown> {
  const { text: _, ...rest } = original;
  const said = typeof rest["said"] === "string" ? { said: edtfOfSaid(rest["said"], document.published) } : {};
  // Only where it is one, as `kind` of a document is.
  const digest = typeof document.digestBy === "string" ? { digestBy: document.digestBy } : {};
  return { ...rest, ...said, id, statement: statement.id, independent: statement.independent, document: document.id, published: document.published ?? null, outlet: document.outlet ?? null, ...digest };
}

/** Reads claims, puts those together that are one statement, and prints them. @throws UsageError, LedgerError */
export async function runStatements(inputs: readonly string[], options: StatementsOptions): Promise<void> {
  if (options.ledger !== undefined) return listKept(inputs, options);
  if (options.asKnown !== undefined) throw new UsageError("--as-known needs --ledger; see: muster statements --help");
  const decisions = await readDecisions(options.decisions);
  const given = await readClaims(inputs.length === 0 ? ["-"] : inputs, new IssueReporter());
  const { statements, unmet } = toStatements(given.map(({ placed }) => placed), decisions);
  for (const { decision, why } of unmet) complain(`--decisions: cannot ${decision.kind} ${decision.claims.map((id) => JSON.stringify(id)).join(" and ")}: ${why}; take the line out`);
  await print(given, statements, options);
}

/** The statements of a ledger. */
async function listKept(inputs: readonly string[], options: StatementsOptions): Promise<void> {
  if (inputs.length > 0 || options.decisions !== undefined) throw new UsageError("with --ledger the claims and decisions are the ledger's; leave out files and --decisions");
  const [{ keptStatements, untilOf }, { readingLedger }] = await Promise.all([import("../app/kept-statements.ts"), import("./with-ledger.ts")]);
  const { placed, statements } = await readingLedger(options, async (store) => keptStatements(store, await untilOf(store, options.asKnown)));
  await print(placed.map((one) => ({ placed: one, original: one.claim })), statements, options);
}

async function print(given: readonly GivenClaim[], statements: readonly Statement[], options: StatementsOptions): Promise<void> {
  const statementOf = new Map(statements.flatMap((statement) => statement.claims.map((id) => [id, statement] as const)));
  const lines = given.map((one) => stated(one, statementOf.get(one.placed.id) as Statement));
  if (options.format === "jsonl") for (const line of lines) await write(`${JSON.stringify(line)}\n`);
  else if (options.format === "json") await write(`${JSON.stringify({ statements, claims: lines }, null, 2)}\n`);
  else await write(formatStatements(statements, new Map(given.map(({ placed }) => [placed.id, placed])), lookOfTerminal(options.color)));
}
