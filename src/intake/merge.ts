/**
 * What several generators yield, as it comes, some of them running at the same time.
 *
 * @param starts  each begins one generator, in this order
 */
export async function* merge<T>(starts: readonly (() => AsyncGenerator<T>)[], atOnce: number): AsyncGenerator<T> {
  const running = new Map<AsyncGenerator<T>, Promise<{ from: AsyncGenerator<T>; result: IteratorResult<T> }>>();
  const step = (from: AsyncGenerator<T>): void => void running.set(from, from.next().then((result) => ({ from, result })));
  let next = 0;
  try {
    for (;;) {
      while (running.size < atOnce && next < starts.length) step((starts[next++] as () => AsyncGenerator<T>)());
      if (running.size === 0) return;
      const { from, result } = await Promise.race(running.values());
      if (result.done === true) running.delete(from);
      else {
        step(from);
        yield result.value;
      }
    }
  } finally {
    // Whatever ended this ends the others too; what they then say is nobody's any more.
    for (const [from, promise] of running) {
      promise.catch(() => undefined);
      void from.return(undefined).catch(() => undefined);
    }
  }
}
