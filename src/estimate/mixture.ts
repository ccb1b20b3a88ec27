/**
 * Adds a weighted sum of stretches of one array: out[at + g] += Σ shares[k] · values[starts[k] + g], for g < size and k from
 * `first` to `end`. All of the estimate's averages are this one loop: over days, over statements, over what a source may be
 * like. Four stretches at a time, so that a cell is read and written once for them.
 */
export function addMixture(values: Float64Array, shares: Float64Array, starts: Int32Array, first: number, end: number, out: Float64Array, at: number, size: number): void {
  let k = first;
  for (; k + 3 < end; k += 4) {
    const a = shares[k] as number;
    const b = shares[k + 1] as number;
    const c = shares[k + 2] as number;
    const d = shares[k + 3] as number;
    const v = starts[k] as number;
    const w = starts[k + 1] as number;
    const x = starts[k + 2] as number;
    const y = starts[k + 3] as number;
    for (let g = 0; g < size; g++) {
      out[at + g] = (out[at + g] as number) + a * (values[v + g] as number) + b * (values[w + g] as number) + c * (values[x + g] as number) + d * (values[y + g] as number);
    }
  }
  for (; k < end; k++) {
    const a = shares[k] as number;
    const v = starts[k] as number;
    for (let g = 0; g < size; g++) out[at + g] = (out[at + g] as number) + a * (values[v + g] as number);
  }
}
