/** The first of the least by that order, as sorting would put it in front; undefined when there are none. */
export function leastOf<T>(items: readonly T[], compare: (a: T, b: T) => number): T | undefined {
  let least = items[0];
  for (let i = 1; i < items.length; i++) {
    const item = items[i] as T;
    if (compare(item, least as T) < 0) least = item;
  }
  return least;
}
