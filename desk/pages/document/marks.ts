/** A stretch of the text that means something: the words of a claim, of one of its fields, or what a person picks. */
export interface Mark {
  start: number;
  end: number;
  kind: "evidence" | "field" | "picked" | "linked";
  /** The claim that it belongs to; null for what belongs to none. */
  claim: string | null;
}

/** A stretch in which the same marks hold throughout. */
export interface Stretch {
  start: number;
  end: number;
  marks: readonly Mark[];
}

export interface Paragraph {
  start: number;
  end: number;
  /** Whether its lines end only because they were full, so that they may be shown at the width of the page. */
  isWrapped: boolean;
}

/** Characters of a paragraph at most; a longer one is shown in several, so that a browser need not lay it out at once. */
const LONGEST = 8_000;

/** The paragraphs of a text, which blank lines part, as offsets into it. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = /^(?:[^\S\n]*\n)*/.exec(text)?.[0].length ?? 0;
  const add = (end: number): void => {
    if (/\S/.test(text.slice(start, end))) for (const [from, to] of piecesOf(text, start, end)) paragraphs.push({ start: from, end: to, isWrapped: isWrapped(text.slice(from, to).trimEnd()) });
  };
  for (const { index, 0: gap } of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    add(index);
    start = index + gap.length;
  }
  add(text.length);
  return paragraphs;
}

function* piecesOf(text: string, start: number, end: number): Generator<[from: number, to: number]> {
  for (let from = start; from < end; ) {
    const to = cutAt(text, from, end);
    yield [from, to];
    from = to;
  }
}

/** Characters of a line that was full. */
const FULL = 50;
// Lists, tables, headings and code keep their lines.
const OWN_LINE = /^\s*(?:[-*+|#>]|\d+[.)]\s)|^ {4}/;

function isWrapped(paragraph: string): boolean {
  const lines = paragraph.split("\n");
  return lines.length > 1 && lines.every((line, i) => (i === lines.length - 1 || line.length >= FULL) && !OWN_LINE.test(line));
}

// Never between the two halves of a character.
function cutAt(text: string, from: number, end: number): number {
  if (end - from <= LONGEST) return end;
  const space = text.lastIndexOf(" ", from + LONGEST);
  const to = space > from + LONGEST / 2 ? space + 1 : from + LONGEST;
  return /[\udc00-\udfff]/.test(text[to] ?? "") ? to + 1 : to;
}

/** A paragraph cut wherever a mark begins or ends. @param marks  in any order */
export function stretchesOf({ start, end }: Paragraph, marks: readonly Mark[]): Stretch[] {
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  const cuts = [...new Set([start, end, ...here.flatMap((mark) => [Math.max(mark.start, start), Math.min(mark.end, end)])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i] as number;
    return { start: from, end: to, marks: here.filter((mark) => mark.start <= from && mark.end >= to) };
  });
}
