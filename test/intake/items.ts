import type { Document } from "../../src/claims/index.ts";
import { formatIssue, type Item } from "../../src/intake/issue.ts";
import { readBytes } from "../../src/intake/read-input.ts";

export interface Taken {
  documents: Document[];
  issues: string[];
}

/** Everything that a stream of items holds; issues as they are printed. */
export async function takeAll(items: AsyncIterable<Item>): Promise<Taken> {
  const taken: Taken = { documents: [], issues: [] };
  for await (const item of items) {
    if (item.kind === "document") taken.documents.push(item.document);
    else taken.issues.push(formatIssue(item.issue));
  }
  return taken;
}

export const take = (content: string | Uint8Array, name: string): Promise<Taken> => takeAll(readBytes(Buffer.from(content as string), name));
