import * as crypto from "node:crypto";

// Node 20.12 and later hash a whole in one call, which for something small takes half the time.
const once = typeof crypto.hash === "function" ? crypto.hash : null;

/** SHA-256 of bytes, or of a text as UTF-8. */
export const sha256 = (data: Uint8Array | string): Uint8Array => once?.("sha256", data, "buffer") ?? crypto.createHash("sha256").update(data).digest();

/** The same in lower-case hexadecimal. */
export const sha256Hex = (data: Uint8Array | string): string => once?.("sha256", data, "hex") ?? crypto.createHash("sha256").update(data).digest("hex");
