import { normalNodes } from "./densities.ts";
import { toCell, toMen, toY, type Grid } from "./grid.ts";
import type { Move } from "./moves.ts";
import type { Window } from "./days.ts";

/** Several witnesses of one movement never make it surer than this. */
const MOST_CREDENCE = 0.93;
/** Reports of movements in one direction are of one movement when their windows overlap, up to this many days in all. */
const LONGEST = 62;
const NODES = normalNodes(7);

/** A sparse matrix by rows: weights `weight[k]` on cells `cell[k]` for k from `start[g]` to `start[g + 1]`. */
export interface Sparse {
  start: Int32Array;
  cell: Int32Array;
  weight: Float64Array;
}

/** Where each cell goes, and where each may have come from. */
export interface Kernel extends Sparse {
  origins: Sparse;
}

/** Something that happened once within a window of days, or not at all. */
export interface Event {
  /** Positions of the moves that tell of it. */
  members: number[];
  first: number;
  last: number;
  credence: number;
  direction: 1 | -1;
  kernel: Kernel;
}

/** A move with the days, counted from the first of the estimate, on which it may have happened. */
export interface DatedMove {
  move: Move;
  window: Pick<Window, "first" | "last">;
  /** Who tells of it; null where nobody is named. */
  witness: string | null;
}

/** y after a move, for each of the equally likely sizes that it may have. */
function destinations({ effect }: Move, y: number): number[] {
  const men = toMen(y);
  if (effect.kind === "factor") return NODES.map((z) => toY(men * 10 ** (effect.mean + effect.sd * z)));
  const [low, high] = [Math.log10(effect.low), Math.log10(effect.high)];
  return NODES.map((z, i) => {
    const size = 10 ** (low + ((i + 0.5) / NODES.length) * (high - low) + effect.sd * z);
    return toY(Math.max(0, men + effect.sign * size));
  });
}

/** The average of the members' moves; a destination between two cells is shared between them. */
function kernelOf(grid: Grid, moves: readonly Move[]): Kernel {
  const rows = Array.from({ length: grid.size }, (_, g) => {
    const row = new Float64Array(grid.size);
    for (const move of moves) {
      for (const y of destinations(move, grid.y[g] as number)) {
        const position = toCell(grid, y);
        const [cell, part] = [Math.floor(position), position % 1];
        row[cell] = (row[cell] as number) + (1 - part) / moves.length / NODES.length;
        if (part > 0) row[cell + 1] = (row[cell + 1] as number) + part / moves.length / NODES.length;
      }
    }
    return row;
  });
  const columns = rows.map((_, to) => Float64Array.from(rows, (row) => row[to] as number));
  return { ...sparse(rows), origins: sparse(columns) };
}

function sparse(rows: readonly Float64Array[]): Sparse {
  const start = [0];
  const [cell, weight]: [number[], number[]] = [[], []];
  for (const row of rows) {
    for (let to = 0; to < row.length; to++) {
      const share = row[to] as number;
      if (share === 0) continue;
      cell.push(to);
      weight.push(share);
    }
    start.push(cell.length);
  }
  return { start: Int32Array.from(start), cell: Int32Array.from(cell), weight: Float64Array.from(weight) };
}

/**
 * Chance beforehand that what several tell took place: witnesses are independent of one another, but what one of them tells
 * again is no second witness, and where nobody is named it may well be one of them who is retold.
 */
function credenceOf(told: readonly DatedMove[]): number {
  const isAnyNamed = told.some(({ witness }) => witness !== null);
  const credences = new Map<string | null, number>();
  for (const { move, witness } of told) {
    if (witness !== null || !isAnyNamed) credences.set(witness, Math.max(credences.get(witness) ?? 0, move.credence));
  }
  return Math.min(MOST_CREDENCE, 1 - [...credences.values()].reduce((doubt, credence) => doubt * (1 - credence), 1));
}

interface Group {
  members: number[];
  first: number;
  last: number;
  direction: 1 | -1;
}

function group(moves: readonly DatedMove[]): Group[] {
  const order = moves.map((_, i) => i).sort((i, j) => {
    const [a, b] = [moves[i] as DatedMove, moves[j] as DatedMove];
    return a.window.first - b.window.first || a.window.last - b.window.last || i - j;
  });
  const groups: Group[] = [];
  for (const i of order) {
    const { move, window } = moves[i] as DatedMove;
    const open = groups.find((other) => other.direction === move.direction && window.first <= other.last && Math.max(other.last, window.last) - other.first < LONGEST);
    if (open === undefined) groups.push({ members: [i], ...window, direction: move.direction });
    else [open.last] = [Math.max(open.last, window.last), open.members.push(i)];
  }
  return groups;
}

/**
 * Moves as events whose windows do not overlap, so that one flag in the chain tells whether the event of the day is
 * past. Reports of one direction that overlap are one event: a withdrawal told three times happened once.
 *
 * @param days  length of the estimate; what lies outside is cut off
 */
export function eventsOf(grid: Grid, moves: readonly DatedMove[], days: number): Event[] {
  const groups = group(moves).sort((a, b) => a.first - b.first || a.last - b.last);
  for (let i = 1; i < groups.length; i++) {
    const [before, after] = [groups[i - 1] as Group, groups[i] as Group];
    if (after.first > before.last) continue;
    const middle = Math.floor((Math.max(before.first, after.first) + Math.min(before.last, after.last)) / 2);
    before.last = Math.max(before.first, middle);
    after.first = before.last + 1;
    after.last = Math.max(after.first, after.last);
  }
  const kernels = new Map<string, Kernel>();
  const kernel = (members: readonly Move[]): Kernel => {
    const key = JSON.stringify(members.map((move) => move.effect));
    const known = kernels.get(key) ?? kernelOf(grid, members);
    kernels.set(key, known);
    return known;
  };
  return groups.filter(({ first, last }) => last >= 0 && first < days).map(({ members, first, last, direction }) => {
    const told = members.map((i) => moves[i] as DatedMove);
    return {
      members, direction, first: Math.max(0, first), last: Math.min(days - 1, last),
      credence: credenceOf(told), kernel: kernel(told.map(({ move }) => move)),
    };
  });
}
