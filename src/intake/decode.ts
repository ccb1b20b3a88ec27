import { isUtf8 } from "node:buffer";
import { IntakeError } from "./issue.ts";
import { guessLegacyEncoding } from "./legacy-encoding.ts";
import { decodeAs } from "./windows-1252.ts";

export interface Decoded {
  /** Without a byte order mark; offsets into the text start after it. */
  text: string;
  /** WHATWG label of the encoding that was used. */
  encoding: string;
}

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding that a byte order mark names, or null. */
export function encodingOfMark(bytes: Uint8Array): string | null {
  return BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}

/** UTF-16 with no mark: western and Cyrillic text has a constant high byte, and zero for every space and line end. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 8) return null;
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length / 20;
  if (odd > enough && even === 0) return "utf-16le";
  if (even > enough && odd === 0) return "utf-16be";
  return null;
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return decodeAs(encoding, bytes, true);
  } catch (error) {
    // TypeError: bytes that the encoding has no reading for. RangeError: a label that nobody knows.
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

/** Control characters are rare in writing: more than one in two hundred means that this is none. */
function looksBinary(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  const controls = text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g)?.length ?? 0;
  return text.includes("\u0000") || controls > text.length / 200;
}

/** Half of what is not ASCII is well-formed UTF-8: a damaged UTF-8 text rather than a text in another encoding. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  // oxlint-disable-next-line no-control-regex
  const wide = text.match(/[^\u0000-\u007f\ufffd]/g)?.length ?? 0;
  return wide >= broken;
}

/** Offset of the first byte that is no UTF-8; genuine U+FFFD characters before it are stepped over. */
function firstBrokenByte(bytes: Uint8Array): number {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  let from = 0;
  for (let at = text.indexOf("\ufffd"); at >= 0; at = text.indexOf("\ufffd", from)) {
    offset += Buffer.byteLength(text.slice(from, at));
    if (bytes[offset] !== 0xef || bytes[offset + 1] !== 0xbf || bytes[offset + 2] !== 0xbd) return offset;
    offset += 3;
    from = at + 1;
  }
  return offset;
}

function checked(text: string, encoding: string): Decoded {
  if (looksBinary(text)) throw new IntakeError("BINARY", BINARY);
  return { text, encoding };
}

const BINARY = "is a binary file, not text; save it as plain text, Markdown, HTML or JSON Lines";

/**
 * Text out of bytes of unknown encoding: by byte order mark, as UTF-8, by what the file itself declares, by the
 * look of UTF-16, and last by letter frequency (`legacy-encoding.ts`).
 *
 * @param declared  encoding that the file names for itself (HTML, XML); any label, known or not
 * @throws IntakeError BINARY, or BROKEN_ENCODING when no reading is plausible
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const utf16 = encodingOfMark(bytes) ?? (bytes.includes(0) ? unmarkedUtf16(bytes) : null);
  if (utf16 !== null && utf16 !== "utf-8") {
    const text = strictly(bytes, utf16);
    if (text === null) throw new IntakeError("BROKEN_ENCODING", "is broken UTF-16; save it as UTF-8 and try again");
    return checked(text, utf16);
  }
  if (isUtf8(bytes)) return checked(new TextDecoder().decode(bytes), "utf-8");
  if (bytes.includes(0)) throw new IntakeError("BINARY", BINARY);
  for (const encoding of isDamagedUtf8(bytes) ? [] : [declared, guessLegacyEncoding(bytes)]) {
    const text = encoding === null ? null : strictly(bytes, encoding);
    if (encoding !== null && text !== null && !looksBinary(text)) return { text, encoding };
  }
  // A binary format without zero bytes: its own letters tell, read one to one.
  if (looksBinary(new TextDecoder("latin1").decode(bytes))) throw new IntakeError("BINARY", BINARY);
  throw new IntakeError("BROKEN_ENCODING", `is broken UTF-8 (at byte ${firstBrokenByte(bytes)}); save it as UTF-8 and try again`);
}
