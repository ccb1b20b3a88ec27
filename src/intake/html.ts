import type { Document } from "../claims/index.ts";
import { decode } from "./decode.ts";
import { makeDocument } from "./document.ts";
import { IntakeError } from "./issue.ts";
import { LIMITS } from "./limits.ts";
import { metadataOfPage } from "./page-metadata.ts";
import { ELEMENT_NODE, walk, type PageDocument, type PageElement } from "./page-node.ts";
import { textOfPage } from "./page-text.ts";
import { tooLarge } from "./chunks.ts";

/** The encoding that a page names in its head or XML declaration; null where it names none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const match = /<meta\s[^<>]*?charset\s*=\s*["']?([\w-]{2,30})/i.exec(head) ?? /^\s{0,99}<\?xml\s[^>]{0,200}?encoding=["']([\w-]{2,30})/i.exec(head);
  return match?.[1] ?? null;
}

const tooIntricate = (): IntakeError => new IntakeError("BAD_PAGE", "is too large or too deeply nested a page; save the article's text instead");

/** Counted in the raw page, before a tree is built: building one takes quadratic time where everything is nested. */
function checkTags(html: string): void {
  let tags = 0;
  for (const _ of html.matchAll(/<[a-z]/gi)) if (++tags > LIMITS.pageElements) throw tooIntricate();
}

/** The article finder is slow on trees that nobody writes by hand. */
function checkDepths(root: PageElement): void {
  let depths = 0;
  for (const { node, entering, depth } of walk(root)) {
    if (entering && node.nodeType === ELEMENT_NODE) depths += depth;
    if (depths > LIMITS.pageDepths || depth > LIMITS.pageDepth) throw tooIntricate();
  }
}

/** A page's tree; the parser wants the elements that HTML lets an author leave out. */
async function parsePage(html: string): Promise<PageDocument> {
  const { parseHTML } = await import("linkedom");
  const whole = /<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><html><body>${html.replace(/<!doctype[^<>]*>/i, "")}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
}

/** The article's own text, or that of the whole page where no article stands out. */
async function articleText(html: string, page: PageDocument): Promise<string> {
  const { Readability } = await import("@mozilla/readability");
  // Readability takes its document apart, so it is given one of its own.
  const own = (await parsePage(html)) as unknown as ConstructorParameters<typeof Readability>[0];
  const article = new Readability<PageElement>(own, { serializer: (node) => node as unknown as PageElement, charThreshold: 200 }).parse();
  const text = article?.content ? textOfPage(article.content) : "";
  return text === "" && page.body !== null ? textOfPage(page.body) : text;
}

/**
 * A web page as a document: the article's text, found by Readability, and what the page says about itself. The text is
 * made from the page, so offsets of spans count in it and not in the file; SHA-256 is of the file.
 *
 * @param bytes  the page as it was had, in any encoding that it declares or that can be told
 * @throws IntakeError TOO_LARGE, BAD_PAGE, BINARY, BROKEN_ENCODING, EMPTY, TOO_LONG
 */
export async function documentOfPage(bytes: Uint8Array, id: string): Promise<Document> {
  if (bytes.byteLength > LIMITS.pageBytes) throw tooLarge(bytes.byteLength, LIMITS.pageBytes);
  const html = decode(bytes, declaredEncoding(bytes)).text;
  checkTags(html);
  try {
    const page = await parsePage(html);
    if (page.documentElement !== null) checkDepths(page.documentElement);
    const metadata = metadataOfPage(page);
    return makeDocument(await articleText(html, page), bytes, { ...metadata, id });
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    throw new IntakeError("BAD_PAGE", "cannot be read as a web page; save the article's text instead", { cause: error });
  }
}
