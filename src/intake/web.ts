import type { Envelope, IntakeContext } from "./envelope.ts";
import type { Answer, GetOptions } from "./fetch/fetcher.ts";
import { formatOfName } from "./format.ts";
import { IntakeError, type TakenItem } from "./issue.ts";
import { formatOfBytes, itemOfBytes } from "./single.ts";

/** What a page counts for in the progress of a run, whose size nobody knows before it is had. */
export const NOMINAL_BYTES = 100_000;

const optional = <K extends string, V>(key: K, value: V | null): Partial<Record<K, V>> => (value === null ? {} : ({ [key]: value } as Record<K, V>));

/** What an answer says of what it brought, over what was known before. */
export function envelopeOfAnswer({ asked, url, status, type, charset, etag, modified, server, at }: Answer, outer: Envelope): Envelope {
  const path = URL.canParse(url) ? new URL(url).pathname : "";
  return {
    ...outer, encoding: charset, hint: type?.startsWith("text/html") === true ? "html" : formatOfName(path),
    id: outer.id || url, metadata: { ...outer.metadata, url },
    provenance: {
      ...outer.provenance, from: asked.slice(0, 2_000), had: at,
      answer: { url, status, ...optional("server", server), ...optional("type", type), ...optional("etag", etag), ...optional("modified", modified) },
    },
  };
}

/** @throws IntakeError IS_ADDRESS where nothing is to be fetched, or whatever keeps it from being had */
export async function get(url: string, { fetcher, signal }: IntakeContext, options: GetOptions = {}): Promise<Answer> {
  if (fetcher == null) throw new IntakeError("IS_ADDRESS", "is on the web, and nothing is fetched here; add it with: muster add");
  return fetcher.get(url, { ...options, ...(signal === undefined ? {} : { signal }) });
}

/** One page, PDF or other document from the web. @throws IntakeError */
export async function fetchOne(url: string, outer: Envelope, context: IntakeContext): Promise<TakenItem> {
  const answer = await get(url, context);
  const envelope = envelopeOfAnswer(answer, outer);
  return itemOfBytes(formatOfBytes(answer.bytes, envelope.hint), answer.bytes, envelope, context);
}
