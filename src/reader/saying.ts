import type { ReportClass } from "../lang/pack.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { TimeMention } from "./calendar.ts";
import type { Speaker } from "./cast.ts";

/** One act of saying: who, by which words, and what. */
export interface Saying {
  sentence: number;
  speaker: Speaker | null;
  cue: TokenRange | null;
  content: TokenRange[];
  manner: ReportClass | "according" | "label" | "continued";
  /** When it was said, where the words beside the cue tell. */
  time: TimeMention | null;
  via: string[];
  /** "has not detected", "did not say". */
  negated: boolean;
  rule: string;
}
