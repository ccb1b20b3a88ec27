import type { Fault } from "./lint/fault.ts";

export type BriefErrorCode = "NOTHING_TOLD" | "NOTHING_DATED" | "NO_ESTIMATE" | "BAD_DAY" | "LINT";

/** A brief that cannot be made, or must not be. */
export class BriefError extends Error {
  override readonly name = "BriefError";
  readonly code: BriefErrorCode;
  /** LINT: every rule that is broken. */
  readonly faults: readonly Fault[];
  constructor(code: BriefErrorCode, message: string, { faults = [], ...options }: ErrorOptions & { faults?: readonly Fault[] } = {}) {
    super(message, options);
    this.code = code;
    this.faults = faults;
  }
}
