import { charsetOf } from "../content-type.ts";
import { IntakeError } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { isPublicAddress, parseAddress, resolveBySystem, type Resolve } from "./addresses.ts";
import { ACCEPTED } from "./body.ts";
import { Hosts, wait } from "./hosts.ts";
import { Requester, type RequestLimits, type Response } from "./request.ts";
import { Robots } from "./robots.ts";

export interface GetOptions {
  /** What an earlier answer said, so that the same need not be sent again. */
  etag?: string | null;
  modified?: string | null;
  maxBytes?: number;
  signal?: AbortSignal;
}

/** What answered in the end. */
export interface Answer {
  /** The address that was asked for, and the one that answered. */
  asked: string;
  url: string;
  /** 200, or 304 where nothing has changed. */
  status: number;
  bytes: Uint8Array;
  type: string | null;
  /** The encoding that the answer names. */
  charset: string | null;
  etag: string | null;
  modified: string | null;
  server: string | null;
  /** Seconds for which the answer says that it holds (Cache-Control). */
  maxAgeSeconds: number | null;
  /** ISO 8601, UTC. */
  at: string;
}

export interface Fetcher {
  /** @throws IntakeError */
  get: (url: string, options?: GetOptions) => Promise<Answer>;
  close: () => void;
}

export interface FetcherOptions {
  userAgent: string;
  /** Whether a network address may be asked; only the open internet by default. */
  isAllowed?: (address: string) => boolean;
  resolve?: Resolve;
  /** Between two requests of one host. */
  pauseMs?: number;
  totalMs?: number;
  idleMs?: number;
  maxRedirects?: number;
  /** Before the second try after a failure that may pass; the longest wait that a server may ask for and get at once. */
  retryMs?: number;
  patienceMs?: number;
}

const DEFAULTS = { isAllowed: isPublicAddress, resolve: resolveBySystem, pauseMs: 1_000, totalMs: 60_000, idleMs: 20_000, maxRedirects: 5, retryMs: 1_000, patienceMs: 10_000 };

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const BUSY: ReadonlySet<number> = new Set([429, 503]);
/** The longest that a host is left alone, whatever it asks for. */
const MOST_HELD_MS = 24 * 3_600_000;

const STATUS_REMEDIES: Readonly<Record<number, string>> = {
  401: "it wants a password; save the page in a browser and add the file",
  402: "it wants money; save the page in a browser and add the file",
  403: "it is not for everyone; save the page in a browser and add the file",
  404: "there is nothing; check the address",
  410: "it is gone; check the address",
  451: "it is held back by law; look for it elsewhere",
};

/** Asked to wait: how long, in milliseconds. */
export class ComeLaterError extends IntakeError {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super("COME_LATER", `asks to be left alone for ${Math.ceil(waitMs / 1000)} s; try again then`);
    this.waitMs = waitMs;
  }
}

/** Retry-After as seconds or as a date (RFC 9110, 10.2.3), in milliseconds; null for neither. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  // A date has the name of a month in it; "-5" is none, though some parsers find one.
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : /[a-z]{3}/i.test(value) ? Date.parse(value) - now : Number.NaN;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), MOST_HELD_MS) : null;
}

/** A header's value as it may be kept and sent back: plain characters, and not too many. */
function plain(value: string | string[] | undefined, length: number): string | null {
  const text = Array.isArray(value) ? value[0] : value;
  return text !== undefined && /^[\x20-\x7e]+$/.test(text) && text.length <= length ? text : null;
}

const maxAgeOf = (control: string | undefined): number | null => {
  const match = /\bmax-age=(\d{1,9})\b/.exec(control ?? "");
  return match === null ? null : Number(match[1]);
};

/** Fetches over http(s) as a guest should: by the rules of robots.txt, one request a host at a time, and never into a private network. */
class GuestFetcher implements Fetcher {
  private readonly options: Required<FetcherOptions>;
  private readonly hosts: Hosts;
  private readonly requester: Requester;
  private readonly robots: Robots;

  constructor(options: FetcherOptions) {
    this.options = { ...DEFAULTS, ...options };
    this.hosts = new Hosts(this.options.pauseMs);
    this.requester = new Requester(this.options);
    this.robots = new Robots(async (url, signal) => this.follow(url, { maxBytes: 500_000, signal }, false));
  }

  async get(address: string, options: GetOptions = {}): Promise<Answer> {
    const url = parseAddress(address);
    try {
      return this.toAnswer(address, await this.follow(url, options, true));
    } catch (error) {
      if (!(error instanceof IntakeError) || !mayPass(error, this.options.patienceMs)) throw error;
      // Some chance in it, so that many who failed together do not come back together.
      const ms = error instanceof ComeLaterError ? error.waitMs : this.options.retryMs * (1 + Math.random());
      await wait(ms, options.signal);
      return this.toAnswer(address, await this.follow(url, options, true));
    }
  }

  private toAnswer(asked: string, { url, status, headers, bytes, server }: Response & { url: URL }): Answer {
    if (status !== 200 && status !== 203 && status !== 304) {
      throw new IntakeError("BAD_STATUS", `answers ${status}: ${STATUS_REMEDIES[status] ?? (status >= 500 ? "it is out of order; try again later" : "it cannot be had; check the address")}`);
    }
    const type = plain(headers["content-type"], 200);
    return {
      asked, url: url.href, status: status === 304 ? 304 : 200, bytes, type, charset: charsetOf(type),
      etag: plain(headers.etag, 300), modified: plain(headers["last-modified"], 100), server, maxAgeSeconds: maxAgeOf(headers["cache-control"]), at: new Date().toISOString(),
    };
  }

  /** Asks, and goes where the answers lead, looking at each address anew. */
  private async follow(start: URL, { etag, modified, maxBytes = LIMITS.fileBytes, signal }: GetOptions, heedRobots: boolean): Promise<Response & { url: URL }> {
    const headers: Record<string, string> = { "user-agent": this.options.userAgent, accept: "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/pdf, text/plain, */*;q=0.5", "accept-encoding": ACCEPTED };
    const asked = { etag: plain(etag ?? undefined, 300), modified: plain(modified ?? undefined, 100) };
    if (asked.etag !== null) headers["if-none-match"] = asked.etag;
    if (asked.modified !== null) headers["if-modified-since"] = asked.modified;
    let url = start;
    for (let redirects = 0; ; redirects += 1) {
      if (heedRobots) await this.askRobots(url, signal);
      const response = await this.send(url, headers, { ...this.options, maxBytes }, signal);
      const { location } = response.headers;
      if (!REDIRECTS.has(response.status) || location === undefined) return { ...response, url };
      if (redirects >= this.options.maxRedirects) throw new IntakeError("TOO_MANY_REDIRECTS", `leads on and on, over ${this.options.maxRedirects} times; check the address`);
      url = parseAddress(location, url.href);
    }
  }

  private async send(url: URL, headers: Record<string, string>, limits: RequestLimits, signal?: AbortSignal): Promise<Response> {
    const held = this.hosts.heldMs(url.host);
    if (held > Math.max(this.options.patienceMs, this.options.pauseMs * 2)) throw new ComeLaterError(held);
    const response = await this.hosts.inTurn(url.host, () => this.requester.send(url, headers, limits, signal), signal);
    if (!BUSY.has(response.status)) return response;
    const ms = retryAfterMs(response.headers["retry-after"], Date.now()) ?? this.options.retryMs * (1 + Math.random());
    this.hosts.hold(url.host, ms);
    throw new ComeLaterError(ms);
  }

  private async askRobots(url: URL, signal?: AbortSignal): Promise<void> {
    const rules = await this.robots.rules(url, signal);
    if (rules.crawlDelayMs > 0) this.hosts.pause(url.host, rules.crawlDelayMs);
    if (!rules.allows(url)) throw new IntakeError("ROBOTS", "is closed to programs by the site's robots.txt; save the page in a browser and add the file");
  }

  close(): void {
    this.requester.close();
  }
}

/** Whether a second try is worth it. */
const mayPass = (error: IntakeError, patienceMs: number): boolean => (error instanceof ComeLaterError ? error.waitMs <= patienceMs : error.code === "NO_ANSWER" && !/nobody knows/.test(error.message));

export const createFetcher = (options: FetcherOptions): Fetcher => new GuestFetcher(options);
