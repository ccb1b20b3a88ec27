import type { BriefClaim, DocumentRef } from "../claims/index.ts";
import { sortableDay } from "../ledger/project.ts";

/** Stands between claims, and in no text that a ledger keeps. */
const BETWEEN = "\u0000";

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dayOf = ({ claim, document }: BriefClaim): string => sortableDay(claim.asOf ?? claim.said ?? document.published ?? "");

/** What a claim is found by: its words, and the names in it. */
function wordsOf({ claim: { evidence, force, place, unitName, source, quantity } }: BriefClaim): string {
  return [evidence.text, force, place, unitName, source?.person, source?.role, source?.organisation, quantity?.words].filter((part) => part != null && part !== "").join("\n").toLowerCase();
}

/** Something that is found by words, capital letters or not. */
export interface Found {
  id: string;
  words: string;
}

/** What claims are found by, the newest first; those of one document stay in their order. */
export function wordsOfClaims(claims: readonly BriefClaim[]): Found[] {
  const dated = claims.map((claim) => ({ claim, day: dayOf(claim) }));
  dated.sort((a, b) => compareText(b.day, a.day) || compareText(a.claim.document.sha256, b.claim.document.sha256));
  return dated.map(({ claim }) => ({ id: claim.id, words: wordsOf(claim) }));
}

/** What documents are found by: who published them, under which title, and where. */
export const wordsOfDocuments = (documents: readonly DocumentRef[]): Found[] =>
  documents.map(({ sha256, title, outlet, author, url, via }) => ({ id: sha256, words: [title, outlet, via, author, url].filter((part) => part != null).join("\n").toLowerCase() }));

/** The words of many things as one text, in which whatever is looked for is found in a few milliseconds. */
export class WordSearch {
  private readonly ids: string[];
  private readonly text: string;
  private readonly starts: Uint32Array;

  /** @param things  in the order in which they are found */
  constructor(things: readonly Found[]) {
    this.ids = things.map(({ id }) => id);
    this.starts = new Uint32Array(things.length);
    let at = 0;
    for (const [i, { words }] of things.entries()) {
      this.starts[i] = at;
      at += words.length + 1;
    }
    this.text = things.map(({ words }) => words).join(BETWEEN);
  }

  /** Ids of those that hold the words; capital letters are the same as small ones. */
  find(words: string, limit: number): string[] {
    const wanted = words.toLowerCase();
    const found: string[] = [];
    if (wanted === "" || wanted.includes(BETWEEN)) return found;
    for (let at = this.text.indexOf(wanted); at >= 0 && found.length < limit; ) {
      const i = this.claimAt(at);
      found.push(this.ids[i] as string);
      const next = this.starts[i + 1];
      if (next === undefined) break;
      at = this.text.indexOf(wanted, next);
    }
    return found;
  }

  private claimAt(place: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
