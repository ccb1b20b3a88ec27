import type { Claim, Mentions } from "../../api/schema.ts";
import type { FieldInfo } from "./fields.ts";
import type { Picked } from "./picked.ts";

export interface DraftPart {
  /** What the correction is written to: `place`, or `quantity.low`. */
  name: string;
  label: string;
  value: string;
  choices: Record<string, string> | null;
  isNumber: boolean;
}

/** A correction while it is typed. */
export interface Draft {
  parts: readonly DraftPart[];
  /** The part that takes words picked in the text. */
  wordsPart: string;
}

type Quantity = NonNullable<Claim["quantity"]>;

const MODIFIERS: Record<Quantity["modifier"], string> = {
  exact: "exactly", about: "about", under: "fewer than", upto: "up to", over: "more than", atleast: "at least", range: "a range", vague: "vague (dozens, thousands)", share: "a share, in percent",
};
const UNITS: Record<Quantity["unit"], string> = {
  personnel: "personnel", squad: "squads", platoon: "platoons", company: "companies", battalion: "battalions", regiment: "regiments", brigade: "brigades", division: "divisions", corps: "corps", army: "armies",
  vehicle: "vehicles", tank: "tanks", artillery: "artillery pieces", aircraft: "aircraft", helicopter: "helicopters", ship: "ships", train: "trains", tent: "tents", site: "sites",
};

const part = (name: string, label: string, value: string | number | null, rest: Partial<DraftPart> = {}): DraftPart => ({ name, label, value: value === null ? "" : String(value), choices: null, isNumber: false, ...rest });

/** A field as it stands, ready to be corrected. */
export function draftOf(claim: Claim, { field, label, editor }: FieldInfo): Draft {
  switch (editor.kind) {
    case "quantity": return quantityDraft(claim.quantity);
    case "source": return { wordsPart: "source.person", parts: [part("source.person", "Person", claim.source?.person ?? null), part("source.role", "Role", claim.source?.role ?? null), part("source.organisation", "Organisation", claim.source?.organisation ?? null)] };
    case "list": return { wordsPart: field, parts: [part(field, label, claim.via.join(", "))] };
    case "choice": return { wordsPart: field, parts: [part(field, label, claim[field] as string | null, { choices: editor.isOptional ? { "": "–", ...editor.choices } : editor.choices })] };
    default: return { wordsPart: field, parts: [part(field, label, claim[field] as string | null)] };
  }
}

export const withPart = (draft: Draft, name: string, value: string): Draft => ({ ...draft, parts: draft.parts.map((one) => (one.name === name ? { ...one, value } : one)) });

type Mention<T> = { start: number; end: number; value: T };

/** What the reader understands of the picked words: the mention that they share most with. */
function mentionAt<T>(mentions: readonly Mention<T>[], { start, end }: Picked): Mention<T> | null {
  const shared = (one: Mention<T>): number => Math.min(one.end, end) - Math.max(one.start, start);
  const met = mentions.filter((one) => shared(one) > 0).toSorted((a, b) => shared(b) - shared(a) || a.end - a.start - (b.end - b.start));
  return met[0] ?? null;
}

/** The draft with words that were picked in the text: as the reader understands them where it does, else as they stand. */
export function withPicked(draft: Draft, { editor, field }: FieldInfo, picked: Picked, mentions: Mentions | undefined): Draft {
  if (editor.kind === "choice") return draft;
  if (editor.kind === "quantity") {
    const quantity = mentionAt(mentions?.quantities ?? [], picked);
    return quantity === null ? withPart(draft, draft.wordsPart, picked.text) : quantityDraft(quantity.value);
  }
  const known = { said: mentions?.times, asOf: mentions?.times, place: mentions?.places, otherPlace: mentions?.places, force: mentions?.forces }[field as string] ?? [];
  return withPart(draft, draft.wordsPart, mentionAt(known, picked)?.value ?? picked.text);
}

const quantityDraft = (quantity: Claim["quantity"]): Draft => ({
  wordsPart: "quantity.words",
  parts: [
    part("quantity.words", "Words", quantity?.words ?? null),
    part("quantity.modifier", "Means", quantity?.modifier ?? "exact", { choices: MODIFIERS }),
    part("quantity.low", "At least", quantity?.low ?? null, { isNumber: true }),
    part("quantity.high", "At most", quantity?.high ?? null, { isNumber: true }),
    part("quantity.point", "Named", quantity?.point ?? null, { isNumber: true }),
    part("quantity.unit", "Of", quantity?.unit ?? "personnel", { choices: UNITS }),
  ],
});

/** What the draft changes, as the API takes it; nothing where it changes nothing. */
export function correctionsOf(claim: Claim, info: FieldInfo, draft: Draft): string[] {
  const before = new Map(draftOf(claim, info).parts.map(({ name, value }) => [name, value]));
  const changed = draft.parts.filter(({ name, value }) => before.get(name) !== value.trim());
  if (changed.length === 0) return [];
  if (info.editor.kind === "quantity") return [`quantity=${JSON.stringify(wholeOf(draft))}`];
  if (info.editor.kind === "source") return [`source=${JSON.stringify(wholeOf(draft))}`];
  if (info.editor.kind === "list") return [`via=${JSON.stringify((draft.parts[0]?.value ?? "").split(",").map((name) => name.trim()).filter((name) => name !== ""))}`];
  // A text goes as JSON, so that whatever was typed is taken for text.
  return changed.map(({ name, value }) => `${name}=${JSON.stringify(value.trim() === "" ? null : value.trim())}`);
}

/** A field of several parts, all at once; null where everything is empty. */
function wholeOf({ parts, wordsPart }: Draft): Record<string, unknown> | null {
  const isEmpty = wordsPart === "quantity.words" ? parts.find(({ name }) => name === wordsPart)?.value.trim() === "" : parts.every(({ value }) => value.trim() === "");
  if (isEmpty) return null;
  return Object.fromEntries(parts.map(({ name, value, isNumber }) => [name.split(".")[1], value.trim() === "" ? null : isNumber ? toNumber(value) : value.trim()]));
}

// What is no number stays a text, which the server refuses with a line that says so.
const toNumber = (value: string): number | string => {
  const digits = value.replaceAll(/[\s,’']/g, "");
  return digits !== "" && Number.isFinite(Number(digits)) ? Number(digits) : value;
};
