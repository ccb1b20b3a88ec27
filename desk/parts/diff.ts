/** A run of words of one or both of two texts. */
export interface DiffPiece {
  kind: "same" | "only-before" | "only-after";
  text: string;
}

/** Words compared at most; quotations are far shorter, and the table of comparisons grows with the square. */
const MOST_WORDS = 600;

const wordsOf = (text: string): string[] => text.split(/(?<=\s)(?=\S)/).slice(0, MOST_WORDS);

// Case, marks and dashes are no difference that a reader looks for.
const keyOf = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}%]+/gu, "") || word.trim();

/** What one text says otherwise than another, word by word: the longest common subsequence (Myers 1986 gives the same, faster). */
export function diffWords(before: string, after: string): DiffPiece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const [keysA, keysB] = [a.map(keyOf), b.map(keyOf)];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = keysA[i] === keysB[j] ? (longest[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
    }
  }
  const pieces: DiffPiece[] = [];
  const add = (kind: DiffPiece["kind"], text: string): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && keysA[i] === keysB[j]) {
      add("same", b[j] as string);
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0))) add("only-before", a[i++] as string);
    else add("only-after", b[j++] as string);
  }
  return pieces;
}
