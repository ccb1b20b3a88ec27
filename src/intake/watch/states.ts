import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { isRecord } from "../record.ts";

/** How far a feed was followed. None of it is evidence: without it, the feed is read anew, and what is kept is known by its bytes. */
export interface FeedState {
  title: string | null;
  etag: string | null;
  modified: string | null;
  /** ISO 8601, UTC. */
  polledAt: string | null;
  nextAt: string | null;
  /** Milliseconds between two polls, the last time it answered. */
  everyMs: number | null;
  /** One after the other, until now. */
  failures: number;
  /** What went wrong the last time; null where nothing did. */
  trouble: string | null;
  /** The entries of the feed that were had, with the time of their last change ("" where they give none). */
  had: Record<string, string>;
  /** Those that could not be had, with how often it was tried. */
  tried: Record<string, number>;
}

export const newState = (): FeedState => ({ title: null, etag: null, modified: null, polledAt: null, nextAt: null, everyMs: null, failures: 0, trouble: null, had: {}, tried: {} });

/** `$MUSTER_STATE`, or `$XDG_STATE_HOME/muster`, or `~/.local/state/muster`. */
const folderOfStates = (): string => process.env["MUSTER_STATE"] || join(process.env["XDG_STATE_HOME"] || join(homedir(), ".local", "state"), "muster");

/** How far each feed of one ledger was followed on this machine, in a file of its own that is written anew as a whole. */
export class FeedStates {
  private readonly path: string;
  private readonly states: Map<string, FeedState>;

  /** @param origin  the ledger's name, as its checkpoints have it */
  constructor(origin: string) {
    this.path = join(folderOfStates(), `feeds-${origin.replace(/[^\w]/g, "-")}.json`);
    this.states = new Map(Object.entries(read(this.path)));
  }

  get(url: string): FeedState {
    return this.states.get(url) ?? newState();
  }

  set(url: string, state: FeedState): void {
    this.states.set(url, state);
    this.save();
  }

  forget(url: string): void {
    if (this.states.delete(url)) this.save();
  }

  private save(): void {
    mkdirSync(dirname(this.path), { recursive: true });
    const next = `${this.path}.${process.pid}`;
    writeFileSync(next, JSON.stringify(Object.fromEntries(this.states)));
    renameSync(next, this.path);
  }
}

/** A file that is not there, or that is not ours, is as good as none. */
function read(path: string): Record<string, FeedState> {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (!isRecord(value)) return {};
    return Object.fromEntries(Object.entries(value).flatMap(([url, state]) => (isRecord(state) ? [[url, { ...newState(), ...state } as FeedState]] : [])));
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error && error.code === "ENOENT")) return {};
    throw error;
  }
}
