import { gapDays, isLevel, menOf, SLACK, type Told } from "./told.ts";

/** Statements speak of the same time within so many days. */
export const TOGETHER_DAYS = 31;
/** Figures agree within this ratio, once each is given a quarter either way. */
const AGREE = { margin: 1.25, ratio: 2 } as const;
/** Nearest ends of two figures lie apart by this ratio, {@link SLACK} aside. */
const APART = 1.5;
/** What is denied on a day may well happen so many days later. */
const LATER_DAYS = 3;

/** Which way a movement goes; null for what has no way. */
export function directionOf({ claim: { kind, direction } }: Told): "up" | "down" | null {
  if (kind === "arrival") return "up";
  if (kind === "departure") return "down";
  return kind === "change" && (direction === "up" || direction === "down") ? direction : null;
}

const areTogether = (a: Told, b: Told): boolean => gapDays(a.at, b.at) <= TOGETHER_DAYS;

/** "How many have come is not known" neither says nor denies that some have. */
const isOpen = ({ claim: { certainty, kind } }: Told): boolean => certainty === "unknown" && kind !== "strength";

const middle = ({ low, high }: { low: number; high: number }): number => (high === Infinity ? low : low === 0 ? high : (low + high) / 2);

function sameFigure(a: Told, b: Told): boolean {
  const [x, y] = [menOf(a.claim.quantity), menOf(b.claim.quantity)];
  if (x === null || y === null) return false;
  const meet = x.low <= y.high * AGREE.margin && y.low <= x.high * AGREE.margin;
  const [least, most] = [middle(x), middle(y)].sort((p, q) => p - q) as [number, number];
  return meet && (most + 1) / (least + 1) <= AGREE.ratio;
}

/** Whether one statement says what another says, as far as its kind lets that be told. */
export function agrees(a: Told, b: Told): boolean {
  if (a.claim.reality !== b.claim.reality || a.claim.polarity !== b.claim.polarity || a.extent !== b.extent || !areTogether(a, b) || isOpen(a) || isOpen(b)) return false;
  if (a.claim.kind === "strength" && b.claim.kind === "strength") return sameFigure(a, b) || (a.claim.quantity === null && b.claim.quantity === null && a.claim.size !== null && a.claim.size === b.claim.size);
  const [x, y] = [directionOf(a), directionOf(b)];
  return x !== null ? x === y : a.claim.kind === b.claim.kind;
}

/** Whether two figures cannot both be right of one time. */
function areFiguresApart(a: Told, b: Told): boolean {
  const [x, y] = [menOf(a.claim.quantity), menOf(b.claim.quantity)];
  if (x === null || y === null) return false;
  const [more, less] = x.high < y.low ? [y.low, x.high] : [x.low, y.high];
  return more > less && (more + SLACK) / (less + SLACK) >= APART;
}

const COMING: ReadonlySet<string> = new Set(["strength", "arrival", "movement"]);
/** Whether a statement says how many are to be there. */
const isForecast = ({ claim: { kind, reality, polarity }, extent }: Told): boolean => reality === "planned" && polarity === "affirmed" && extent === "whole" && COMING.has(kind as string);

const SIZES: readonly unknown[] = ["limited", "significant", "large"];

/** Whether who denies so many or so much denies what the other affirms: "a large force cannot come" leaves it open that some come. */
function reaches(denial: Told, affirmed: Told): boolean {
  const [no, yes] = [menOf(denial.claim.quantity), menOf(affirmed.claim.quantity)];
  if (no !== null && yes !== null) return yes.high >= no.low / APART;
  if (denial.claim.size === null || denial.claim.size === "none") return no === null || yes === null;
  return yes !== null || SIZES.indexOf(affirmed.claim.size) >= SIZES.indexOf(denial.claim.size);
}

/** Whether one statement denies what another affirms: of its own days or of earlier ones. */
function denies(a: Told, b: Told): boolean {
  const isSame = a.claim.reality === b.claim.reality && a.claim.kind === b.claim.kind && a.claim.kind !== "strength" && a.extent === b.extent;
  if (a.claim.polarity === b.claim.polarity || !isSame || !areTogether(a, b) || isOpen(a) || isOpen(b)) return false;
  const [denial, affirmed] = a.claim.polarity === "denied" ? [a, b] : [b, a];
  if (a.claim.reality !== "actual") return reaches(denial, affirmed);
  return (affirmed.at?.from ?? -Infinity) <= (denial.at?.to ?? Infinity) + LATER_DAYS;
}

/** Whether one statement has so many of them gone that another finds too many still there, on the same day or in the weeks after. */
function emptiesWhatIsThere(a: Told, b: Told): boolean {
  const [gone, there] = a.leaves === null ? [b, a] : [a, b];
  if (gone.leaves === null || !isLevel(there) || !areTogether(a, b)) return false;
  const least = menOf(there.claim.quantity)?.low ?? 0;
  return least > SLACK && (least + SLACK) / (gone.leaves + SLACK) >= APART && (there.at?.to ?? -Infinity) >= (gone.at?.from ?? Infinity);
}

/** Whether two figures, both of what is there or both of what is announced, cannot both be right of the same weeks. */
export const haveFiguresApart = (a: Told, b: Told): boolean =>
  ((isLevel(a) && isLevel(b)) || (isForecast(a) && isForecast(b))) && areFiguresApart(a, b) && areTogether(a, b);

/** Whether two statements cannot both be true of the same weeks. */
export const contradicts = (a: Told, b: Told): boolean => haveFiguresApart(a, b) || denies(a, b) || emptiesWhatIsThere(a, b);
