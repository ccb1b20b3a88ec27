/**
 * Exit codes: 0 all went well; 1 a check failed; 2 bad usage, an input that could not be read, or an internal error
 * (a script that retries or stops treats all of these alike; the line on standard error tells them apart).
 */
export const EXIT = { good: 0, failed: 1, bad: 2 } as const;

/** Bad usage: one line for standard error, which ends with the remedy. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Control characters and marks that turn the direction of writing, so that nothing from outside (an odd file name) drives the terminal or breaks the line. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, " ");

export function complain(message: string): void {
  process.stderr.write(`muster: ${oneLine(message)}\n`);
  process.exitCode = EXIT.bad;
}

export const isDebugging = (): boolean => (process.env["MUSTER_DEBUG"] ?? "") !== "";

/** An error that should not have happened: its name in one line, its trace only on request. */
export function complainInternally(error: unknown, doing: string): void {
  const name = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const hint = isDebugging() ? "" : "; set MUSTER_DEBUG=1 for the trace and report it";
  complain(`internal error while ${doing}: ${name}${hint}`);
  if (isDebugging() && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
}

/** A check that failed: its lines were printed already, and the exit code says so; a worse one stays. */
export function failCheck(): void {
  process.exitCode ??= EXIT.failed;
}
