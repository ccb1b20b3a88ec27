import { plural } from "../app/plural.ts";

/** Milliseconds between two looks of the bar on a terminal, and between two lines elsewhere. */
const BAR_EVERY_MS = 200;
const LINE_EVERY_MS = 10_000;
const BAR_WIDTH = 24;

/** What is asked of the standard error stream. */
export type Stderr = Pick<NodeJS.WriteStream, "write"> & { isTTY?: boolean | undefined };

/** `3:05`, or `1:02:00`. */
export function formatSeconds(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), Math.floor(seconds % 60)];
  const two = (n: number): string => String(n).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/**
 * How far a long run is, on standard error: how many documents, how fast, how many with claims, and how long still. A bar on a terminal,
 * which steps aside for what is printed; elsewhere a plain line now and then.
 */
export class Meter {
  private readonly stderr: Stderr;
  private readonly clock: () => number;
  private readonly isQuiet: boolean;
  private readonly start: number;
  private shown = 0;
  private isUp = false;
  private expected = 0;
  private dealt = 0;
  private documents = 0;
  private withClaims = 0;

  constructor(isQuiet = false, stderr: Stderr = process.stderr, clock: () => number = () => performance.now()) {
    [this.isQuiet, this.stderr, this.clock] = [isQuiet, stderr, clock];
    this.start = this.shown = clock();
  }

  readonly expect = (bytes: number): void => void (this.expected += bytes);
  readonly advance = (bytes: number): void => {
    this.dealt += bytes;
    this.show();
  };

  /** One document more. */
  count(hasClaims: boolean): void {
    this.documents += 1;
    if (hasClaims) this.withClaims += 1;
    this.show();
  }

  private show(): void {
    const now = this.clock();
    const every = this.stderr.isTTY === true ? BAR_EVERY_MS : LINE_EVERY_MS;
    if (now - this.shown < every || (this.isQuiet && this.stderr.isTTY !== true)) return;
    this.shown = now;
    if (this.stderr.isTTY === true) {
      this.stderr.write(`\r\u001b[K${this.bar()}${this.facts()}`);
      this.isUp = true;
    } else {
      this.stderr.write(`muster: ${this.facts()}\n`);
    }
  }

  private share(): number {
    return this.expected <= 0 ? 0 : Math.min(1, this.dealt / this.expected);
  }

  private bar(): string {
    const full = Math.round(this.share() * BAR_WIDTH);
    return `[${"#".repeat(full)}${" ".repeat(BAR_WIDTH - full)}] `;
  }

  private facts(): string {
    const seconds = (this.clock() - this.start) / 1000;
    const rate = seconds > 0 ? this.documents / seconds : 0;
    const share = this.share();
    const left = share > 0.01 && share < 1 ? [`about ${formatSeconds((seconds / share) * (1 - share))} left`] : [];
    return [plural(this.documents, "document"), `${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`, `${this.withClaims} with claims`, ...left].join(", ");
  }

  /** Makes room for something to be printed. */
  aside(): void {
    if (this.isUp) this.stderr.write("\r\u001b[K");
    this.isUp = false;
  }
}
