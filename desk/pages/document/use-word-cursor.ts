import { useState, type KeyboardEvent } from "react";
import type { Picked } from "./picked.ts";

interface Cursor {
  /** Where picking began and where it stands, as places in the list of words. */
  anchor: number;
  head: number;
}

interface Word {
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu;

/** Characters on either side of a claim's words in which one picks by keyboard. */
const NEARBY = 4_000;

function wordsNear(text: string, at: number): Word[] {
  const from = Math.max(0, at - NEARBY);
  return [...text.slice(from, at + NEARBY).matchAll(WORD)].map(({ index, 0: word }) => ({ start: from + index, end: from + index + word.length }));
}

export interface WordCursor {
  /** What would be taken now; null while nobody picks. */
  picking: Picked | null;
  begin: () => void;
  end: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Picks words of the text by keyboard: the arrow keys go from word to word, Shift takes more of them, Enter takes them, Escape gives up.
 *
 * @param near  the offset from which one starts
 */
export function useWordCursor(text: string, near: number, onPicked: (picked: Picked) => void): WordCursor {
  const [cursor, setCursor] = useState<(Cursor & { words: Word[] }) | null>(null);
  const picking = cursor === null ? null : pickedBy(text, cursor.words, cursor);
  const move = (by: number, isMore: boolean): void => {
    setCursor((known) => {
      if (known === null) return null;
      const head = Math.min(Math.max(known.head + by, 0), known.words.length - 1);
      return { ...known, head, anchor: isMore ? known.anchor : head };
    });
  };
  return {
    picking,
    begin: () => {
      const words = wordsNear(text, near);
      const first = Math.max(0, words.findIndex(({ end }) => end > near));
      setCursor(words.length === 0 ? null : { words, anchor: first, head: first });
    },
    end: () => setCursor(null),
    onKeyDown: (event) => {
      if (picking === null) return;
      const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -8, ArrowDown: 8 }[event.key];
      if (by !== undefined) move(by, event.shiftKey);
      else if (event.key === "Enter") onPicked(picking);
      else if (event.key !== "Escape") return;
      if (by === undefined) setCursor(null);
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

function pickedBy(text: string, words: readonly Word[], { anchor, head }: Cursor): Picked | null {
  const [first, last] = [words[Math.min(anchor, head)], words[Math.max(anchor, head)]];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end, text: text.slice(first.start, last.end) };
}
