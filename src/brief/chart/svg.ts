import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle, symbolWye } from "d3-shape";
import { escapeXml } from "../formats/escape.ts";
import type { PlacedMark } from "./marks.ts";
import type { Scene } from "./scene.ts";
import { CHART_STYLE } from "./style.ts";

/** A shape for each style, the most different first; the sizes even out how large they look. */
const SHAPES = [
  [symbolCircle, 84], [symbolSquare, 78], [symbolDiamond, 72], [symbolTriangle, 70], [symbolCross, 76], [symbolStar, 68], [symbolWye, 64],
] as const;
export const SYMBOLS: readonly string[] = SHAPES.map(([type, size]) => symbol().type(type).size(size).digits(1)() ?? "");

const text = (x: number, y: number, content: string, kind: string, anchor?: "start" | "middle" | "end"): string =>
  `<text x="${x}" y="${y}" class="${kind}"${anchor === undefined ? "" : ` text-anchor="${anchor}"`}>${escapeXml(content)}</text>`;
const line = (x1: number, y1: number, x2: number, y2: number, kind: string): string => `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" class="${kind}"/>`;

function axes({ x, y, plot }: Scene): string[] {
  return [
    ...y.ticks.flatMap(({ at, label }) => [line(plot.left, at, plot.right, at, label === "0" ? "axis" : "grid"), text(plot.left - 8, at + 4, label, "tick", "end")]),
    ...x.ticks.flatMap(({ at, label, below }) => [
      line(at, plot.bottom, at, plot.bottom + 5, "axis"), text(at, plot.bottom + 18, label, "tick", "middle"), ...(below === null ? [] : [text(at, plot.bottom + 32, below, "tick year", "middle")]),
    ]),
  ];
}

/** Length of an arrow beyond its mark, in the plot and in a lane. */
const ARROW = { plot: 20, lane: 13 } as const;

function arrow({ x, y, kind, arrow: way }: PlacedMark): string {
  if (way === null) return "";
  const sign = way === "up" ? -1 : 1;
  const [from, tip] = [y + sign * 5, y + sign * (kind === "level" || kind === "part" ? ARROW.plot : ARROW.lane)];
  return `<path class="stem" d="M${x},${from}V${tip}M${x - 3.5},${tip - sign * 4}L${x},${tip}L${x + 3.5},${tip - sign * 4}"/>`;
}

function mark(one: PlacedMark, isLinked: boolean): string {
  const { x, y, days, range, style, isHollow, title, label, reference } = one;
  const parts = [
    days === null ? "" : line(days.left, y, days.right, y, "days"),
    range === null ? "" : `<path class="stem" d="M${x - 4},${range.top}h8M${x},${range.top}V${range.bottom}M${x - 4},${range.bottom}h8"/>`,
    arrow(one),
    `<path class="sign${isHollow ? " hollow" : ""}" transform="translate(${x},${y})" d="${SYMBOLS[style]}"/>`,
    label === null ? "" : text(label.x, label.y, label.text, "ref", label.anchor),
  ].join("");
  const inner = `<title>${escapeXml(title)}</title>${parts}`;
  const kind = `mark s${style}`;
  return isLinked ? `<a href="#ref-${reference}" class="${kind}" aria-label="${escapeXml(title)}">${inner}</a>` : `<g class="${kind}">${inner}</g>`;
}

/** A change is a strip behind the bands, and an arrow before them. */
const strips = ({ changes }: Scene): string[] =>
  changes.map(({ left, right, top, bottom }) => `<g class="change"><rect x="${left}" y="${top}" width="${Math.round((right - left) * 10) / 10}" height="${bottom - top}"/></g>`);

function directions({ changes, plot }: Scene): string[] {
  return changes.map(({ left, right, direction }) => {
    const [middle, y] = [Math.round((left + right) * 5) / 10, plot.top + 9];
    const sign = direction === "up" ? -1 : 1;
    return `<g class="change"><title>${direction === "up" ? "rose" : "fell"}</title><path d="M${middle},${y - sign * 5}V${y + sign * 5}M${middle - 3.5},${y + sign * 1.5}L${middle},${y + sign * 5}L${middle + 3.5},${y + sign * 1.5}"/></g>`;
  });
}

function key({ key: signs }: Scene): string[] {
  return signs.map(({ x, y, sign, text: words }) => {
    const middle = x + 8;
    const draw: Readonly<Record<typeof sign, string>> = {
      band90: `<rect x="${x}" y="${y - 9}" width="16" height="10" class="band90"/>`,
      band50: `<rect x="${x}" y="${y - 9}" width="16" height="10" class="band50"/>`,
      median: line(x, y - 4, x + 16, y - 4, "median"),
      atmost: `<path class="stem plain" d="M${middle},${y - 12}V${y + 2}M${middle - 3.5},${y - 3}L${middle},${y + 2}L${middle + 3.5},${y - 3}"/>`,
      atleast: `<path class="stem plain" d="M${middle},${y + 2}V${y - 12}M${middle - 3.5},${y - 7}L${middle},${y - 12}L${middle + 3.5},${y - 7}"/>`,
      part: `<circle cx="${middle}" cy="${y - 4}" r="4.5" class="plain outline"/>`,
      change: `<g class="change"><rect x="${x}" y="${y - 10}" width="16" height="12"/></g>`,
    };
    return draw[sign] + text(x + 22, y, words, "key");
  });
}

function end({ end: last, plot, width }: Scene): string[] {
  if (last === null) return [];
  const isBeside = width - plot.right > 60;
  const [x, anchor] = isBeside ? [last.x + 10, "start" as const] : [last.x - 6, "end" as const];
  const y = Math.min(plot.bottom - 18, Math.max(plot.top + 14, last.y));
  return isBeside
    ? [`<circle cx="${last.x}" cy="${last.y}" r="3.5" class="end"/>`, text(x, y - 2, last.label, "final", anchor), text(x, y + 13, last.range, "tick", anchor)]
    : [`<circle cx="${last.x}" cy="${last.y}" r="3.5" class="end"/>`];
}

export interface SvgOptions {
  /** Makes the ids of this picture its own on a page with several. */
  id: string;
  /** With the style and colours inside, for a file of its own; a page has them once for all. */
  isAlone: boolean;
  /** Whether marks link to the references of the page. */
  isLinked: boolean;
}

/** Around a picture that stands alone. */
const MARGIN = 16;

/** A scene as SVG. Needs no browser, and no picture or font from elsewhere. */
export function toSvg(scene: Scene, { id, isAlone, isLinked }: SvgOptions): string {
  const { width, height, title, subtitle, description, bands, median, lanes, marks, legend } = scene;
  const margin = isAlone ? MARGIN : 0;
  const [outerWidth, outerHeight] = [width + 2 * margin, height + 2 * margin];
  const size = isAlone ? ` width="${outerWidth}" height="${outerHeight}"` : "";
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="${-margin} ${-margin} ${outerWidth} ${outerHeight}"${size} role="${isLinked ? "group" : "img"}" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>`,
    isAlone ? `<style>${CHART_STYLE}</style><rect class="paper" x="${-margin}" y="${-margin}" width="${outerWidth}" height="${outerHeight}"/>` : "",
    text(0, 18, title, "title"), text(0, 37, subtitle, "subtitle"),
    ...legend.map(({ x, y, series }) => `<g class="mark s${series.style}"><path class="sign" transform="translate(${x + 8},${y - 4})" d="${SYMBOLS[series.style]}"/></g>${text(x + 20, y, series.source, "key")}`),
    ...strips(scene),
    ...bands.map(({ level, path }) => `<path class="band${level}" d="${path}"/>`),
    ...axes(scene), ...directions(scene),
    median === null ? "" : `<path class="median" d="${median}"/>`,
    ...lanes.flatMap(({ label, left, right, top, bottom }) => [`<rect class="lane" x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"/>`, text(left, top - 5, label, "tick")]),
    ...marks.map((one) => mark(one, isLinked)),
    ...end(scene), ...key(scene),
    "</svg>",
  ];
  return parts.filter((part) => part !== "").join("\n");
}
