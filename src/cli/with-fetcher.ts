import { createFetcher, type Fetcher } from "../intake/fetch/fetcher.ts";
import { ROBOTS_NAME } from "../intake/fetch/robots.ts";
import { versionOf } from "./version.ts";

export interface FetchOptions {
  allowPrivate?: boolean;
}

/** Who asks, as servers see it; `MUSTER_CONTACT` says how to reach whoever runs it. */
function userAgent(): string {
  const contact = (process.env["MUSTER_CONTACT"] ?? "").replace(/[^\x20-\x7e]/g, "").slice(0, 200);
  return `${ROBOTS_NAME}/${versionOf()} (reads news for claims on armed forces${contact === "" ? "" : `; ${contact}`})`;
}

/** The way to the web. Pauses can be shortened (`MUSTER_PAUSE_MS`) for a site of one's own. */
export function openFetcher({ allowPrivate }: FetchOptions): Fetcher {
  const pause = process.env["MUSTER_PAUSE_MS"] ?? "";
  return createFetcher({ userAgent: userAgent(), ...(allowPrivate === true ? { isAllowed: () => true } : {}), ...(/^\d{1,6}$/.test(pause) ? { pauseMs: Number(pause) } : {}) });
}
