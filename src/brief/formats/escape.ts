const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text from outside as text of HTML or XML, also within the quotation marks of an attribute. Control characters and marks that
 * turn the direction of writing become blanks, halves of surrogate pairs U+FFFD: neither may stand in XML.
 */
export const escapeXml = (text: string): string =>
  text.replace(/\p{Cs}/gu, "\ufffd").replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, " ").replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string);
