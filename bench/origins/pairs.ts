/** How well a grouping agrees with another, over pairs of items. */
export interface PairScore {
  precision: number;
  recall: number;
  f1: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
}

/**
 * Pairwise precision, recall and F1: of the pairs that are put together, how many belong together, and the other way.
 *
 * @param count      of items
 * @param found      whether items a < b are put together
 * @param belongs    whether they belong together
 */
export function scorePairs(count: number, found: (a: number, b: number) => boolean, belongs: (a: number, b: number) => boolean): PairScore {
  let [truePositives, falsePositives, falseNegatives] = [0, 0, 0];
  for (let b = 1; b < count; b++) {
    for (let a = 0; a < b; a++) {
      const [together, right] = [found(a, b), belongs(a, b)];
      if (together && right) truePositives++;
      else if (together) falsePositives++;
      else if (right) falseNegatives++;
    }
  }
  const precision = truePositives / (truePositives + falsePositives || 1);
  const recall = truePositives / (truePositives + falseNegatives || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1), truePositives, falsePositives, falseNegatives };
}
