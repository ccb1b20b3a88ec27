/** A whole number as people write it: "1,300". */
export const writeCount = (value: number): string => Math.round(value).toLocaleString("en");

/** To two significant digits: no estimate is better than that. */
export function roundMen(men: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, men))) - 1);
  return Math.round(men / unit) * unit;
}

export const writeMen = (men: number): string => writeCount(roundMen(men));

/** "30 %" of 0.3. */
export const writePercent = (share: number): string => `${Math.round(share * 100)} %`;

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] as const;

/** "three", or "12" beyond ten. */
export const writeSmall = (count: number): string => WORDS[count] ?? writeCount(count);

/** Everything that a number of the estimate may look like in a sentence. */
export const writingsOf = (value: number): ReadonlySet<string> =>
  new Set([writeCount(value), writeMen(value), writePercent(value), writeSmall(Math.round(value))]);
