export type EstimateErrorCode = "NO_CLAIMS" | "NO_SITUATION" | "NOTHING_DATED" | "BAD_PERIOD" | "TOO_LONG" | "TOO_MANY";

/** Claims or a period that no estimate can be made of; the message names the remedy. */
export class EstimateError extends Error {
  override readonly name = "EstimateError";
  readonly code: EstimateErrorCode;
  constructor(code: EstimateErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
