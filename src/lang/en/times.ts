import type { RelativeTime, TimeLexicon } from "../pack.ts";
import { PhraseTable, phrases, words } from "../phrases.ts";

const numbered = (lists: readonly string[], first: number): Map<string, number> =>
  new Map(lists.flatMap((names, index) => names.split("|").map((name) => [name, index + first] as const)));

const day = (offset: number): RelativeTime => ({ offset, unit: "day" });

/** English dates. Where a bare weekday or month points is decided in reader/calendar.ts, not here. */
export const times: TimeLexicon = {
  months: numbered(
    ["january|jan.|jan", "february|feb.|feb", "march|mar.|mar", "april|apr.|apr", "may", "june|jun.|jun", "july|jul.|jul", "august|aug.|aug",
      "september|sept.|sep.|sept|sep", "october|oct.|oct", "november|nov.|nov", "december|dec.|dec"],
    1,
  ),
  weekdays: numbered(["sunday|sun.", "monday|mon.", "tuesday|tue.|tues.", "wednesday|wed.", "thursday|thu.|thurs.", "friday|fri.", "saturday|sat."], 0),
  seasons: numbered(["spring", "summer", "autumn|fall", "winter"], 21),
  relative: new PhraseTable<RelativeTime>([
    ...phrases("today; tonight; this morning; this afternoon; this evening; the same day; earlier in the day; earlier today; later today", day(0)),
    ...phrases("yesterday; overnight; last night; yesterday evening", day(-1)),
    ...phrases("a day earlier; the day before; the previous day", { ...day(-1), anchored: true }),
    ...phrases("tomorrow", day(1)),
    ...phrases("the following day; the next day; a day later; the day after", { ...day(1), anchored: true }),
    ...phrases("over the weekend; at the weekend; the weekend; last weekend; this weekend", { offset: 0, unit: "weekend" } as const),
    ...phrases("earlier this week; later this week; this week", { offset: 0, unit: "week" } as const),
    ...phrases("the week ahead; in the coming week; next week; the coming week", { offset: 1, unit: "week" } as const),
    ...phrases("earlier this month; later this month; this month", { offset: 0, unit: "month" } as const),
    ...phrases("earlier this year; later this year; this year", { offset: 0, unit: "year" } as const),
    ...phrases("the year - end; year - end; year 's end; the year 's end", { offset: 0, unit: "year", part: "end" } as const),
    ...phrases("month - end; the month - end; the month 's end", { offset: 0, unit: "month", part: "end" } as const),
  ]),
  units: new Map([
    ...["day", "days"].map((name) => [name, "day"] as const),
    ...["week", "weeks"].map((name) => [name, "week"] as const),
    ...["month", "months"].map((name) => [name, "month"] as const),
    ...["year", "years"].map((name) => [name, "year"] as const),
  ]),
  parts: new PhraseTable<"start" | "mid" | "end">([
    ...phrases("early; the beginning of; beginning of; the start of; start of; early in", "start" as const),
    ...phrases("mid; the middle of; middle of; mid-", "mid" as const),
    ...phrases("late; the end of; end of; later in; late in; the last days of; the close of", "end" as const),
  ]),
  halves: new PhraseTable<1 | 2>([...phrases("the first half of; first half of", 1 as const), ...phrases("the second half of; second half of", 2 as const)]),
  since: words("since"),
  by: new PhraseTable<true>(phrases("by; until; till; no later than; not later than; before", true)),
  within: new PhraseTable<true>(phrases("within; in the space of", true)),
  undated: new PhraseTable<true>(
    phrases(
      `at its peak; at their peak; at the peak; at peak; at its height; at their height; at the height of; at the time; at that time; at one time; at one point; at one stage; once; formerly; previously; in the past;
       at first; initially; originally; at the start of the war; at the beginning of the war; at the outset; before the war; during the war; during the cold war; back then; in those days; until recently; quite recently; at times; later`,
      true,
    ),
  ),
  asOf: new PhraseTable<true>(phrases("as of; as at", true)),
  fromNow: new PhraseTable<true>(phrases("ago; from now; hence", true)),
  ahead: words("in"),
  than: words("than"),
  through: words("through thru until till"),
  dashes: words("- – — to"),
  hours: words("hours"),
  spanning: words("past last"),
  onDays: words("on of from"),
  ago: new PhraseTable<-1 | 1>([...phrases("ago; earlier; before; previously", -1 as const), ...phrases("later; from now; hence", 1 as const)]),
  next: words("next coming upcoming following"),
  last: words("last past previous"),
  current: words("this current"),
  of: words("of in"),
  each: words("every each"),
  ordinals: words("st nd rd th"),
};
