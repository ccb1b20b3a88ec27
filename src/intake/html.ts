import { tooLarge } from "./chunks.ts";
import { decode } from "./decode.ts";
import type { Envelope, IntakeContext } from "./envelope.ts";
import { IntakeError } from "./issue.ts";
import { guessLegacyEncoding } from "./legacy-encoding.ts";
import { lazy } from "./lazy.ts";
import { LIMITS } from "./limits.ts";
import { makeFrom, type Made } from "./made.ts";
import { languageTag, metadataOfPage } from "./page-metadata.ts";
import { ELEMENT_NODE, walk, type PageDocument, type PageElement } from "./page-node.ts";
import { textOfPage } from "./page-text.ts";
import { quickTextOf } from "./quick-text.ts";

const loadDom = lazy(() => import("linkedom"));
const loadReadability = lazy(() => import("@mozilla/readability"));

/** The encoding that a page names in its head or XML declaration; null where it names none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const declaration = head.trimStart().startsWith("<?xml") ? head.slice(0, head.indexOf("?>")) : "";
  const match = /<meta\s[^<>]*?charset\s*=\s*["']?([\w-]{2,30})/i.exec(head) ?? /encoding=["']([\w-]+)/i.exec(declaration);
  return match?.[1] ?? null;
}

/**
 * The encoding to try, of those that the answer's header and the page name. Where they disagree, servers with one header for all pages
 * are as often wrong as pages are: the letters decide.
 */
function likelyEncoding(bytes: Uint8Array, header: string | null): string | null {
  const own = declaredEncoding(bytes);
  if (header === null || own === null || header.toLowerCase() === own.toLowerCase()) return own ?? header;
  const guess = guessLegacyEncoding(bytes);
  return guess !== null && sameEncoding(own, guess) ? own : header;
}

/** Whether two labels mean the same encoding. */
function sameEncoding(a: string, b: string): boolean {
  try {
    return new TextDecoder(a).encoding === new TextDecoder(b).encoding;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
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

/** A page with the elements that HTML lets an author leave out, and the parser wants. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return /<html[\s>]/i.test(html) ? html : `<!DOCTYPE html><html>${html.replace(/<!doctype[^<>]*>/i, "")}</html>`;
  const start = /<\/head\s*>/i.exec(html) ?? /<html(?:\s[^<>]*)?>/i.exec(html);
  if (start === null) return `<!DOCTYPE html><html><body>${html.replace(/<!doctype[^<>]*>/i, "")}</body></html>`;
  const at = start.index + start[0].length;
  return `${html.slice(0, at)}<body>${html.slice(at)}`;
}

/** A page's tree. */
async function parsePage(html: string): Promise<PageDocument> {
  const { parseHTML } = await loadDom();
  return parseHTML(withBody(html)).document as unknown as PageDocument;
}

/** The article's own text, or that of the whole page where no article stands out. */
async function articleText(html: string, page: PageDocument): Promise<string> {
  const { Readability } = await loadReadability();
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
 * @returns "stopped" where the caller's screen turns the page's rough text away: no tree was made then
 * @throws IntakeError TOO_LARGE, BAD_PAGE, BINARY, BROKEN_ENCODING, EMPTY, TOO_LONG
 */
export async function documentOfPage(bytes: Uint8Array, envelope: Envelope, { screen }: IntakeContext): Promise<Made> {
  if (bytes.byteLength > LIMITS.pageBytes) throw tooLarge(bytes.byteLength, LIMITS.pageBytes);
  const html = decode(bytes, likelyEncoding(bytes, envelope.encoding)).text;
  if (screen !== undefined) {
    const { text, lang } = quickTextOf(html);
    if (text.trim() !== "" && !(await screen(text, languageTag(lang)))) return "stopped";
  }
  checkTags(html);
  try {
    const page = await parsePage(html);
    if (page.documentElement !== null) checkDepths(page.documentElement);
    return makeFrom(await articleText(html, page), bytes, envelope, metadataOfPage(page));
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    throw new IntakeError("BAD_PAGE", "cannot be read as a web page; save the article's text instead", { cause: error });
  }
}

/** A page's tree, to look something up in. @throws IntakeError */
export async function parsePageOf(bytes: Uint8Array, encoding: string | null): Promise<PageDocument> {
  if (bytes.byteLength > LIMITS.pageBytes) throw tooLarge(bytes.byteLength, LIMITS.pageBytes);
  const html = decode(bytes, likelyEncoding(bytes, encoding)).text;
  checkTags(html);
  return parsePage(html);
}

/** The text of a piece of HTML, as feeds and mails hold it: all of it, a blank line between paragraphs. */
export async function textOfFragment(html: string): Promise<string> {
  if (html.length > LIMITS.pageBytes) throw tooLarge(html.length, LIMITS.pageBytes);
  checkTags(html);
  const page = await parsePage(html);
  if (page.documentElement !== null) checkDepths(page.documentElement);
  return page.body === null ? "" : textOfPage(page.body);
}
