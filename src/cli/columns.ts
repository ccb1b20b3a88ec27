import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Where a word may end on a line: after a dash or a stroke, but not inside a date ("2023-10-31") or before another stroke. */
const SEAM = /(?<=[–—/]|[^\d]-)(?!\/)/;

/** Cuts a word that is too wide: at its seams where it has some ("Ukraine–Belarus"), else anywhere. */
const cut = (word: string, width: number): string[] =>
  word.split(SEAM).flatMap((part) => (stringWidth(part) > width ? cutAnywhere(part, width) : [part]));

/** Pieces that fit; a Chinese character or an emoji takes two columns. */
function cutAnywhere(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const { segment } of graphemes.segment(word)) {
    const needed = stringWidth(segment);
    if (piece !== "" && used + needed > width) {
      pieces.push(piece);
      [piece, used] = ["", 0];
    }
    piece += segment;
    used += needed;
  }
  return piece === "" ? pieces : [...pieces, piece];
}

/**
 * Breaks text into lines of at most `width` terminal columns, between words where it can.
 *
 * @param width  >= 2
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const pieces = stringWidth(word) > width ? cut(word, width) : [word];
    for (const [i, piece] of pieces.entries()) {
      const needed = stringWidth(piece);
      // Pieces of one word stand side by side where they fit, so that an address fills its lines.
      const gap = i === 0 ? " " : "";
      const joins = line !== "" && used + gap.length + needed <= width;
      if (!joins && line !== "") lines.push(line);
      line = joins ? `${line}${gap}${piece}` : piece;
      used = joins ? used + gap.length + needed : needed;
    }
  }
  return line === "" ? lines : [...lines, line];
}

export const pad = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - stringWidth(text)));

/** One row of wrapped cells, side by side; two spaces between columns, none at the ends of lines. */
export function layRow(cells: readonly string[], widths: readonly number[]): string[] {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i] ?? 2));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    wrapped.map((lines, i) => pad(lines[row] ?? "", widths[i] ?? 2)).join("  ").trimEnd(),
  );
}

/** How wide a column wants to be, as a share, and must be, in terminal columns. */
export interface ColumnWidth {
  weight: number;
  least: number;
}

/** Shares `total` columns out by weight; what is missing for the narrow ones is taken from the widest, one by one. */
export function shareWidth(total: number, columns: readonly ColumnWidth[]): number[] {
  const free = total - 2 * (columns.length - 1);
  const sum = columns.reduce((all, { weight }) => all + weight, 0);
  const widths = columns.map(({ weight, least }) => Math.max(least, Math.floor((free * weight) / sum)));
  const used = (): number => widths.reduce((all, width) => all + width, 0);
  const room = (i: number): number => (widths[i] ?? 0) - (columns[i]?.least ?? 0);
  while (used() > free) {
    const widest = widths.reduce((best, _, i) => (room(i) > room(best) ? i : best), 0);
    if (room(widest) <= 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  widths[0] = (widths[0] ?? 0) + Math.max(0, free - used());
  return widths;
}
