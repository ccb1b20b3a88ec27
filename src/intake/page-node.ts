/** The few members of the DOM that we read, so that no browser library types are needed. */
export interface PageNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  parentNode: PageNode | null;
  firstChild: PageNode | null;
  nextSibling: PageNode | null;
}

export interface PageElement extends PageNode {
  textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): ArrayLike<PageElement> & Iterable<PageElement>;
}

export interface PageDocument extends PageElement {
  documentElement: PageElement | null;
  body: PageElement | null;
}

export const ELEMENT_NODE = 1;
export const TEXT_NODE = 3;

/**
 * Every node below `root` in document order, with whether it is being entered or left, and how deep (1 for children of the
 * root); no recursion, any depth. Give it an element: a document ends at its doctype in some DOMs.
 */
export function* walk(root: PageNode): Generator<{ node: PageNode; entering: boolean; depth: number }> {
  let node: PageNode | null = root.firstChild;
  let depth = 1;
  while (node !== null) {
    yield { node, entering: true, depth };
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth++;
      continue;
    }
    yield { node, entering: false, depth };
    while (node !== null && node.nextSibling === null) {
      node = node.parentNode === root ? null : node.parentNode;
      depth--;
      if (node !== null) yield { node, entering: false, depth };
    }
    node = node?.nextSibling ?? null;
  }
}
