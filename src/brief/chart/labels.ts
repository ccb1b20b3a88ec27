import type { Box } from "./layout.ts";
import type { PlacedMark } from "./marks.ts";

/** Size of a digit of the small numbers beside marks, and half the size of a mark. */
const DIGIT = { width: 6, height: 10 } as const;
const HALF = 7;

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const boxOfMark = ({ x, y, arrow }: PlacedMark): Box => ({ left: x - HALF, right: x + HALF, top: y - (arrow === "up" ? 20 : HALF), bottom: y + (arrow === "down" ? 20 : HALF) });

/** Places beside a mark in the order in which they are tried. */
const PLACES = [
  { dx: HALF + 2, dy: -2, anchor: "start" }, { dx: HALF + 2, dy: 11, anchor: "start" }, { dx: -HALF - 2, dy: -2, anchor: "end" }, { dx: -HALF - 2, dy: 11, anchor: "end" },
] as const;

/** The number of its reference beside each mark where it covers nothing else, so that also on paper a mark can be looked up. */
export function labelMarks(marks: readonly PlacedMark[], plot: Box): PlacedMark[] {
  const taken = marks.map(boxOfMark);
  return marks.map((mark) => {
    const text = String(mark.reference);
    const width = text.length * DIGIT.width;
    for (const { dx, dy, anchor } of PLACES) {
      const [x, y] = [mark.x + dx, mark.y + dy];
      const left = anchor === "start" ? x : x - width;
      const box = { left, right: left + width, top: y - DIGIT.height + 2, bottom: y + 1 };
      if (box.left < plot.left || box.right > plot.right + 12 || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      return { ...mark, label: { x, y, text, anchor } };
    }
    return mark;
  });
}
