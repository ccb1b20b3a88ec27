import { JSONParser } from "@streamparser/json";
import type { Chunks } from "../chunks.ts";
import { checkSignal, issueOf, knownItem, placeIn, type Envelope, type IntakeContext } from "../envelope.ts";
import { IntakeError, type TakenItem } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { makeFrom } from "../made.ts";
import { parsePublished } from "../published.ts";
import { isRecord } from "../record.ts";

type Fields = Record<string, unknown>;

/** What stands around a post: the channel it is in. */
interface Channel {
  name: string | null;
  type: string | null;
  id: number | null;
}

/** A post's text: plain, or pieces of which some carry a mark (links, bold). */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return "";
  return value.map((piece) => (typeof piece === "string" ? piece : isRecord(piece) && typeof piece["text"] === "string" ? piece["text"] : "")).join("");
}

const name = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value.slice(0, LIMITS.metadataCharacters) : null);

/** What is published: channels, and groups that are open to all. Private groups and chats are nobody else's business. */
const isPublished = ({ type }: Channel): boolean => type !== null && /channel|^public_/.test(type);

/** Where a post can be opened by those who follow the channel. */
const addressOf = ({ id }: Channel, post: number): string | null => (id === null ? null : `https://t.me/c/${id}/${post}`);

const CHANNEL_FIELDS = ["name", "type", "id"] as const;
const PATHS = ["$.messages.*", "$.chats.list.*.messages.*", ...["$", "$.chats.list.*"].flatMap((at) => CHANNEL_FIELDS.map((field) => `${at}.${field}`))];

interface Post {
  channel: Channel;
  fields: Fields;
}

/** The posts of an export, one at a time, however large it is. @throws IntakeError NOT_JSON, TOO_LONG */
async function* postsOf(chunks: Chunks): AsyncGenerator<Post> {
  const parser = new JSONParser({ paths: PATHS, keepStack: false });
  let channel: Channel = { name: null, type: null, id: null };
  let ready: Post[] = [];
  let since = 0;
  parser.onValue = ({ value, key }) => {
    since = 0;
    if (typeof key === "number") {
      if (isRecord(value)) ready.push({ channel, fields: value });
      return;
    }
    // A channel's own fields stand before its posts, and some leave the name out.
    if (key === "name") channel = { name: name(value), type: null, id: null };
    else if (key === "type" && typeof value === "string") channel = { name: channel.type === null ? channel.name : null, type: value, id: null };
    else if (key === "id" && typeof value === "number") channel = { ...channel, id: value };
  };
  let broken: Error | null = null;
  parser.onError = (error) => void (broken = error);
  for await (const chunk of chunks) {
    since += chunk.byteLength;
    if (since > LIMITS.postBytes + chunk.byteLength) throw new IntakeError("TOO_LONG", `holds a post or a list over ${LIMITS.postBytes / 1e6} MB; export its messages only`);
    parser.write(chunk);
    yield* ready;
    ready = [];
    if (broken !== null) throw new IntakeError("NOT_JSON", "is broken JSON; export it again", { cause: broken });
  }
  if (!parser.isEnded) throw new IntakeError("NOT_JSON", "is cut off; export it again");
}

/**
 * Every post of a Telegram Desktop export (`result.json`) that has words in it as a document; `via` is the channel that it was
 * forwarded from. Private chats are passed over, and so are the names of those who write in open groups.
 */
export async function* readTelegram(chunks: Chunks, envelope: Envelope, context: IntakeContext): AsyncGenerator<TakenItem> {
  let any = false;
  for await (const { channel, fields } of postsOf(chunks)) {
    checkSignal(context);
    const [id, text] = [fields["id"], textOf(fields["text"])];
    if (fields["type"] !== "message" || typeof id !== "number" || text.trim() === "" || !isPublished(channel)) continue;
    any = true;
    const own: Envelope = { ...envelope, line: id };
    try {
      yield await itemOfPost({ channel, fields }, id, text, own, context);
    } catch (error) {
      yield issueOf(error, own);
    }
  }
  if (!any) throw new IntakeError("EMPTY", "holds no post of a channel or an open group that has words in it");
}

async function itemOfPost({ channel, fields }: Post, id: number, text: string, envelope: Envelope, context: IntakeContext): Promise<TakenItem> {
  // What a post is known by apart from what changes with every export (reactions, paths of its pictures).
  const { date, edited, forwarded_from, text: words } = fields;
  const bytes = Buffer.from(JSON.stringify({ channel, id, date, edited, forwarded_from, text: words }));
  const known = await knownItem(bytes, envelope, context);
  if (known !== null) return known;
  const url = addressOf(channel, id);
  const own: Envelope = { ...envelope, id: url ?? `telegram/${channel.id ?? channel.name ?? "chat"}/${id}`, provenance: { ...envelope.provenance, within: envelope.provenance.from ?? envelope.input } };
  const forwarded = name(forwarded_from);
  const made = makeFrom(text, bytes, own, {
    metadata: { published: typeof date === "string" ? parsePublished(date) : null, outlet: channel.name, url, ...(forwarded === null ? {} : { via: forwarded }) },
    publishedBy: "the post's date",
  });
  return { kind: "document", ...placeIn(envelope), document: made.document, bytes, provenance: made.provenance };
}
