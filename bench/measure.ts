/** Milliseconds of processor time, ours and the system's, that the work took. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** `min 12.0  median 13.5  max 20.1`, in milliseconds. */
export function spread(values: readonly number[]): string {
  const of = (name: string, value: number) => `${name} ${value.toFixed(1).padStart(7)}`;
  return [of("min", Math.min(...values)), of("median", median(values)), of("max", Math.max(...values))].join("  ");
}
