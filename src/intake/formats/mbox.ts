import type { Chunks } from "../chunks.ts";
import { checkSignal, issueOf, type Envelope, type IntakeContext } from "../envelope.ts";
import { IntakeError, type TakenItem } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { byteLines } from "../lines.ts";
import { itemOfBytes } from "../single.ts";

/** "From someone Tue Oct 31 …", the line that begins a message (RFC 4155); in a message's own text it is written ">From ". */
const isSeparator = (line: Uint8Array): boolean => line[0] === 0x46 && /^From \S+ +[A-Z][a-z][a-z] /.test(Buffer.from(line.buffer, line.byteOffset, Math.min(line.byteLength, 600)).toString("latin1"));
const QUOTED_FROM = /^>+From /;
const isQuotedFrom = (line: Uint8Array): boolean => line[0] === 0x3e && QUOTED_FROM.test(Buffer.from(line.buffer, line.byteOffset, Math.min(line.byteLength, 30)).toString("latin1"));

const NEWLINE = Buffer.from("\n");

interface Message {
  bytes: Uint8Array | null;
}

/** The messages of a mailbox, one at a time; null for one over the limit. */
async function* messagesOf(chunks: Chunks): AsyncGenerator<Message> {
  let [lines, length, any]: [Uint8Array[], number, boolean] = [[], 0, false];
  const take = (): Message => {
    const bytes = length > LIMITS.messageBytes ? null : Buffer.concat(lines);
    [lines, length] = [[], 0];
    return { bytes };
  };
  let blank = true;
  for await (const { bytes } of byteLines(chunks)) {
    if (bytes !== null && blank && isSeparator(bytes)) {
      if (any) yield take();
      any = true;
      continue;
    }
    // A line that is too long to be kept makes its message so.
    length += bytes === null ? LIMITS.messageBytes + 1 : bytes.byteLength + 1;
    if (length > LIMITS.messageBytes) lines = [];
    else if (bytes !== null) lines.push(isQuotedFrom(bytes) ? bytes.subarray(1) : bytes, NEWLINE);
    blank = bytes !== null && (bytes.byteLength === 0 || (bytes.byteLength === 1 && bytes[0] === 0x0d));
  }
  if (any) yield take();
}

/** Every message of a mailbox (mbox) as a document. A message's bytes are those between the lines that part them. */
export async function* readMbox(chunks: Chunks, envelope: Envelope, context: IntakeContext): AsyncGenerator<TakenItem> {
  let number = 0;
  for await (const { bytes } of messagesOf(chunks)) {
    checkSignal(context);
    const own: Envelope = { ...envelope, line: ++number, id: "", provenance: { ...envelope.provenance, within: envelope.provenance.from } };
    try {
      if (bytes === null) throw new IntakeError("TOO_LARGE", `is over the limit of ${LIMITS.messageBytes / 1e6} MB a message; it is left out`);
      yield await itemOfBytes("mail", bytes, own, context);
    } catch (error) {
      yield issueOf(error, own);
    }
  }
  if (number === 0) throw new IntakeError("EMPTY", "holds no message");
}
