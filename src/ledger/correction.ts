import { Compile } from "typebox/compile";
import { Claim } from "../claims/index.ts";
import type { BodyOf } from "./entry-kinds.ts";
import { CORRECTABLE } from "./entry-kinds.ts";
import { LedgerError } from "./error.ts";

export type Change = BodyOf<"claim corrected">["changes"][number];

const bad = (message: string, cause?: unknown): LedgerError => new LedgerError("BAD_FIELD", message, { cause });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** A field's value, or that of a part of it (`quantity.low`). */
function valueAt(claim: Claim, path: string): unknown {
  const [field = "", part] = path.split(".");
  const value = (claim as Record<string, unknown>)[field];
  return part === undefined || !isRecord(value) ? value : value[part];
}

/** The claim with one field, or a part of one, set to another value. */
function withValue(claim: Claim, path: string, value: unknown): Claim {
  const [field = "", part] = path.split(".");
  if (part === undefined) return { ...claim, [field]: value };
  const whole = (claim as Record<string, unknown>)[field];
  return { ...claim, [field]: { ...(isRecord(whole) ? whole : {}), [part]: value } };
}

export const applyChanges = (claim: Claim, changes: readonly Change[]): Claim =>
  changes.reduce((changed, { field, new: value }) => withValue(changed, field, value), claim);

/** `null`, numbers and whatever is in brackets, braces or quotation marks are JSON; all else is text as it stands. */
function parseValue(text: string): unknown {
  if (!/^(?:null$|-?\d|["[{])/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // "2023-10-31" begins like a number.
    return text;
  }
}

let checker: ReturnType<typeof Compile<typeof Claim>> | null = null;

/** Made when it is first wanted: it takes longer than most commands. */
const claimChecker = (): ReturnType<typeof Compile<typeof Claim>> => (checker ??= Compile(Claim));

/**
 * What assignments like `quantity.low=500` and `place=Minsk` change in a claim, with what stood there.
 *
 * @param claim  as it stands now, earlier corrections included
 * @throws LedgerError BAD_FIELD for a field that there is not, or a value that it cannot have
 */
export function changesOf(claim: Claim, assignments: readonly string[]): Change[] {
  const changes = assignments.map((assignment) => changeOf(claim, assignment)).filter((change) => JSON.stringify(change.old) !== JSON.stringify(change.new));
  if (changes.length === 0) throw bad("the claim says so already; give a field and another value, such as place=Minsk");
  const changed = applyChanges(claim, changes);
  if (claimChecker().Check(changed)) return changes;
  const [first] = claimChecker().Errors(changed);
  const field = first?.instancePath.slice(1).replaceAll("/", ".") || "the claim";
  throw bad(`${field}: ${first?.message ?? "is wrong"}; see schema/claim.schema.json for what it may be`);
}

function changeOf(claim: Claim, assignment: string): Change {
  const at = assignment.indexOf("=");
  const path = at < 0 ? assignment : assignment.slice(0, at);
  const [field = "", part, more] = path.split(".");
  if (at < 0 || more !== undefined) throw bad(`${JSON.stringify(assignment)} is no correction; write it as field=value, such as place=Minsk or quantity.low=500`);
  if (!(CORRECTABLE as readonly string[]).includes(field)) throw bad(`${JSON.stringify(field)} is no field to correct; there are: ${CORRECTABLE.join(", ")}`);
  const old = valueAt(claim, path);
  if (part !== undefined && !isRecord(valueAt(claim, field))) throw bad(`${field} is empty, so ${path} cannot be set; give it whole: ${field}='{...}'`);
  return { field: path, old: old ?? null, new: parseValue(assignment.slice(at + 1)) };
}
