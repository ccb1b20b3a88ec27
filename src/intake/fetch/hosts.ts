import { IntakeError } from "../issue.ts";

interface Host {
  /** Ends when whoever is in line before is done. */
  turn: Promise<unknown>;
  waiting: number;
  /** Milliseconds of the process's clock before which nothing may be asked. */
  notBefore: number;
  pauseMs: number;
}

/** Hosts that are remembered though nobody waits for them. */
const MOST_IDLE = 5_000;

const stopped = (): IntakeError => new IntakeError("STOPPED", "was not read to its end");

/** Waits. @throws IntakeError STOPPED when the signal ends it first */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(stopped());
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(stopped());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/** Lets one request at a time through to a host, with a pause after each, and none before the host wants one. */
export class Hosts {
  private readonly hosts = new Map<string, Host>();
  private readonly pauseMs: number;
  constructor(pauseMs: number) {
    this.pauseMs = pauseMs;
  }

  private host(name: string): Host {
    const known = this.hosts.get(name);
    if (known !== undefined) return known;
    if (this.hosts.size > MOST_IDLE) for (const [other, { waiting, notBefore }] of this.hosts) if (waiting === 0 && notBefore < performance.now()) this.hosts.delete(other);
    const host: Host = { turn: Promise.resolve(), waiting: 0, notBefore: 0, pauseMs: this.pauseMs };
    this.hosts.set(name, host);
    return host;
  }

  /** Does the work when it is its turn. */
  async inTurn<T>(name: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const host = this.host(name);
    const before = host.turn;
    let leave = (): void => {};
    host.turn = new Promise<void>((resolve) => (leave = resolve));
    host.waiting += 1;
    try {
      await before;
      const early = host.notBefore - performance.now();
      if (early > 0) await wait(early, signal);
      return await work();
    } finally {
      host.notBefore = Math.max(host.notBefore, performance.now() + host.pauseMs);
      host.waiting -= 1;
      leave();
    }
  }

  /** Nothing is asked of the host for so long. */
  hold(name: string, ms: number): void {
    const host = this.host(name);
    host.notBefore = Math.max(host.notBefore, performance.now() + ms);
  }

  /** How long the host wants to be left alone still, in milliseconds. */
  heldMs(name: string): number {
    return Math.max(0, (this.hosts.get(name)?.notBefore ?? 0) - performance.now());
  }

  /** The pause that the host asks for (Crawl-delay), where it is longer than ours. */
  pause(name: string, ms: number): void {
    const host = this.host(name);
    host.pauseMs = Math.max(host.pauseMs, ms);
  }
}
