import { createHash, timingSafeEqual } from "node:crypto";

/** The cookie that carries the token of a browser. */
export const TOKEN_COOKIE = "muster-token";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** In a time that does not tell how much of it was right. */
export const isSame = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token));
