import type { Decision } from "../claims/index.ts";
import type { Atom } from "./atoms.ts";
import type { Edge } from "./cluster.ts";
import { isKeptApart } from "./compare.ts";
import type { View } from "./view.ts";

/** What persons decided, in terms of atoms. */
export class Decided {
  readonly joins: readonly Edge[];
  /** A number for all atoms of equal facts, and one of its own for each atom on which a person decided. */
  readonly traits: number[];
  private readonly joined: ReadonlySet<Edge>;
  private readonly views: View[] = [];
  private readonly apart = new Set<string>();
  /** Traits of claims that a person joined to an earlier one against the rules: they rule nothing out. */
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
      this.views[number] ??= view;
      return number;
    });
    const ends = ({ claims }: Decision): [number, number] => claims.map((id) => atomOf.get(id) as number).sort((a, b) => a - b) as [number, number];
    this.joins = joins.map((decision) => ({ a: ends(decision)[0], b: ends(decision)[1], score: 1 }));
    this.joined = new Set(this.joins);
    this.freeJoined();
    for (const decision of splits) {
      const [a, b] = ends(decision).map((atom) => this.traits[atom] as number) as [number, number];
      this.apart.add(`${a} ${b}`).add(`${b} ${a}`);
    }
  }

  // A link that a person confirms frees nothing: only what the rules would keep apart must come together all the same.
  private freeJoined(): void {
    const groups = new Map<number, number[]>();
    const groupOf = (trait: number): number[] => groups.get(trait) ?? [trait];
    for (const { a, b } of this.joins) {
      const [one, other] = [groupOf(this.traits[a] as number), groupOf(this.traits[b] as number)];
      if (one === other) continue;
      for (const trait of other) if (one.some((earlier) => this.excludes(earlier, trait))) this.free.add(trait);
      const both = [...one, ...other];
      for (const trait of both) groups.set(trait, both);
    }
  }

  isJoin(edge: Edge): boolean {
    return this.joined.has(edge);
  }

  /** Whether atoms of these two traits must not come together. */
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
