import { createHash } from "node:crypto";
import type { Document } from "../claims/index.ts";
import { IntakeError } from "./issue.ts";
import { LIMITS } from "./limits.ts";

/** What a format can know of a document besides its text. */
export type Metadata = Partial<Omit<Document, "text" | "sha256">>;

/** SHA-256, in lower-case hexadecimal; text is hashed as UTF-8. */
export const sha256 = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

/**
 * A document out of a text and what is known about it.
 *
 * @param text   the untouched text
 * @param bytes  what the text was received as: the file's bytes, or the text itself where it came inside another file
 * @throws IntakeError EMPTY for a text of nothing but white space, TOO_LONG beyond the limit
 */
export function makeDocument(text: string, bytes: Uint8Array | string, metadata: Metadata): Document {
  if (text.trim() === "") throw new IntakeError("EMPTY", "is empty; give a text with words in it");
  if (text.length > LIMITS.documentCharacters) {
    const [length, limit] = [text.length, LIMITS.documentCharacters].map((n) => n.toLocaleString("en"));
    throw new IntakeError("TOO_LONG", `holds ${length} characters, over the limit of ${limit} a document; split it`);
  }
  const hash = sha256(bytes);
  return {
    id: metadata.id || hash.slice(0, 16),
    text,
    sha256: hash,
    published: metadata.published || null,
    lang: metadata.lang || null,
    title: metadata.title || null,
    outlet: metadata.outlet || null,
    author: metadata.author || null,
    url: metadata.url || null,
    ...(metadata.kind === "digest" ? { kind: metadata.kind, summarises: metadata.summarises } : {}),
    ...(metadata.via ? { via: metadata.via } : {}),
  } as Document;
}
