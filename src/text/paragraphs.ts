import type { Span } from "../claims/index.ts";

/**
 * Paragraphs of a text: runs of lines between blank lines. Lines inside such a run are paragraphs of their own,
 * unless the text is hard-wrapped (lines of much the same length that mostly break inside a sentence).
 */
export function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (const block of blocksOf(text)) {
    if (isWrapped(text, block)) paragraphs.push({ start: block[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 });
    else for (const line of block) paragraphs.push(line);
  }
  return paragraphs;
}

function blocksOf(text: string): Span[][] {
  const blocks: Span[][] = [];
  let block: Span[] = [];
  for (const line of linesOf(text)) {
    if (line.start < line.end) block.push(line);
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks;
}

// Lines without the white space at either end.
function* linesOf(text: string): Generator<Span> {
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline;
    let [from, to] = [start, next];
    while (from < to && /\s/.test(text[from] ?? "")) from++;
    while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
    yield { start: from, end: to };
    start = next + 1;
  }
}

const WRAP_MIN = 45;
const WRAP_MAX = 110;

function isWrapped(text: string, lines: readonly Span[]): boolean {
  if (lines.length < 2) return false;
  const inner = lines.slice(0, -1);
  const even = inner.every((line) => line.end - line.start >= WRAP_MIN && line.end - line.start <= WRAP_MAX);
  const open = inner.filter((line) => !/[.!?:"”»)]/.test(text[line.end - 1] ?? "")).length;
  return even && open * 2 > inner.length;
}
