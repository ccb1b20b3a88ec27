import type { FastifyRequest } from "fastify";
import { MAX_ACTOR } from "../ledger/entry.ts";
import { ApiError } from "./problem.ts";

/** The header in which a person at the desk gives the name that their entries carry, percent-encoded (RFC 8187 has no use here: it is ours alone). */
export const ACTOR_HEADER = "muster-actor";

/** In whose name a request writes. @throws ApiError 400 */
export function actorOf(request: FastifyRequest, fallback: string): string {
  const given = request.headers[ACTOR_HEADER];
  if (typeof given !== "string" || given === "") return fallback;
  try {
    const name = decodeURIComponent(given).trim();
    if (name !== "" && name.length <= MAX_ACTOR) return name;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new ApiError(400, "bad-actor", `${ACTOR_HEADER} is no name of 1 to ${MAX_ACTOR} characters, percent-encoded; leave it out or mend it`);
}
