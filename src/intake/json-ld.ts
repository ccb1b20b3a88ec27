import type { PageDocument } from "./page-node.ts";
import { isRecord } from "./record.ts";

/** Enough for any real page; a hostile one stops here. */
const MAX_NODES = 500;
const MAX_DEPTH = 6;
const ARTICLE = /(?:Article|Report|BlogPosting|LiveBlogPosting|WebPage)$/;

type Node = Record<string, unknown>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Sites do publish broken JSON-LD; the page's other metadata stands in for it.
    return null;
  }
}

/** The objects of all JSON-LD blocks that describe an article or a page, articles first (schema.org types). */
export function articleNodes(page: PageDocument): Node[] {
  const found: Node[] = [];
  const queue: { value: unknown; depth: number }[] = [];
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    queue.push({ value: parse(script.textContent ?? ""), depth: 0 });
  }
  for (let seen = 0; queue.length > 0 && seen < MAX_NODES; seen++) {
    const { value, depth } = queue.shift() as { value: unknown; depth: number };
    const inside = Array.isArray(value) ? value : isRecord(value) ? [value["@graph"], value["mainEntity"]] : [];
    if (isRecord(value) && typesOf(value).some((type) => ARTICLE.test(type))) found.push(value);
    if (depth < MAX_DEPTH) queue.push(...inside.slice(0, MAX_NODES).map((item) => ({ value: item, depth: depth + 1 })));
  }
  const isPage = (node: Node): number => Number(typesOf(node).includes("WebPage"));
  return found.toSorted((a, b) => isPage(a) - isPage(b));
}

function typesOf(node: Node): string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
}

/** A property as text: itself, the `name` of an object, or the names of a list. */
export function textOfProperty(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    const names = value.slice(0, 10).map((item) => (Array.isArray(item) ? null : textOfProperty(item)));
    return names.filter((name) => name !== null).join(", ") || null;
  }
  return isRecord(value) && typeof value["name"] === "string" ? value["name"] : null;
}
