import { boundsOf, type Claim, type Decision, type Quantity, type Source, type Statement } from "../../src/claims/index.ts";
import { toStatements } from "../../src/origins/statements.ts";
import type { ClaimFacts, PlacedClaim } from "../../src/origins/view.ts";

type Modifier = Parameters<typeof boundsOf>[0];

/** "under 1000" as a quantity of people. */
export function people(words: string): Quantity {
  const [modifier, figure] = words.split(" ") as [Modifier, string];
  return { ...boundsOf(modifier, Number(figure)), unit: "personnel", words };
}

export const most: Quantity = { low: 51, high: 99, point: null, modifier: "share", unit: "personnel", words: "most" };

/** "Andriy Demchenko; spokesman; State Border Guard Service of Ukraine", each part left out where it is "-". */
export function source(text: string): Source {
  const [person, role, organisation] = text.split(";").map((part) => part.trim()).map((part) => (part === "-" || part === "" ? null : part));
  return { person: person ?? null, role: role ?? null, organisation: organisation ?? null };
}

export interface Given extends Partial<Omit<Claim, "source" | "quantity" | "evidence">> {
  id?: string;
  by?: string | null;
  count?: string | Quantity | null;
  words?: string;
  published?: string | null;
  text?: string;
  outlet?: string;
  document?: string;
}

/** A claim on Russian soldiers in Belarus, by one spokesman, unless it says otherwise. */
export function placed(given: Given, position = 0): PlacedClaim {
  const { id = `c${position}`, by = "Andriy Demchenko; spokesman; State Border Guard Service of Ukraine", count = "under 1000", words, published = "2023-10-31", text, outlet, document, ...rest } = given;
  const claim: ClaimFacts = {
    kind: "strength", force: "Russia", place: "Belarus", country: "BY", source: by === null ? null : source(by), attribution: by === null ? "voice" : "paraphrase",
    quantity: typeof count === "string" ? people(count) : count, ...(words === undefined ? {} : { evidence: { text: words, start: 0, end: words.length } }), ...rest,
  };
  return { id, claim, document: { id: document ?? `document of ${id}`, published, text: text ?? null, outlet: outlet ?? null } };
}

export const placedAll = (given: readonly Given[]): PlacedClaim[] => given.map(placed);

/** The statements as lists of claim ids, for comparison. */
export const partition = (statements: readonly Statement[]): string[] => statements.map(({ claims }) => [...claims].sort().join(" ")).sort();

export const statementsOf = (given: readonly Given[], decisions: readonly Decision[] = []): Statement[] => toStatements(placedAll(given), decisions).statements;
