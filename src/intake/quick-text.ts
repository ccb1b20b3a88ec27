import { Parser } from "htmlparser2";
import { BLOCKS, SILENT } from "./page-text.ts";

const lower = (names: ReadonlySet<string>): ReadonlySet<string> => new Set([...names].map((name) => name.toLowerCase()));
const [BREAKS, HIDDEN] = [lower(BLOCKS), lower(SILENT)];

export interface QuickText {
  text: string;
  /** What the page calls its language, not yet looked at. */
  lang: string | null;
}

/**
 * All text of a page in one pass, with no tree: enough to tell whether it may hold a claim. It is what `textOfPage` makes of the
 * whole page but for white space, so whatever the article says is in it, sentence by sentence.
 */
export function quickTextOf(html: string): QuickText {
  const pieces: string[] = [];
  let lang: string | null = null;
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "html") lang = attributes["lang"] ?? null;
        if (HIDDEN.has(name)) hidden += 1;
        else if (BREAKS.has(name)) pieces.push("\n\n");
        else if (name === "br") pieces.push("\n");
      },
      ontext(text) {
        // A line end in the source is no paragraph.
        if (hidden === 0) pieces.push(text.replace(/[\r\n]+/g, " "));
      },
      onclosetag(name) {
        if (HIDDEN.has(name)) hidden -= 1;
        else if (BREAKS.has(name)) pieces.push("\n\n");
      },
    },
    { decodeEntities: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return { text: pieces.join(""), lang };
}
