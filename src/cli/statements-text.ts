import { inTheWordsOf, type Claim, type Link, type Statement } from "../claims/index.ts";
import type { PlacedClaim } from "../origins/view.ts";
import { COLUMNS } from "./cells.ts";
import { wrap } from "./columns.ts";
import { safe, shorten } from "./safe-text.ts";
import type { Look } from "./terminal.ts";

/** What the columns need of a claim of which only some fields are known. */
const UNKNOWN = {
  polarity: "affirmed", certainty: "certain", reality: "actual", force: null, unitName: null, place: null, otherPlace: null, quantity: null, source: null,
  via: [], attribution: "paraphrase", asOf: null, size: null, direction: null,
};
const MAX_CELL = 160;
const MAX_WORDS = 300;

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** "Andriy Demchenko, spokesman; fewer than 1,000, there; Russia; Belarus; 2023-10-31". */
const summary = (placed: PlacedClaim, statement: Statement): string => {
  const claim = { ...UNKNOWN, ...placed.claim, source: statement.source ?? placed.claim.source ?? null } as unknown as Claim;
  const whole = { ...claim, quantity: claim.quantity && { ...claim.quantity, words: claim.quantity.words ?? String(claim.quantity.point ?? "a number") } } as Claim;
  return COLUMNS.map(({ cell }) => shorten(safe(cell(whole)), MAX_CELL)).join("; ");
};

const percent = (score: number): string => `${Math.round(100 * score)} %`;
const why = ({ reasons }: Link): string => reasons.map(({ rule, weight, words }) => `${rule} ${weight > 0 ? "+" : ""}${weight.toFixed(1)}${words === undefined ? "" : ` (${words})`}`).join(", ");

function member(placed: PlacedClaim, look: Look): string[] {
  const { document, claim } = placed;
  const facts = [inTheWordsOf(document.outlet ?? null, document.digestBy ?? null), document.published].filter((fact) => fact).map((fact) => shorten(safe(fact as string), MAX_CELL)).join(", ");
  const words = claim.evidence?.text ? `: “${shorten(safe(claim.evidence.text), MAX_WORDS)}”` : "";
  return wrap(`${safe(placed.id)}${facts === "" ? "" : ` (${facts})`}${words}`, look.width - 4).map((line, i) => `${i === 0 ? "  - " : "    "}${line}`);
}

/**
 * Statements as plain text, those with the most claims first: who said what, the claims that carry it, and why each link
 * is there. Weights are log-odds.
 *
 * @param claims  by their ids
 */
export function formatStatements(statements: readonly Statement[], claims: ReadonlyMap<string, PlacedClaim>, look: Look): string {
  const blocks = [...statements].sort((a, b) => b.claims.length - a.claims.length).map((statement) => {
    const marks = [plural(statement.claims.length, "claim"), ...(statement.said === null ? [] : [`said ${statement.said}`]), ...(statement.independent ? [] : ["origin not named: confirms nothing"])];
    const head = wrap(`${summary(claims.get(statement.original) as PlacedClaim, statement)} (${marks.join("; ")})`, look.width).map(look.colors.bold);
    const links = statement.links.flatMap((link) => wrap(`${percent(link.score)} ${link.claims.map(safe).join(" = ")}: ${why(link)}`, look.width - 4).map((line) => look.colors.dim(`    ${line}`)));
    return [...head, ...statement.claims.flatMap((id) => member(claims.get(id) as PlacedClaim, look)), ...links].join("\n");
  });
  const total = `${plural(statements.length, "statement")} in ${plural(claims.size, "claim")}\n`;
  return `${blocks.map((block) => `${block}\n\n`).join("")}${look.colors.dim(total)}`;
}
