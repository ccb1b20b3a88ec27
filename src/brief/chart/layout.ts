import type { Lane } from "./marks.ts";
import type { Series } from "./series.ts";

/** Positions in pixels from the upper left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Layout {
  width: number;
  height: number;
  /** Where the scales run. */
  plot: Box;
  lanes: { moves: Lane | null; announced: Lane | null };
  legend: { x: number; y: number; series: Series }[];
  /** The signs explained, below everything. */
  key: { x: number; y: number; sign: KeySign; text: string }[];
}

export const KEY_SIGNS = ["band90", "band50", "median", "atmost", "atleast", "part", "change"] as const;
export type KeySign = (typeof KEY_SIGNS)[number];

const KEY_TEXTS: Readonly<Record<KeySign, string>> = {
  band90: "90 % band", band50: "50 % band", median: "middle of the estimate", atmost: "at most", atleast: "at least", part: "part of the force", change: "change",
};

/** Wide enough for the final figure beside the plot. */
export const WIDE = 560;
const HEADER = 58;
const LINE = 20;
/** Two rows of marks with their arrows. */
const LANE = 42;
/** Average width of a letter of 12 pixels, generously. */
const LETTER = 6.5;
const SIGN = 22;

/** Places for items one after the other, in as many lines as it takes. */
function flow<T>(items: readonly T[], textOf: (item: T) => string, left: number, right: number, top: number): { placed: { x: number; y: number; item: T }[]; bottom: number } {
  let [x, y] = [left, top];
  const placed = items.map((item) => {
    const width = SIGN + textOf(item).length * LETTER + 12;
    if (x > left && x + width > right) [x, y] = [left, y + LINE];
    const at = { x, y, item };
    x += width;
    return at;
  });
  return { placed, bottom: items.length === 0 ? top : y + LINE };
}

export interface Wanted {
  moves: boolean;
  announced: boolean;
  estimate: boolean;
}

const keySigns = ({ estimate }: Wanted): KeySign[] => KEY_SIGNS.filter((sign) => estimate || sign === "atmost" || sign === "atleast" || sign === "part");

/** Where everything goes: heading, sources, plot, one lane each for movements and announcements, axis, key. */
export function layoutOf(width: number, series: readonly Series[], wanted: Wanted): Layout {
  const isWide = width >= WIDE;
  const [left, right] = [isWide ? 56 : 52, width - (isWide ? 104 : 12)];
  const legend = flow(series, ({ source }) => short(source), 2, width, HEADER + (isWide ? 0 : 4));
  const top = legend.bottom + 14;
  const bottom = top + (isWide ? 330 : 260);
  const lanes: Layout["lanes"] = { moves: null, announced: null };
  let below = bottom + 40;
  for (const [id, label] of [["moves", "Reported to come (↑) or leave (↓)"], ["announced", "Announced or feared, not counted"]] as const) {
    if (!wanted[id]) continue;
    below += 18;
    lanes[id] = { id, label, left, right, top: below, bottom: below + LANE };
    below += LANE;
  }
  const key = flow(keySigns(wanted), (sign) => KEY_TEXTS[sign], 2, width, below + 24);
  return {
    width, height: key.bottom + 2, plot: { left, top, right, bottom }, lanes,
    legend: legend.placed.map(({ x, y, item }) => ({ x, y, series: { ...item, source: short(item.source) } })),
    key: key.placed.map(({ x, y, item }) => ({ x, y, sign: item, text: KEY_TEXTS[item] })),
  };
}

const LONGEST_NAME = 38;
const short = (source: string): string => (source.length <= LONGEST_NAME ? source : `${source.slice(0, LONGEST_NAME - 1).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`);
