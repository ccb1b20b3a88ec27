import { LEANINGS, type SourceLeaning } from "../claims/index.ts";
import { IntakeError } from "./issue.ts";
import { isRecord } from "./record.ts";

/** Sources that one file may describe. */
const MOST_SOURCES = 100_000;

/**
 * What is known of sources, out of the text of a file: `[{"name": "...", "leaning": "media"}]`.
 *
 * @throws IntakeError NOT_JSON, BAD_FIELD
 */
export function parseSourceLeanings(json: string): SourceLeaning[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new IntakeError("NOT_JSON", 'is not JSON; write [{"name": "...", "leaning": "media"}]', { cause: error });
  }
  if (!Array.isArray(value)) throw new IntakeError("BAD_FIELD", 'is no list; write [{"name": "...", "leaning": "media"}]');
  if (value.length > MOST_SOURCES) throw new IntakeError("TOO_LONG", `describes over ${MOST_SOURCES} sources; leave out those without a claim`);
  return value.map((one: unknown, i) => {
    const [name, leaning] = isRecord(one) ? [one["name"], one["leaning"]] : [];
    if (typeof name !== "string" || name === "") throw new IntakeError("BAD_FIELD", `source ${i + 1} has no "name"; give it one`);
    const known = LEANINGS.find((other) => other === leaning);
    if (known === undefined) throw new IntakeError("BAD_FIELD", `source ${i + 1} has the leaning ${JSON.stringify(leaning) ?? "undefined"}; give one of ${LEANINGS.join(", ")}`);
    return { name, leaning: known };
  });
}
