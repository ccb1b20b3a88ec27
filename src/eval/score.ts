import { whole, type GoldDocument, type LooseClaim, type WholeClaim } from "./gold.ts";
import { isAnchored, pairClaims } from "./pairing.ts";
import { FULL, HEADLINE, SLOT_NAMES, SLOTS, wrongSlots, type Slot } from "./slots.ts";

/** Precision, recall and their harmonic mean, each 0 to 1 and rounded to three places. */
export interface Figures {
  precision: number;
  recall: number;
  f1: number;
}

interface KindCount {
  gold: number;
  predicted: number;
  matched: number;
}

/** Something a reader got wrong: a claim not found, one that is not there, or a matched number with a wrong headline. */
export interface Miss {
  id: string;
  /** "missed", "invented", or the wrong slots of the headline, with commas. */
  why: string;
  gold?: WholeClaim;
  predicted?: WholeClaim;
}

export interface Score {
  documents: number;
  /** Documents that were not read at all. */
  absent: number;
  /** Claims read whose evidence is not the text's. */
  unanchored: number;
  gold: number;
  predicted: number;
  matched: number;
  goldNumber: number;
  predictedNumber: number;
  number: number;
  headline: number;
  full: number;
  claim: Figures;
  numberF: Figures;
  headlineF: Figures;
  fullF: Figures;
  slot: Record<Slot, number>;
  kind: Record<string, KindCount & Figures>;
}

const round = (value: number): number => Number(value.toFixed(3));
const ratio = (part: number, all: number): number => (all === 0 ? 0 : part / all);

function figuresOf(right: number, read: number, gold: number): Figures {
  const precision = ratio(right, read);
  const recall = ratio(right, gold);
  return { precision: round(precision), recall: round(recall), f1: round(ratio(2 * precision * recall, precision + recall)) };
}

/** Counts documents one at a time, so that a gold file of any length is scored in constant memory. */
export class Scorer {
  private readonly count = { gold: 0, predicted: 0, matched: 0, goldNumber: 0, predictedNumber: 0, number: 0, headline: 0, full: 0 };
  private readonly slots = Object.fromEntries(SLOT_NAMES.map((slot) => [slot, 0])) as Record<Slot, number>;
  private readonly kinds = new Map<string, KindCount>();
  private documents = 0;
  private absent = 0;
  private unanchored = 0;
  readonly misses: Miss[] = [];
  private readonly keepMisses: number;

  /** @param keepMisses  how many misses to remember, in order; 0 for none */
  constructor(keepMisses = 0) {
    this.keepMisses = keepMisses;
  }

  /** @param read  the claims read in the document, or null where it could not be read */
  add({ document, claims }: GoldDocument, read: readonly LooseClaim[] | null): void {
    this.documents++;
    if (read === null) this.absent++;
    const gold = claims.map(whole);
    const found = (read ?? []).map(whole);
    this.unanchored += found.filter((claim) => !isAnchored(claim, document.text)).length;
    this.countClaims(gold, found);
    const pairs = pairClaims(gold, found, document.text);
    for (const [i, j] of pairs) this.countPair(document.id, gold[i] as WholeClaim, found[j] as WholeClaim);
    const paired = new Set(pairs.values());
    gold.forEach((claim, i) => pairs.has(i) || this.miss({ id: document.id, why: "missed", gold: claim }));
    found.forEach((claim, j) => paired.has(j) || this.miss({ id: document.id, why: "invented", predicted: claim }));
  }

  private kind(name: string): KindCount {
    const kind = this.kinds.get(name) ?? { gold: 0, predicted: 0, matched: 0 };
    this.kinds.set(name, kind);
    return kind;
  }

  private countClaims(gold: readonly WholeClaim[], read: readonly WholeClaim[]): void {
    this.count.gold += gold.length;
    this.count.predicted += read.length;
    this.count.goldNumber += gold.filter((claim) => claim.quantity).length;
    this.count.predictedNumber += read.filter((claim) => claim.quantity).length;
    for (const claim of gold) this.kind(String(claim.kind)).gold++;
    for (const claim of read) this.kind(String(claim.kind)).predicted++;
  }

  private countPair(id: string, gold: WholeClaim, read: WholeClaim): void {
    this.count.matched++;
    this.kind(String(gold.kind)).matched++;
    for (const slot of SLOT_NAMES) if (SLOTS[slot](gold, read)) this.slots[slot]++;
    if (wrongSlots(FULL, gold, read).length === 0) this.count.full++;
    if (!gold.quantity || !read.quantity || !SLOTS.quantity(gold, read)) return;
    this.count.number++;
    const wrong = wrongSlots(HEADLINE, gold, read);
    if (wrong.length === 0) this.count.headline++;
    else this.miss({ id, why: wrong.join(","), gold, predicted: read });
  }

  private miss(miss: Miss): void {
    if (this.misses.length < this.keepMisses) this.misses.push(miss);
  }

  /** The figures over everything added so far. */
  score(): Score {
    const { gold, predicted, matched, goldNumber, predictedNumber, number, headline, full } = this.count;
    const kinds = [...this.kinds].map(([name, kind]) => [name, { ...kind, ...figuresOf(kind.matched, kind.predicted, kind.gold) }]);
    return {
      documents: this.documents, absent: this.absent, unanchored: this.unanchored, ...this.count,
      claim: figuresOf(matched, predicted, gold),
      numberF: figuresOf(number, predictedNumber, goldNumber),
      headlineF: figuresOf(headline, predictedNumber, goldNumber),
      fullF: figuresOf(full, predicted, gold),
      slot: Object.fromEntries(SLOT_NAMES.map((slot) => [slot, round(ratio(this.slots[slot], matched))])) as Record<Slot, number>,
      kind: Object.fromEntries(kinds),
    };
  }
}
