import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { UsageError } from "./exit.ts";

// Standard Webhooks 1.0 (https://www.standardwebhooks.com): a receiver knows by the id what it has already, and by the signature whose it is.

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const LEAST_SECRET_BYTES = 24;
const MOST_SECRET_BYTES = 64;

/** The key in a `whsec_…` secret. @throws UsageError, which does not repeat it */
export function parseSecret(text: string, name: string): Buffer {
  const key = Buffer.from(SECRET.exec(text.trim())?.[1] ?? "", "base64");
  if (key.length >= LEAST_SECRET_BYTES && key.length <= MOST_SECRET_BYTES) return key;
  throw new UsageError(`${name} is no webhook secret; give whsec_ and ${LEAST_SECRET_BYTES} to ${MOST_SECRET_BYTES} bytes in base64, as: echo "whsec_$(openssl rand -base64 32)"`);
}

export interface Message {
  /** The same at each attempt. */
  id: string;
  body: string;
}

/** The headers of one attempt. @param seconds  since 1970, of the attempt */
export function signedHeaders({ id, body }: Message, key: Buffer, seconds: number): Record<string, string> {
  const signature = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "content-type": "application/json", "user-agent": "muster", "webhook-id": id, "webhook-timestamp": `${seconds}`, "webhook-signature": `v1,${signature}` };
}

export interface Receiver {
  url: string;
  key: Buffer;
  /** How often one message is tried before it is left for the next run. */
  attempts: number;
  /** The wait after the first failure; it doubles with each, up to {@link LONGEST_WAIT_MS}. */
  firstWaitMs: number;
  signal: AbortSignal;
  /** Told of each attempt that failed, and how long the next one is waited for (null after the last). */
  onFailure: (why: string, waitMs: number | null) => void;
}

/** `gone` is a receiver that wants nothing any more (410); `failed` leaves the message for another time. */
export type Delivery = "delivered" | "failed" | "gone" | "interrupted";

const TIMEOUT_MS = 20_000;
const LONGEST_WAIT_MS = 300_000;
const GONE = 410;
const MAX_RETRY_AFTER_S = LONGEST_WAIT_MS / 1_000;

interface Attempt {
  status: number | null;
  why: string;
  retryAfterMs: number;
}

async function attempt(message: Message, { url, key, signal }: Receiver): Promise<Attempt> {
  const headers = signedHeaders(message, key, Math.floor(Date.now() / 1_000));
  try {
    // A redirection could carry what is told to someone else.
    const answer = await fetch(url, { method: "POST", headers, body: message.body, redirect: "manual", signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) });
    await answer.body?.cancel();
    const seconds = Number(answer.headers.get("retry-after") ?? 0);
    return { status: answer.status, why: `answered ${answer.status}`, retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, MAX_RETRY_AFTER_S) * 1_000 : 0 };
  } catch (error) {
    const { cause, name } = error as Error;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : name;
    return { status: null, why: code === "TimeoutError" ? `gave no answer in ${TIMEOUT_MS / 1_000} s` : `cannot be reached (${code})`, retryAfterMs: 0 };
  }
}

/** Sends one message until it is taken, waiting longer after each failure. */
export async function deliver(message: Message, receiver: Receiver): Promise<Delivery> {
  const { attempts, firstWaitMs, signal, onFailure } = receiver;
  for (let tried = 1; ; tried += 1) {
    const { status, why, retryAfterMs } = await attempt(message, receiver);
    if (status !== null && status >= 200 && status < 300) return "delivered";
    if (signal.aborted) return "interrupted";
    const isLast = status === GONE || tried >= attempts;
    const waitMs = Math.max(retryAfterMs, Math.min(firstWaitMs * 2 ** (tried - 1), LONGEST_WAIT_MS));
    onFailure(why, isLast ? null : waitMs);
    if (status === GONE) return "gone";
    if (isLast) return "failed";
    if (!(await waited(waitMs, signal))) return "interrupted";
  }
}

/** False when the wait was cut short. */
export async function waited(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(ms, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
