/** Two items that may belong together; `score` orders them. */
export interface Edge {
  a: number;
  b: number;
  score: number;
}

interface Group {
  items: number[];
  /** Different traits of its items, by which groups exclude each other. */
  traits: Set<number>;
}

/**
 * Puts items together along their edges, from the first to the last, unless the two groups that an edge would join hold
 * two that must stay apart: single linkage under cannot-link constraints. A vague item can so join one of two that
 * exclude each other, but never both.
 *
 * @param traits    of each item; items with one trait exclude the same others
 * @param edges     in the order in which they are tried
 * @param excludes  whether two traits must stay apart; symmetric
 * @returns         the groups, and the edges that joined them, which form a forest
 */
export function joinAlong(traits: readonly number[], edges: Iterable<Edge>, excludes: (a: number, b: number) => boolean): { groups: number[][]; tree: Edge[] } {
  const groups: (Group | null)[] = traits.map((trait, item) => ({ items: [item], traits: new Set([trait]) }));
  const groupOf = traits.map((_, item) => item);
  const tree: Edge[] = [];
  for (const edge of edges) {
    const [x, y] = [groupOf[edge.a] as number, groupOf[edge.b] as number];
    if (x === y) continue;
    const [mine, other] = [groups[x] as Group, groups[y] as Group];
    if (areApart(mine, other, excludes)) continue;
    // The smaller group moves, so that all moves together cost n log n.
    const [to, from] = mine.items.length >= other.items.length ? [x, y] : [y, x];
    absorb(groups[to] as Group, groups[from] as Group, (item) => void (groupOf[item] = to));
    groups[from] = null;
    tree.push(edge);
  }
  return { groups: groups.flatMap((group) => (group === null ? [] : [group.items])), tree };
}

function areApart(a: Group, b: Group, excludes: (a: number, b: number) => boolean): boolean {
  for (const x of a.traits) for (const y of b.traits) if (excludes(x, y)) return true;
  return false;
}

function absorb(group: Group, other: Group, moved: (item: number) => void): void {
  for (const item of other.items) {
    moved(item);
    group.items.push(item);
  }
  for (const trait of other.traits) group.traits.add(trait);
}
