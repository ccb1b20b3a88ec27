import { IntakeError } from "../issue.ts";
import type { Response } from "./request.ts";

/** The name by which robots.txt may speak of us. */
export const ROBOTS_NAME = "Muster";

export interface Rules {
  allows: (url: URL) => boolean;
  crawlDelayMs: number;
}

const EVERYTHING: Rules = { allows: () => true, crawlDelayMs: 0 };
const NOTHING: Rules = { allows: () => false, crawlDelayMs: 0 };
/** A site may not put us to sleep. */
const MOST_DELAY_MS = 30_000;
const MOST_KEPT = 2_000;

/** What robots.txt of each site allows (RFC 9309); asked once a run. */
export class Robots {
  private readonly known = new Map<string, Promise<Rules>>();
  private readonly fetch: (url: URL, signal?: AbortSignal) => Promise<Pick<Response, "status" | "bytes">>;
  constructor(fetch: (url: URL, signal?: AbortSignal) => Promise<Pick<Response, "status" | "bytes">>) {
    this.fetch = fetch;
  }

  /** @throws IntakeError where the site cannot be reached at all */
  async rules(url: URL, signal?: AbortSignal): Promise<Rules> {
    const known = this.known.get(url.origin);
    if (known !== undefined) return known;
    const asked = this.ask(url, signal);
    if (this.known.size > MOST_KEPT) this.known.clear();
    this.known.set(url.origin, asked);
    // What failed is asked again next time.
    asked.catch(() => this.known.delete(url.origin));
    return asked;
  }

  private async ask(url: URL, signal?: AbortSignal): Promise<Rules> {
    try {
      const { status, bytes } = await this.fetch(new URL("/robots.txt", url), signal);
      if (status >= 500) return NOTHING;
      return status === 200 ? await parseRules(url, new TextDecoder().decode(bytes)) : EVERYTHING;
    } catch (error) {
      // No rules that can be read are no rules; a site that cannot be reached is told as such.
      if (error instanceof IntakeError && ["TOO_LARGE", "BOMB", "BAD_ANSWER", "BAD_ADDRESS", "TOO_MANY_REDIRECTS"].includes(error.code)) return EVERYTHING;
      throw error;
    }
  }
}

async function parseRules(url: URL, text: string): Promise<Rules> {
  const { default: parse } = await import("robots-parser");
  const robots = (parse as unknown as typeof parse.default)(new URL("/robots.txt", url).href, text);
  const delay = robots.getCrawlDelay(ROBOTS_NAME) ?? 0;
  return { allows: ({ href }) => robots.isAllowed(href, ROBOTS_NAME) !== false, crawlDelayMs: Number.isFinite(delay) ? Math.min(Math.max(0, delay * 1000), MOST_DELAY_MS) : 0 };
}
