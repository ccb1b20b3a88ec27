/** Loads once, when it is first asked for. An import that is asked for again is quick, but not as quick as this, and pages are many. */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => (loaded ??= load());
}
