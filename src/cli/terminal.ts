import picocolors from "picocolors";

/** How to print: columns of a line, and colours that do nothing where there are none. */
export interface Look {
  width: number;
  colors: Pick<ReturnType<typeof picocolors.createColors>, "bold" | "dim" | "cyan" | "yellow">;
}

/** Columns of a line where nobody is looking (a file, a mail), and the bounds where someone is. */
const PLAIN_WIDTH = 100;
const [LEAST_WIDTH, MOST_WIDTH] = [60, 160];

export const lookOf = (width: number, colored: boolean): Look => ({ width, colors: picocolors.createColors(colored) });

/**
 * Colour only on a terminal, and not where `--no-color`, NO_COLOR (https://no-color.org) or a dumb terminal says so.
 *
 * @param wanted  false after --no-color
 */
export function lookOfTerminal(wanted: boolean, stdout: NodeJS.WriteStream = process.stdout): Look {
  if (!stdout.isTTY) return lookOf(PLAIN_WIDTH, false);
  const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, stdout.columns || PLAIN_WIDTH));
  const silenced = (process.env["NO_COLOR"] ?? "") !== "" || process.env["TERM"] === "dumb";
  return lookOf(width, wanted && !silenced);
}

/** Steps before a run is long enough to show how far it is, and between one message and the next. */
const PROGRESS_EVERY = 25;

/** How far a long run is: one line on standard error, on a terminal only, wiped at the end. */
export class Progress {
  private done = 0;
  private readonly what: string;
  private readonly stderr: NodeJS.WriteStream;
  /** @param what  "documents read": what each step is one of */
  constructor(what = "documents read", stderr: NodeJS.WriteStream = process.stderr) {
    this.what = what;
    this.stderr = stderr;
  }

  step(): void {
    this.done++;
    if (this.stderr.isTTY && this.done % PROGRESS_EVERY === 0) this.stderr.write(`\r${this.done} ${this.what} `);
  }

  finish(): void {
    if (this.stderr.isTTY && this.done >= PROGRESS_EVERY) this.stderr.write("\r\u001b[K");
  }
}
