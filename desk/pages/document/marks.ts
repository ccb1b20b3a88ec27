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
}

/** Characters of a paragraph at most; a longer line is shown in several, so that a browser need not lay it out at once. */
const LONGEST = 8_000;

/** The lines of a text that hold something, as offsets into it. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf("\n", start);
    const end = at < 0 ? text.length : at;
    for (let from = start; from < end; ) {
      const to = cutAt(text, from, end);
      if (text.slice(from, Math.min(to, from + 400)).trim() !== "" || to - from > 400) paragraphs.push({ start: from, end: to });
      from = to;
    }
    start = end + 1;
  }
  return paragraphs;
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
