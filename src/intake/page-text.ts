import { ELEMENT_NODE, TEXT_NODE, walk, type PageNode } from "./page-node.ts";

const words = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** Elements that begin and end a paragraph of the text. */
export const BLOCKS = words(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL",
);
/** Elements whose content is not for reading. */
export const SILENT = words("SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG BUTTON SELECT TEXTAREA TITLE");

/**
 * The text of a page's part as a reader sees it: a blank line between paragraphs, one line end for a `<br>`, runs of
 * white space as one space.
 */
export function textOfPage(root: PageNode): string {
  const paragraphs: string[] = [];
  let pieces: string[] = [];
  let silentAt: PageNode | null = null;
  const flush = (): void => {
    const lines = pieces.join("").split("\n").map((line) => line.replace(/[\t\r\f\v \u00a0]+/g, " ").trim());
    const paragraph = lines.filter((line) => line !== "").join("\n");
    if (paragraph !== "") paragraphs.push(paragraph);
    pieces = [];
  };
  for (const { node, entering } of walk(root)) {
    const name = node.nodeName.toUpperCase();
    if (silentAt !== null) {
      if (node === silentAt && !entering) silentAt = null;
    } else if (node.nodeType === TEXT_NODE) {
      if (entering) pieces.push((node.nodeValue ?? "").replaceAll("\n", " "));
    } else if (node.nodeType !== ELEMENT_NODE) {
      continue;
    } else if (SILENT.has(name)) {
      if (entering) silentAt = node;
    } else if (BLOCKS.has(name)) {
      flush();
    } else if (name === "BR" && entering) {
      pieces.push("\n");
    }
  }
  flush();
  return paragraphs.join("\n\n");
}
