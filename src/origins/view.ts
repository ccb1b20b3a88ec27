import { daysOf, nameKey, type Claim } from "../claims/index.ts";
import { amountOf, figureKey, type Amount } from "./amount.ts";
import { CHANNELS } from "./offices.ts";
import { occasionOf, type Occasion } from "./occasion.ts";
import { PhraseTable } from "./phrases.ts";
import { placeView, type PlaceView } from "./place.ts";
import { romanise, romanWords } from "./romanise.ts";
import type { Sketch } from "./sketch.ts";
import type { SourceView } from "./source.ts";

/** A claim as origins needs it: what `kind` says, and whatever else is known; a field that is absent is null. */
export type ClaimFacts = Partial<Omit<Claim, "kind">> & Pick<Claim, "kind">;

/** The document that a claim stands in, as far as it is known. */
export interface ClaimDocument {
  /** The same for all claims of one document. */
  id: string;
  text?: string | null;
  /** EDTF. */
  published?: string | null;
  /** Who reported. */
  outlet?: string | null;
  /** Of a digest: whose words these are. */
  digestBy?: string | null;
}

/** A claim in its document, under an id that stays the same when the document is read again. */
export interface PlacedClaim {
  id: string;
  claim: ClaimFacts;
  document: ClaimDocument;
}

/** What one document has of a source from one day: its figures, by which two occasions are told apart. */
export type Companions = readonly Companion[];
export interface Companion {
  /** What is counted, and where. */
  theme: string;
  place: string;
  amount: Amount;
}

/** A claim made ready for comparison. */
export interface View {
  /** What must be equal: kind, polarity and whether it happened. */
  deed: string;
  force: string;
  reality: string;
  source: SourceView;
  amount: Amount | null;
  /** Words for a size or a direction, and "unknown" where the source says that nobody knows. */
  size: string;
  unitName: string;
  place: PlaceView;
  occasion: Occasion;
  asOf: { from: number; to: number } | null;
  channels: readonly string[];
  via: readonly string[];
  companions: Companions;
  /** Its document and where in it the words stand. */
  home: Home;
  evidence: Sketch;
  document: Sketch;
}

export interface Home {
  document: string;
  start: number;
  end: number;
}

const channelTable = new PhraseTable(CHANNELS);

const deedOf = ({ kind, polarity = "affirmed", reality = "actual" }: ClaimFacts): string => `${kind} ${polarity} ${reality === "actual" ? "actual" : "not yet"}`;

function sizeOf({ size, direction, certainty, quantity }: ClaimFacts): string {
  if (quantity) return "";
  return [certainty === "unknown" ? "unknown" : "", size ?? "", direction ?? ""].join(" ").trim();
}

export const companionOf = (claim: ClaimFacts, amount: Amount): Companion => ({
  theme: [deedOf(claim), nameKey(claim.force ?? ""), nameKey(claim.unitName ?? "")].join("|"), place: nameKey(claim.place ?? ""), amount,
});

/** The same for companions that are compared as equal. */
export const companionKey = ({ theme, place, amount }: Companion): string => JSON.stringify([theme, place, amount.key, amount.side, amount.unit]);

export interface Surroundings {
  source: SourceView;
  /** When the document, or that of which it is a copy, was first published. */
  published: string | null;
  companions: Companions;
  home: string;
  evidence: Sketch;
  document: Sketch;
}

export function viewOf(claim: ClaimFacts, { source, published, companions, home, evidence, document }: Surroundings): View {
  const via = (claim.via ?? []).slice(0, 8);
  return {
    deed: deedOf(claim),
    force: nameKey(claim.force ?? ""),
    reality: String(claim.reality ?? "actual"),
    source,
    amount: amountOf(claim.quantity),
    size: sizeOf(claim),
    unitName: nameKey(romanise(claim.unitName ?? "")),
    place: placeView(claim.place, claim.country),
    occasion: occasionOf(claim.said, published),
    asOf: claim.asOf ? daysOf(claim.asOf) : null,
    channels: channelTable.takeFrom(via.flatMap(romanWords)).names,
    via: via.map((name) => nameKey(romanise(name))),
    companions,
    home: { document: home, start: claim.evidence?.start ?? 0, end: claim.evidence?.end ?? 0 },
    evidence,
    document,
  };
}

const occasionKey = ({ from, to, stated, weekday, monthDay }: Occasion): string => [from, to, stated, weekday, monthDay].join();

/** Equal for claims of which all but the words is the same: what rules one of them out rules out the other. */
export const factsKey = (view: View): string =>
  JSON.stringify([
    view.deed, view.force, view.reality, view.source.key, figureKey(view.amount), view.amount?.side, view.amount?.about, view.amount?.unit, view.size, view.unitName,
    view.via, view.place, occasionKey(view.occasion), view.asOf === null ? "" : `${view.asOf.from}/${view.asOf.to}`, view.channels,
    view.companions.map(companionKey).sort(),
  ]);
