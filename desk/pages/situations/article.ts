/** What is written into the box. */
export interface Article {
  text: string;
  published: string;
  outlet: string;
}
export const BLANK: Article = { text: "", published: "", outlet: "" };

const LONGEST_HEADLINE = 200;

/** A first line that looks like a headline, by which the document is then listed. It stays in the text. */
export function headlineOf(text: string): { title?: string } {
  const [first = "", ...rest] = text.trim().split("\n");
  return rest.length > 0 && first.trim().length <= LONGEST_HEADLINE ? { title: first.trim() } : {};
}

/** The addresses that a text is nothing but, one a line; null for an article. */
export function addressesIn(text: string): string[] | null {
  const lines = text.trim().split(/\s+/);
  return lines.every((line) => /^https?:\/\/\S+$/i.test(line) && URL.canParse(line)) ? [...new Set(lines)] : null;
}
