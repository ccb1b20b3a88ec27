import { daysOf } from "../claims/index.ts";
import { amountOf, figureKey } from "./amount.ts";
import { bucketsOf, resemblance, type Sketch, type Sketchbook } from "./sketch.ts";
import type { PlacedClaim } from "./view.ts";

/** A document's words, and when they were first published. */
export interface DocumentView {
  sketch: Sketch;
  published: string | null;
}

/** From this share of common shingles on, one of two documents is a reprint of the other. */
const REPRINT = 0.8;
/** Shingles that a document of which only evidence is known must have: two short sentences may be alike by chance. */
const LEAST_EVIDENCE = 40;
/** Documents that a document is compared with for each of its buckets. */
const MAX_NEIGHBOURS = 8;

interface Paper extends DocumentView {
  id: string;
  day: number;
  /** Whether its words are its text, or enough of it. */
  isKnown: boolean;
  /** What its claims count: this week's report in the words of the last one is no reprint. */
  figures: ReadonlySet<string>;
}

/** The documents of all claims. Without its text, a document's words are those of its claims' evidence. */
function papersOf(claims: readonly PlacedClaim[], sketches: Sketchbook): Paper[] {
  const byId = new Map<string, { published: string | null; text: string | null; evidence: Set<string>; figures: Set<string> }>();
  for (const { claim, document } of claims) {
    const paper = byId.get(document.id) ?? { published: null, text: null, evidence: new Set<string>(), figures: new Set<string>() };
    paper.published ??= document.published ?? null;
    paper.text ??= document.text ?? null;
    if (claim.evidence) paper.evidence.add(claim.evidence.text);
    paper.figures.add(figureKey(amountOf(claim.quantity)));
    byId.set(document.id, paper);
  }
  return [...byId].map(([id, { published, text, evidence, figures }]) => {
    const texts = text === null ? [...evidence].sort() : [text];
    const sketch = sketches.of(texts);
    return { id, published, figures, sketch, isKnown: text !== null || sketch.length >= LEAST_EVIDENCE, day: published === null ? Infinity : (daysOf(published)?.to ?? Infinity) };
  });
}

const byDay = (a: Paper, b: Paper): number => a.day - b.day || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const isReprint = (paper: Paper, original: Paper): boolean =>
  paper.isKnown && original.isKnown && [...paper.figures].every((figure) => original.figures.has(figure)) && resemblance(paper.sketch, original.sketch) >= REPRINT;

/**
 * What each document holds, with the day of publication of the earliest document that it reprints: the day on which a
 * reprint came out says nothing on when its words were said. It is compared with originals only, so that a text that is
 * rewritten step by step does not remain a reprint for ever.
 */
export function documentsOf(claims: readonly PlacedClaim[], sketches: Sketchbook): Map<string, DocumentView> {
  const originals = new Map<number, Paper[]>();
  const views = new Map<string, DocumentView>();
  for (const paper of papersOf(claims, sketches).sort(byDay)) {
    const buckets = bucketsOf(paper.sketch);
    const near = new Set(buckets.flatMap((bucket) => originals.get(bucket) ?? []));
    const original = [...near].find((candidate) => isReprint(paper, candidate));
    views.set(paper.id, { sketch: paper.sketch, published: original?.published ?? paper.published });
    if (original !== undefined) continue;
    for (const bucket of buckets) {
      const known = originals.get(bucket) ?? [];
      if (known.length < MAX_NEIGHBOURS) originals.set(bucket, [...known, paper]);
    }
  }
  return views;
}
