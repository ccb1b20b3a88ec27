import { amountOf } from "./amount.ts";
import { compare } from "./compare.ts";
import { documentsOf } from "./documents.ts";
import { Sketchbook } from "./sketch.ts";
import { Affiliations, sourceView, type SourceView } from "./source.ts";
import { companionKey, companionOf, factsKey, viewOf, type Companions, type PlacedClaim, type View } from "./view.ts";
import { LEAST_SCORE } from "./weights.ts";

/** Claims that nothing tells apart but their documents: forty reprints of one agency text. */
export interface Atom {
  view: View;
  /** Equal facts, equal number: see {@link factsKey}. */
  facts: string;
  /** In the order of their ids. */
  claims: PlacedClaim[];
}

/** Figures of one source in one document that are kept to tell occasions apart. */
const MAX_COMPANIONS = 12;

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

// A background that quotes him of March is another occasion than his words of today, in one document.
const speakerKey = ({ document, claim }: PlacedClaim, { named, person, bodies, names }: SourceView): string =>
  named ? JSON.stringify([document.id, claim.said ?? "", person.length > 0 ? person : [bodies, names]]) : "";

/** The source of each claim; one view for all claims that name it alike. */
function sourcesOf(claims: readonly PlacedClaim[]): Map<string, SourceView> {
  const views = new Map<string, SourceView>();
  const keyOf = ({ claim: { source } }: PlacedClaim): string => JSON.stringify([source?.person, source?.role, source?.organisation]);
  for (const placed of claims) if (!views.has(keyOf(placed))) views.set(keyOf(placed), sourceView(placed.claim.source));
  const affiliations = new Affiliations([...views].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, view]) => view));
  const complete = new Map([...views].map(([key, view]) => [key, affiliations.complete(view)]));
  return new Map(claims.map((placed) => [placed.id, complete.get(keyOf(placed)) as SourceView]));
}

/** What each source gave on each occasion in each document, under {@link speakerKey}; nothing for those who are not named. */
function companionsOf(claims: readonly PlacedClaim[], sources: ReadonlyMap<string, SourceView>): Map<string, Companions> {
  const found = new Map<string, Map<string, Companions[number]>>();
  for (const placed of claims) {
    const amount = amountOf(placed.claim.quantity);
    const key = speakerKey(placed, sources.get(placed.id) as SourceView);
    if (amount === null || key === "") continue;
    const figures = found.get(key) ?? new Map<string, Companions[number]>();
    const companion = companionOf(placed.claim, amount);
    if (figures.size < MAX_COMPANIONS) figures.set(companionKey(companion), companion);
    found.set(key, figures);
  }
  return new Map([...found].map(([key, figures]) => [key, [...figures.values()]]));
}

// By the last possible day, so that a wide window comes after the days that it holds.
const dayOf = ({ view }: Atom): number => view.occasion.to;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: Atom, b: Atom): number => {
  const [x, y] = [dayOf(a), dayOf(b)];
  return (x === y ? 0 : x - y) || compareText(a.facts, b.facts) || byId(a.claims[0] as PlacedClaim, b.claims[0] as PlacedClaim);
};

/**
 * The claims as views, those that nothing tells apart as one, in the order of their dates; the undated last.
 *
 * @param alone  ids of claims that are kept for themselves
 */
export function atomsOf(claims: readonly PlacedClaim[], alone: ReadonlySet<string>): Atom[] {
  const sketches = new Sketchbook();
  const documents = documentsOf(claims, sketches);
  const sorted = [...claims].sort(byId);
  const sources = sourcesOf(sorted);
  const companions = companionsOf(sorted, sources);
  const words = new Map<unknown, number>();
  const wordsId = (sketch: unknown): number => words.get(sketch) ?? (words.set(sketch, words.size), words.size - 1);
  const atoms = new Map<string, Atom>();
  for (const placed of sorted) {
    const { claim, document } = placed;
    const { sketch, published } = documents.get(document.id) ?? { sketch: new Uint32Array(), published: null };
    const evidence = sketches.of([claim.evidence?.text ?? ""]);
    const source = sources.get(placed.id) as SourceView;
    const view = viewOf(claim, { source, published, companions: companions.get(speakerKey(placed, source)) ?? [], home: document.id, evidence, document: sketch });
    const facts = factsKey(view);
    const shared = `${facts} ${wordsId(evidence)} ${wordsId(sketch)}`;
    // What is so vague that it would not be linked with its own double stays alone as well.
    const isAlone = alone.has(placed.id) || (compare(view, view)?.score ?? 0) < LEAST_SCORE;
    const key = isAlone ? `${shared} ${placed.id}` : shared;
    const atom = atoms.get(key);
    if (atom === undefined) atoms.set(key, { view, facts, claims: [placed] });
    else atom.claims.push(placed);
  }
  return [...atoms.values()].sort(inOrder);
}
