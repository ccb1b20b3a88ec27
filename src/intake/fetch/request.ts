import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import type { Chunks } from "../chunks.ts";
import { IntakeError } from "../issue.ts";
import { allowedAddresses, type Resolve } from "./addresses.ts";
import { unpackedBody } from "./body.ts";

export interface RequestLimits {
  /** Bytes of a body, as sent and unpacked. */
  maxBytes: number;
  /** From the first to the last moment. */
  totalMs: number;
  /** Between two signs of life. */
  idleMs: number;
}

/** One answer, before it is followed anywhere. */
export interface Response {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Uint8Array;
  /** The network address that the connection went to. */
  server: string | null;
}

export interface Network {
  resolve: Resolve;
  isAllowed: (address: string) => boolean;
}

/** Statuses whose body is wanted. */
const isWanted = (status: number): boolean => status === 200 || status === 203;

const MAX_HEADER_BYTES = 65_536;

/** Connections are kept open for the next page of the same host, each to an address that was looked at when it was made. */
export class Requester {
  private readonly network: Network;
  private readonly agents: { "http:": HttpAgent; "https:": HttpsAgent };
  constructor(network: Network) {
    this.network = network;
    const options = { keepAlive: true, maxSockets: 1, maxFreeSockets: 1, timeout: 10_000, lookup: this.lookup };
    this.agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };
  }

  private readonly lookup: LookupFunction = (host, { all }, callback) => {
    allowedAddresses(host, this.network.resolve, this.network.isAllowed).then(
      (addresses) => (all === true ? callback(null, addresses) : callback(null, addresses[0]?.address ?? "", addresses[0]?.family)),
      (error: Error) => callback(error, "", 4),
    );
  };

  /**
   * Asks once, follows nothing.
   *
   * @throws IntakeError
   */
  async send(url: URL, headers: Record<string, string>, limits: RequestLimits, signal?: AbortSignal): Promise<Response> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), limits.totalMs);
    const both = signal === undefined ? late.signal : AbortSignal.any([late.signal, signal]);
    try {
      // A host that is an address already is never looked up.
      if (/^[\d.]+$|^\[/.test(url.hostname)) await allowedAddresses(url.hostname, this.network.resolve, this.network.isAllowed);
      const message = await this.open(url, headers, limits, both);
      return await bodyOf(message, limits);
    } catch (error) {
      if (signal?.aborted === true) throw new IntakeError("STOPPED", "was not read to its end", { cause: error });
      if (late.signal.aborted) throw new IntakeError("TOO_SLOW", `takes longer than ${Math.round(limits.totalMs / 1000)} s; try again later`, { cause: error });
      throw toIntakeError(error);
    } finally {
      clearTimeout(timer);
    }
  }

  private open(url: URL, headers: Record<string, string>, limits: RequestLimits, signal: AbortSignal): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const options = { method: "GET", headers, signal, timeout: limits.idleMs, maxHeaderSize: MAX_HEADER_BYTES, insecureHTTPParser: false };
      const request = url.protocol === "https:"
        ? httpsRequest(url, { ...options, agent: this.agents["https:"] }, resolve)
        : httpRequest(url, { ...options, agent: this.agents["http:"] }, resolve);
      request.on("timeout", () => request.destroy(new IntakeError("TOO_SLOW", `says nothing for ${Math.round(limits.idleMs / 1000)} s; try again later`)));
      request.on("error", reject);
      request.end();
    });
  }

  close(): void {
    this.agents["http:"].destroy();
    this.agents["https:"].destroy();
  }
}

async function bodyOf(message: IncomingMessage, { maxBytes, idleMs }: RequestLimits): Promise<Response> {
  const { statusCode: status = 0, headers } = message;
  const server = message.socket.remoteAddress ?? null;
  const answer = (bytes: Uint8Array): Response => ({ status, headers, bytes, server });
  if (!isWanted(status)) {
    message.destroy();
    return answer(new Uint8Array(0));
  }
  const length = Number(headers["content-length"] ?? 0);
  if (length > maxBytes) {
    message.destroy();
    throw new IntakeError("TOO_LARGE", `has ${Math.round(length / 1e6)} MB, over the limit of ${Math.round(maxBytes / 1e6)} MB; have it by other means and add the file`);
  }
  message.setTimeout(idleMs, () => message.destroy(new IntakeError("TOO_SLOW", `says nothing for ${Math.round(idleMs / 1000)} s; try again later`)));
  try {
    return answer(await unpackedBody(message as Chunks, String(headers["content-encoding"] ?? ""), maxBytes));
  } finally {
    message.destroy();
  }
}

/** What can go wrong on the way, as the code that Node gives it. */
const NETWORK_ERRORS: Readonly<Record<string, string>> = {
  ENOTFOUND: "has a host that nobody knows; check the address and the connection",
  EAI_AGAIN: "has a host that cannot be looked up now; check the connection",
  ECONNREFUSED: "does not take the connection; try again later",
  ECONNRESET: "breaks the connection off; try again later",
  EPIPE: "breaks the connection off; try again later",
  ETIMEDOUT: "does not answer; try again later",
  EHOSTUNREACH: "cannot be reached; check the connection",
  ENETUNREACH: "cannot be reached; check the connection",
};

function toIntakeError(error: unknown): IntakeError {
  if (error instanceof IntakeError) return error;
  const { code } = error as NodeJS.ErrnoException;
  // With several addresses tried, each has an error of its own.
  const codes = error instanceof AggregateError ? error.errors.map((one: NodeJS.ErrnoException) => one.code ?? "") : [code ?? ""];
  const known = codes.map((one) => NETWORK_ERRORS[one]).find((message) => message !== undefined);
  if (known !== undefined) return new IntakeError("NO_ANSWER", known, { cause: error });
  const [first = ""] = codes;
  if (/^HPE_/.test(first)) return new IntakeError("BAD_ANSWER", `answers in broken HTTP (${first}); try again later`, { cause: error });
  if (/CERT|^UNABLE_TO|^ERR_TLS|SELF_SIGNED|^ERR_SSL/.test(first)) return new IntakeError("BAD_ANSWER", `has a certificate that does not hold (${first}); check the address`, { cause: error });
  if (typeof code === "string" || codes.length > 1) return new IntakeError("NO_ANSWER", `cannot be had (${first}); try again later`, { cause: error });
  throw error;
}
