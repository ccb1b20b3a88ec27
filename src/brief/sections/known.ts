import type { Block, DayEstimate, Sentence } from "../../claims/index.ts";
import { isWithin, newestFirst, type Case } from "../case.ts";
import { date, likelihood, men, paragraph, point, say } from "../segments.ts";
import { isLevel, type Told } from "../told.ts";
import { appraisal, tell } from "../wording.ts";

/** Figures as old as this still tell the present; of older ones only the last two are named. */
const CURRENT_DAYS = 60;
const MOST = { figures: 6, parts: 4, stale: 2 } as const;

function middle({ estimate }: Case): Sentence[] {
  if (estimate === null) return [];
  const at = estimate.days.length - 1;
  const { median, p25, p75 } = estimate.days[at] as DayEstimate;
  const [low, high, mid] = [men(p25, `/days/${at}/p25`), men(p75, `/days/${at}/p75`), men(median, `/days/${at}/median`)];
  return [say`There is a ${likelihood(0.5, null)} that the number lies between ${low} and ${high}; the middle of the estimate is about ${mid}.`];
}

/** What each source said last, since its older figures are overtaken. */
function lastOfEach(told: readonly Told[]): Told[] {
  const seen = new Set<string>();
  return told.filter(({ mouth, claim: { place } }) => !seen.has(`${mouth} ${place}`) && seen.add(`${mouth} ${place}`));
}

const asPoint = (one: Case, told: Told): Block => point(tell(told, one), ...appraisal(told, one));

export function knownBlocks(one: Case): Block[] {
  const levels = lastOfEach(newestFirst(one.told.filter(isLevel)));
  const current = levels.filter((told) => isWithin(one, told, CURRENT_DAYS)).slice(0, MOST.figures);
  const shown = current.length > 0 ? current : levels.slice(0, MOST.stale);
  const stale = current.length > 0 || shown.length === 0 ? [] : [say`No source has given a figure since ${date(shown[0]?.heard.edtf ?? one.asOf, one.year)}.`];
  const parts = lastOfEach(newestFirst(one.told.filter(({ claim, extent }) => claim.kind === "strength" && claim.reality === "actual" && claim.polarity === "affirmed" && extent === "part")))
    .filter((told) => isWithin(one, told, CURRENT_DAYS)).slice(0, MOST.parts);
  const opening = [...middle(one), ...stale];
  return [
    ...(opening.length === 0 ? [] : [paragraph(...opening)]),
    ...shown.map((told) => asPoint(one, told)),
    ...(parts.length === 0 ? [] : [paragraph(say`On parts of the force:`)]),
    ...parts.map((told) => asPoint(one, told)),
  ];
}
