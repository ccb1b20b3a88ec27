import type { Decision, Link, Statement } from "../claims/index.ts";
import { atomsOf, type Atom } from "./atoms.ts";
import { candidatePairs } from "./blocks.ts";
import { joinAlong, type Edge } from "./cluster.ts";
import { compare, type Comparison } from "./compare.ts";
import { Decided } from "./decided.ts";
import { settle, type Unmet } from "./decisions.ts";
import { statementOf } from "./statement-of.ts";
import type { PlacedClaim, View } from "./view.ts";
import { LEAST_SCORE } from "./weights.ts";

export interface Statements {
  /** In the order of the claims' first appearance. */
  statements: Statement[];
  /** Decisions that could not be followed. */
  unmet: Unmet[];
}

/**
 * Puts claims together that are one statement repeated: the same source said the same thing on the same occasion, or the
 * documents are near-copies. The order of the claims changes nothing but the order of the statements.
 *
 * @param claims     each with an id of its own
 * @param decisions  what persons decided, from the first to the last; see {@link settle}
 * @throws RangeError for two claims with one id
 */
export function toStatements(claims: readonly PlacedClaim[], decisions: readonly Decision[] = []): Statements {
  const ids = new Set(claims.map(({ id }) => id));
  if (ids.size < claims.length) throw new RangeError("two claims have one id");
  const { joins, splits, unmet } = settle(decisions, ids);
  const atoms = atomsOf(claims, new Set([...joins, ...splits].flatMap(({ claims: pair }) => pair)));
  const decided = new Decided(atoms, joins, splits);
  const { groups, tree } = joinAlong(decided.traits, [...decided.joins, ...edgesOf(atoms)], (a, b) => decided.excludes(a, b));
  const links = new Map<number, Link[]>(atoms.map((atom, item) => [item, linksWithin(atom)]));
  for (const edge of tree) links.get(edge.a)?.push(decided.isJoin(edge) ? joined(atoms, edge) : linkOf(atoms, edge));
  const statements = groups.map((group) =>
    statementOf(group.flatMap((item) => (atoms[item] as Atom).claims), group.flatMap((item) => links.get(item) as Link[])),
  );
  return { statements: inOrderOf(claims, statements), unmet };
}

/** Edges worth following, the best first; of equally good ones those with the earlier claims. */
function edgesOf(atoms: readonly Atom[]): Edge[] {
  const views = atoms.map(({ view }) => view);
  const edges: Edge[] = [];
  for (const [a, b] of candidatePairs(views)) {
    const score = compare(views[a] as View, views[b] as View)?.score ?? 0;
    if (score >= LEAST_SCORE) edges.push({ a, b, score });
  }
  return edges.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

const idOf = (atom: Atom): string => (atom.claims[0] as PlacedClaim).id;
const endsOf = (atoms: readonly Atom[], { a, b }: Edge): [Atom, Atom] => [atoms[a] as Atom, atoms[b] as Atom];

/** The rule of a link that a person made. */
export const PERSON_JOINED = "decision/join";

/** What the rules make of the same two claims stays beside the person's word, where they rule nothing out. */
function joined(atoms: readonly Atom[], edge: Edge): Link {
  const [x, y] = endsOf(atoms, edge);
  return { claims: [idOf(x), idOf(y)], score: 1, reasons: [{ rule: PERSON_JOINED, weight: 0 }, ...(compare(x.view, y.view)?.reasons ?? [])] };
}

function linkOf(atoms: readonly Atom[], edge: Edge): Link {
  const [x, y] = endsOf(atoms, edge);
  return { claims: [idOf(x), idOf(y)], ...certain(compare(x.view, y.view)) };
}

// What has been compared before, and was not ruled out then.
function certain(comparison: Comparison | null): Comparison {
  if (comparison === null) throw new RangeError("two claims are linked that rule each other out");
  return comparison;
}

/** Claims that nothing tells apart, each linked with the first. */
function linksWithin(atom: Atom): Link[] {
  if (atom.claims.length === 1) return [];
  const comparison = certain(compare(atom.view, atom.view));
  return atom.claims.slice(1).map(({ id }) => ({ claims: [idOf(atom), id], ...comparison }));
}

function inOrderOf(claims: readonly PlacedClaim[], statements: readonly Statement[]): Statement[] {
  const place = new Map(claims.map(({ id }, i) => [id, i]));
  const first = new Map(statements.map((statement) => [statement, statement.claims.reduce((least, id) => Math.min(least, place.get(id) as number), Infinity)]));
  return [...statements].sort((a, b) => (first.get(a) as number) - (first.get(b) as number));
}
