import type { Decision, Link, Statement } from "../claims/index.ts";
import { atomsOf, type Atom } from "./atoms.ts";
import { candidatePairs } from "./blocks.ts";
import { joinAlong, type Edge } from "./cluster.ts";
import { compare, isKeptApart } from "./compare.ts";
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
  const byItem = new Map<number, Edge[]>();
  for (const edge of tree) byItem.set(edge.a, [...(byItem.get(edge.a) ?? []), edge]);
  const statements = groups.map((group) => {
    const links = group.flatMap((item) => [...linksWithin(atoms[item] as Atom), ...(byItem.get(item) ?? []).map((edge) => linkOf(atoms, edge))]);
    return statementOf(group.flatMap((item) => (atoms[item] as Atom).claims), links);
  });
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

/** What persons decided, in terms of atoms. */
class Decided {
  readonly joins: Edge[];
  /** A number for all atoms of equal facts, and one of its own for each atom on which a person decided. */
  readonly traits: number[];
  private readonly views: View[] = [];
  private readonly apart = new Set<string>();
  /** Traits of claims that a person joined to an earlier one, whatever they say: they rule nothing out. */
  private readonly free = new Set<number>();
  private readonly known = new Map<string, boolean>();

  constructor(atoms: readonly Atom[], joins: readonly Decision[], splits: readonly Decision[]) {
    const decided = new Set([...joins, ...splits].flatMap(({ claims }) => claims));
    const atomOf = new Map(atoms.flatMap(({ claims }, atom) => claims.filter(({ id }) => decided.has(id)).map(({ id }) => [id, atom] as const)));
    const numbers = new Map<string, number>();
    this.traits = atoms.map(({ claims, facts, view }) => {
      const key = claims.some(({ id }) => decided.has(id)) ? `${claims[0]?.id} ${facts}` : facts;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      this.views[number] = view;
      return number;
    });
    const ends = ({ claims }: Decision): [number, number] => claims.map((id) => atomOf.get(id) as number).sort((a, b) => a - b) as [number, number];
    this.joins = joins.map((decision) => ({ a: ends(decision)[0], b: ends(decision)[1], score: 1 }));
    for (const { b } of this.joins) this.free.add(this.traits[b] as number);
    for (const decision of splits) {
      const [a, b] = ends(decision).map((atom) => this.traits[atom] as number) as [number, number];
      this.apart.add(`${a} ${b}`).add(`${b} ${a}`);
    }
  }

  excludes(a: number, b: number): boolean {
    if (a === b) return false;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (this.apart.has(key)) return true;
    if (this.free.has(a) || this.free.has(b)) return false;
    const known = this.known.get(key) ?? isKeptApart(this.views[a] as View, this.views[b] as View);
    this.known.set(key, known);
    return known;
  }
}

const idOf = (atom: Atom, i = 0): string => (atom.claims[i] as PlacedClaim).id;

function linkOf(atoms: readonly Atom[], { a, b, score }: Edge): Link {
  const [x, y] = [atoms[a] as Atom, atoms[b] as Atom];
  const reasons = compare(x.view, y.view)?.reasons ?? [];
  const claims: [string, string] = [idOf(x), idOf(y)];
  return score === 1 ? { claims, score, reasons: [{ rule: PERSON_JOINED, weight: 0 }] } : { claims, score, reasons };
}

/** The rule of a link that a person made. */
export const PERSON_JOINED = "decision/join";

/** Claims that nothing tells apart, each linked with the first. */
function linksWithin(atom: Atom): Link[] {
  if (atom.claims.length === 1) return [];
  const comparison = compare(atom.view, atom.view);
  if (comparison === null) throw new RangeError("a claim is ruled out by itself");
  return atom.claims.slice(1).map(({ id }) => ({ claims: [idOf(atom), id], ...comparison }));
}

function inOrderOf(claims: readonly PlacedClaim[], statements: readonly Statement[]): Statement[] {
  const place = new Map(claims.map(({ id }, i) => [id, i]));
  const first = new Map(statements.map((statement) => [statement, statement.claims.reduce((least, id) => Math.min(least, place.get(id) ?? Infinity), Infinity)]));
  return [...statements].sort((a, b) => (first.get(a) as number) - (first.get(b) as number));
}
