/** Bytes 0x80 to 0x9f in windows-1252 (WHATWG Encoding, index-windows-1252); five of them mean nothing and stay. */
const HIGH_CONTROLS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Decodes as the label says. Some versions of Node read windows-1252 as Latin-1 and so turn quotation marks and dashes
 * into control characters; these are put right, and nothing is changed where Node does it right.
 *
 * @param label  any WHATWG label; "latin1" and "iso-8859-1" mean windows-1252 there
 * @throws TypeError for bytes without a reading when `fatal`; RangeError for a label that nobody knows
 */
export function decodeAs(label: string, bytes: Uint8Array, fatal = false): string {
  const decoder = new TextDecoder(label, { fatal });
  const text = decoder.decode(bytes);
  if (decoder.encoding !== "windows-1252") return text;
  return text.replace(/[\u0080-\u009f]/g, (control) => HIGH_CONTROLS.charAt(control.charCodeAt(0) - 0x80));
}
