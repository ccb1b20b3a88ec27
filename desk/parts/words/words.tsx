/**
 * Characters that show nothing but change how the text around them looks: a report could make "1000" look like "0001" with them.
 * They are shown by name; see Unicode Standard Annex 9 and UTR 36.
 */
const CONTROLS: Record<string, string> = {
  "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
  "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM", "\u200b": "ZWSP", "\u2060": "WJ", "\ufeff": "BOM", "\u00ad": "SHY",
};
const CONTROL = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad]/;

export interface Piece {
  text: string;
  /** The name of the invisible character that the piece is, if it is one. */
  control: string | null;
  /** Offset in the text that was given. */
  start: number;
}

/** A text in pieces, each either without invisible characters or one of them. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const part of text.split(/([\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad])/)) {
    if (part !== "") pieces.push({ text: part, control: CONTROL.test(part) ? (CONTROLS[part] ?? "?") : null, start });
    start += part.length;
  }
  return pieces;
}

/** Words of a document: always text, never markup, and with nothing in them that could turn other words around. */
export const Words = ({ text }: { text: string }) => (
  <bdi>{CONTROL.test(text) ? piecesOf(text).map(({ text: piece, control, start }) => (control === null ? piece : <span key={start} className="control" title={`invisible character ${control}`}>{control}</span>)) : text}</bdi>
);
