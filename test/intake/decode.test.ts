import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { decode } from "../../src/intake/decode.ts";
import { IntakeError } from "../../src/intake/issue.ts";
import { decodeAs } from "../../src/intake/windows-1252.ts";

const UKRAINIAN = "У Білорусі залишається менше тисячі російських військових, заявив речник прикордонної служби.";
const RUSSIAN = "В Белоруссии остаётся около 2000 российских военных, сообщил представитель пограничной службы.";
const GERMAN = "Laut Grenzschutz wurden die Verbände größtenteils abgezogen, „höchstens“ 1000 Kräfte übrig.";
const FRENCH = "L’armée a déployé près de 2 000 soldats à la frontière, a précisé le ministère.";

/** Encodes by asking the decoder what each byte means. */
function encodeAs(encoding: string, text: string): Uint8Array {
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decodeAs(encoding, Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text], (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
    return byte;
  });
}
const utf16 = (text: string, bigEndian: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
};
const codeOf = (bytes: Uint8Array): string => {
  try {
    return decode(bytes).encoding;
  } catch (error) {
    if (error instanceof IntakeError) return error.code;
    throw error;
  }
};

describe("the encoding of a text is told", () => {
  const cases: [string, Uint8Array, string, string][] = [
    ["UTF-8", Buffer.from(UKRAINIAN), "utf-8", UKRAINIAN],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${UKRAINIAN}`), "utf-8", UKRAINIAN],
    ["UTF-16, little end first", utf16(UKRAINIAN, false, true), "utf-16le", UKRAINIAN],
    ["UTF-16, big end first", utf16(RUSSIAN, true, true), "utf-16be", RUSSIAN],
    ["UTF-16 without a mark", utf16(GERMAN, false, false), "utf-16le", GERMAN],
    ["UTF-16 without a mark, big end first", utf16(UKRAINIAN, true, false), "utf-16be", UKRAINIAN],
    ["windows-1251, Ukrainian", encodeAs("windows-1251", UKRAINIAN), "windows-1251", UKRAINIAN],
    ["windows-1251, Russian", encodeAs("windows-1251", RUSSIAN), "windows-1251", RUSSIAN],
    ["windows-1251, in capitals", encodeAs("windows-1251", UKRAINIAN.toUpperCase()), "windows-1251", UKRAINIAN.toUpperCase()],
    ["KOI8-U, Ukrainian", encodeAs("koi8-u", UKRAINIAN), "koi8-u", UKRAINIAN],
    ["KOI8-U, Russian", encodeAs("koi8-u", RUSSIAN), "koi8-u", RUSSIAN],
    ["windows-1252, German", encodeAs("windows-1252", GERMAN), "windows-1252", GERMAN],
    ["windows-1252, French", encodeAs("windows-1252", FRENCH), "windows-1252", FRENCH],
    ["Latin-1, one letter", encodeAs("windows-1252", "caf\u00e9"), "windows-1252", "caf\u00e9"],
  ];
  test.each(cases)("%s", (_, bytes, encoding, text) => expect(decode(bytes)).toEqual({ text, encoding }));

  it("long after a plain beginning", () => {
    const text = `${"Plain words. ".repeat(5000)}${UKRAINIAN}`;
    expect(decode(encodeAs("windows-1251", text)).text).toBe(text);
  });
  it("by what a file declares, where the bytes alone could be several", () => {
    const bytes = encodeAs("iso-8859-2", "Żołnierze są w obozie, podał wódz.");
    expect(decode(bytes, "iso-8859-2").text).toBe("Żołnierze są w obozie, podał wódz.");
    expect(decode(encodeAs("windows-1251", UKRAINIAN), "no-such-encoding").text).toBe(UKRAINIAN);
    expect(decode(Buffer.from(UKRAINIAN), "windows-1251").text).toBe(UKRAINIAN);
  });
});

describe("what is no text is refused", () => {
  const cases: [string, Uint8Array, string][] = [
    ["a PNG image", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48), "BINARY"],
    ["zeros", new Uint8Array(64), "BINARY"],
    ["control characters", Buffer.from("\u0001\u0002\u0003 text \u0004\u0005"), "BINARY"],
    ["a UTF-8 text cut in a letter", Buffer.from(UKRAINIAN).subarray(0, 41), "BROKEN_ENCODING"],
    ["a UTF-8 text with a stray byte", Buffer.concat([Buffer.from(UKRAINIAN), Uint8Array.of(0xff)]), "BROKEN_ENCODING"],
    ["bytes that no writing has", Buffer.from("Hello \xff\xfe world", "latin1"), "BROKEN_ENCODING"],
    ["a broken sequence", Buffer.from("Hello \xc3( world", "latin1"), "BROKEN_ENCODING"],
    ["half a UTF-16 character", Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x42), "BROKEN_ENCODING"],
  ];
  test.each(cases)("%s", (_, bytes, code) => expect(codeOf(bytes)).toBe(code));

  it("with the place of the first broken byte", () => {
    const bytes = Buffer.concat([Buffer.from("\ufffd is a real sign: "), Uint8Array.of(0xc3), Buffer.from("( and so on, « so »")]);
    expect(() => decode(bytes)).toThrow(`at byte ${bytes.indexOf(Uint8Array.of(0xc3, 0x28))}`);
  });
  it("and every UTF-8 text without control characters is taken, unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        // oxlint-disable-next-line no-control-regex
        fc.pre(!/[\u0000-\u001f\u007f]/.test(text) && !text.startsWith("\ufeff"));
        expect(decode(Buffer.from(text)).text).toBe(text);
      }),
    );
  });
  it("never with anything but an issue", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void codeOf(bytes)), { numRuns: 500 });
  });
});

it("windows-1252 has quotation marks, dashes and the euro where Latin-1 has none", () => {
  expect(decodeAs("latin1", Uint8Array.of(0x80, 0x93, 0x94, 0x96, 0xe9))).toBe("€“”–é");
});
