/** The exit code of a program that Ctrl-C ended, as shells write it. */
export const EXIT_INTERRUPTED = 130;

/**
 * Lends a signal that Ctrl-C (or a polite kill) sets off, so that the work can end between two steps. A second Ctrl-C ends the program
 * on the spot.
 */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED);
    controller.abort();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    return await work(controller.signal);
  } finally {
    process.removeListener("SIGINT", onSignal).removeListener("SIGTERM", onSignal);
  }
}
