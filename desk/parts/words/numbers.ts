const COUNT = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** `12,400`. */
export const formatCount = (count: number): string => COUNT.format(count);

/** Two figures that count, as people say numbers of soldiers: 1,234 is 1,200. */
export function roundToTwoFigures(count: number): number {
  if (count < 10) return Math.round(count);
  const step = 10 ** (Math.floor(Math.log10(count)) - 1);
  return Math.round(count / step) * step;
}

/** `1,200`, two figures. */
export const formatRough = (count: number): string => formatCount(roundToTwoFigures(count));

/** `1 claim`, `2 claims`. */
export const plural = (count: number, noun: string, nouns = `${noun}s`): string => `${formatCount(count)} ${count === 1 ? noun : nouns}`;
