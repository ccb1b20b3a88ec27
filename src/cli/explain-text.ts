import type { Quantity, Source } from "../claims/index.ts";
import { pad, wrap } from "./columns.ts";
import type { ClaimExplanation, FieldExplanation, LostReading } from "./explanation.ts";
import { safe, shorten } from "./safe-text.ts";
import type { Look } from "./terminal.ts";

const FIELD_WIDTH = 12;
const MAX_VALUE = 200;

const bound = (value: number | null): string => (value === null ? "open" : value.toLocaleString("en"));

function valueText(field: string, value: unknown): string {
  if (value === null || (Array.isArray(value) && value.length === 0)) return "none";
  if (field === "quantity") {
    const { words, low, high, modifier, unit } = value as Quantity;
    return `“${words}” = ${bound(low)} to ${bound(high)}${modifier === "share" ? " %" : ""} ${unit} (${modifier})`;
  }
  if (field === "source") return Object.entries(value as Source).filter(([, part]) => part !== null).map(([name, part]) => `${name} ${part}`).join("; ");
  return Array.isArray(value) ? value.join(", ") : String(value);
}

const quote = (words: string | null): string => (words === null ? "no words of the text" : `“${shorten(safe(words), MAX_VALUE)}”`);

/** What lost; another mention or rule may have read the same value. */
function lostText({ value, rule, words, lostTo, why }: LostReading, won: unknown): string {
  return `${value === won ? "also" : "not"} ${safe(value)} (${rule}, from ${quote(words)}): lost to ${lostTo}: ${safe(why)}`;
}

function fieldLines(field: FieldExplanation, look: Look): string[] {
  const margin = " ".repeat(2 + FIELD_WIDTH);
  const value = shorten(safe(valueText(field.field, field.value)), MAX_VALUE);
  const reason = field.rule === null ? "default: nothing in the text says otherwise" : `${field.status}, ${field.rule}, from ${quote(field.words)}`;
  const hang = (text: string, paint: (line: string) => string): string[] =>
    wrap(text, look.width - margin.length).map((line) => margin + paint(line));
  const [first = "", ...rest] = hang(value, look.colors.bold);
  return [
    `  ${pad(field.field, FIELD_WIDTH)}${first.slice(margin.length)}`,
    ...rest,
    ...hang(reason, look.colors.dim),
    ...field.losers.flatMap((loser) => hang(lostText(loser, field.value), look.colors.yellow)),
  ];
}

/** Fields that nothing set and nothing contested would only bury the others. */
const isTelling = ({ rule, value, losers }: FieldExplanation): boolean =>
  rule !== null || losers.length > 0 || !(value === null || (Array.isArray(value) && value.length === 0));

/** One claim's explanation as text; every line fits `look.width`. */
export function formatExplanation(claim: ClaimExplanation, total: number, look: Look): string {
  const words = wrap(`“${shorten(safe(claim.evidence.text), 600)}”`, look.width - 2).map((line) => `  ${look.colors.cyan(line)}`);
  const silent = claim.fields.filter((field) => !isTelling(field)).map(({ field }) => field);
  const rest = silent.length === 0 ? [] : wrap(`Not said: ${silent.join(", ")}.`, look.width - 2).map((line) => `  ${look.colors.dim(line)}`);
  const fields = claim.fields.filter(isTelling).flatMap((field) => fieldLines(field, look));
  return `${[look.colors.bold(`Claim ${claim.number} of ${total}`), ...words, "", ...fields, ...rest].join("\n")}\n`;
}
