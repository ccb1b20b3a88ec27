import { actorHeader } from "./actor.ts";
import type { Operations } from "./schema.ts";

export type OperationName = keyof Operations;
export type ResultOf<K extends OperationName> = Operations[K]["result"];
export type BodyOf<K extends OperationName> = Operations[K]["body"];

type Part<Name extends string, T> = T extends Record<string, never> ? { [N in Name]?: undefined } : Record<string, never> extends T ? { [N in Name]?: T } : { [N in Name]: T };
type OptionalIfEmpty<Name extends string, T> = Partial<T> extends T ? { [N in Name]?: T } : Part<Name, T>;

/** What an operation takes: the parts of its path, its query and its body, each only where it has one. */
export type InputOf<K extends OperationName> = Part<"path", Operations[K]["path"]> &
  OptionalIfEmpty<"query", Operations[K]["query"]> &
  (Operations[K]["body"] extends undefined ? { body?: undefined } : { body: Operations[K]["body"] });

/** An answer that is a problem (RFC 9457), with the server's own line on what to do. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: number;
  /** The last part of the problem's type, such as `changed-meanwhile`. */
  readonly code: string;
  constructor(status: number, code: string, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.status = status;
    this.code = code;
  }
}

interface Extras {
  signal?: AbortSignal;
  /** The etag of what is to be changed, as it was seen. */
  ifMatch?: string;
}

/** The address of an operation, for a link or a download. */
export function addressOf<K extends OperationName>(operation: K, input: InputOf<K>): string {
  const [, template = ""] = operation.split(" ");
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((input.path as Record<string, unknown> | undefined)?.[name] ?? "")));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) if (value !== undefined && value !== null) query.set(name, String(value));
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/**
 * Asks the API.
 *
 * @throws ProblemError for an answer that is no success, or none at all (status 0)
 */
export async function ask<K extends OperationName>(operation: K, input: InputOf<K>, { signal, ifMatch }: Extras = {}): Promise<ResultOf<K>> {
  const headers: Record<string, string> = { accept: "application/json", ...actorHeader() };
  if (ifMatch !== undefined) headers["if-match"] = ifMatch;
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  if (body !== undefined) headers["content-type"] = "application/json";
  const [method = "GET"] = operation.split(" ");
  return send(addressOf(operation, input), { method, headers, body, signal }) as Promise<ResultOf<K>>;
}

/** Gives files to the API as they are. @throws ProblemError */
export async function giveFiles(files: readonly File[]): Promise<ResultOf<"POST /api/documents/files">> {
  const body = new FormData();
  for (const file of files) body.append("file", file, file.name);
  return send("/api/documents/files", { method: "POST", headers: actorHeader(), body }) as Promise<ResultOf<"POST /api/documents/files">>;
}

async function send(address: string, request: RequestInit): Promise<unknown> {
  const response = await reach(address, request);
  if (!response.ok) throw await problemOf(response);
  return response.headers.get("content-type")?.includes("json") === true ? response.json() : response.text();
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ProblemError(0, "unreachable", "the server does not answer; is muster still running?", { cause: error });
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  const text = await response.text();
  try {
    const { type, detail } = JSON.parse(text) as { type?: string; detail?: string };
    return new ProblemError(response.status, type?.split("/").at(-1) ?? "problem", detail ?? response.statusText);
  } catch (error) {
    return new ProblemError(response.status, "problem", `the server answers ${response.status}`, { cause: error });
  }
}
