import type { FastifyReply, FastifyRequest } from "fastify";
import { Type, type Static } from "typebox";
import { AppError } from "../app.ts";
import { BriefError } from "../brief/errors.ts";
import { EstimateError } from "../estimate/errors.ts";
import { IntakeError } from "../intake/issue.ts";
import { LedgerError, type LedgerErrorCode } from "../ledger/error.ts";

/** What went wrong, as RFC 9457 writes it. `detail` names the thing and ends with the remedy. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: "A stable name of the kind of problem, as a relative reference." }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
  },
  { title: "Problem", description: "RFC 9457" },
);
export type Problem = Static<typeof Problem>;

/** An answer that is a problem, thrown from wherever it shows. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: "Bad request", 401: "Not signed in", 403: "Not allowed", 404: "Not found", 409: "In conflict with what is there", 412: "Changed meanwhile",
  413: "Too large", 415: "Not a type that is taken", 422: "Cannot be taken as it is", 428: "Say what you saw", 500: "Internal error", 502: "The other side does not answer as it should", 503: "Not possible now",
};

const OF_LEDGER: Partial<Record<LedgerErrorCode, number>> = {
  NO_SUCH_ENTRY: 404, NO_SUCH_CLAIM: 404, NO_SUCH_DOCUMENT: 404, NOT_UNDOABLE: 409, TOO_LARGE: 413,
  BAD_ENTRY: 422, BAD_TEXT: 422, BAD_FIELD: 422, BAD_CHECKPOINT: 422, BAD_BUNDLE: 422, BUSY: 503, READ_ONLY: 503, DISK_FULL: 503, UNREACHABLE: 503, NOT_PERMITTED: 503,
};

const toCode = (code: string): string => code.toLowerCase().replaceAll("_", "-");

/** A known error as a status, a code and a line; null for what should not have happened. */
function knownProblem(error: unknown): { status: number; code: string; detail: string } | null {
  if (error instanceof ApiError) return { status: error.status, code: error.code, detail: error.message };
  if (error instanceof LedgerError) {
    const status = OF_LEDGER[error.code];
    return status === undefined ? null : { status, code: toCode(error.code), detail: error.message };
  }
  if (error instanceof IntakeError || error instanceof AppError) return { status: 422, code: toCode(error.code), detail: error.message };
  if (error instanceof EstimateError || error instanceof BriefError) return { status: 422, code: toCode(error.code), detail: error.message };
  if (error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" && error.statusCode < 500) {
    return { status: error.statusCode, code: "bad-request", detail: "code" in error && error.code === "FST_ERR_VALIDATION" ? validationDetail(error) : error.message };
  }
  return null;
}

// "querystring/limit must be <= 200" becomes "limit must be <= 200".
const validationDetail = (error: Error): string => `${error.message.replace(/^(?:body|querystring|params|headers)[/ ]?/, "") || "the request"}; see /api/docs`;

/**
 * Answers with a problem. What is no fault of the request tells nothing of this machine: the trace goes to `report`, and the answer
 * only says that it happened.
 */
export function answerProblem(error: unknown, _request: FastifyRequest, reply: FastifyReply, report: (error: unknown) => void): FastifyReply {
  const known = knownProblem(error);
  if (known === null) report(error);
  const { status, code, detail } = known ?? { status: 500, code: "internal", detail: "something went wrong on the server; its log says what" };
  return sendProblem(reply, status, code, detail);
}

export function sendProblem(reply: FastifyReply, status: number, code: string, detail: string): FastifyReply {
  const problem: Problem = { type: `/problems/${code}`, title: TITLES[status] ?? "Problem", status, detail };
  return reply.code(status).type("application/problem+json").send(JSON.stringify(problem));
}
