/** Words of the document that a person picked: where they stand, and what they are. */
export interface Picked {
  start: number;
  end: number;
  text: string;
}

/** The offset in the document's text of a place in the page; null outside of the text. */
function offsetAt(root: Element, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  if (node.nodeType === Node.TEXT_NODE) return offsetInLeaf(node, offset);
  const child = node.childNodes[offset] ?? node.childNodes[node.childNodes.length - 1];
  if (child === undefined) return null;
  const leaf = child instanceof Element ? (child.matches("[data-at]") ? child : child.querySelector("[data-at]")) : null;
  return leaf instanceof HTMLElement ? Number(leaf.dataset["at"]) : offsetInLeaf(child, 0);
}

function offsetInLeaf(node: Node, offset: number): number | null {
  const leaf = node.parentElement?.closest<HTMLElement>("[data-at]");
  if (leaf === null || leaf === undefined) return null;
  const start = Number(leaf.dataset["at"]);
  // An invisible character is one unit long, whatever stands for it.
  return leaf.dataset["control"] === undefined ? start + offset : start + (offset > 0 ? 1 : 0);
}

/** What is selected in the page, as words of the text; null where nothing of it is. White space at the ends is left off. */
export function pickedIn(root: Element, text: string): Picked | null {
  const selection = window.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetAt(root, range.startContainer, range.startOffset);
  const end = offsetAt(root, range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : trimmed(text, start, end);
}

function trimmed(text: string, start: number, end: number): Picked | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from >= to ? null : { start: from, end: to, text: text.slice(from, to) };
}
