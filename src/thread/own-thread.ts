import { Worker, type WorkerOptions } from "node:worker_threads";

/** The modules that run in threads of their own, by their path in src/. The build makes a file of each (THREADS in scripts/prepare.mjs). */
export type ThreadModule = "ledger/adding-worker";

/**
 * Starts one of our modules in a thread of its own: from the sources as they are, or as the build has made it.
 *
 * @param options  as Node's Worker takes them
 */
export function startThread(module: ThreadModule, options: Omit<WorkerOptions, "execArgv" | "eval">): Worker {
  // The build joins this file into one that lies at the top of dist/.
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL(`./${module}.js`, import.meta.url), options);
  // A thread does not get the loader that reads TypeScript by itself.
  const source = JSON.stringify(new URL(`../${module}.ts`, import.meta.url).href);
  return new Worker(`import("tsx/esm/api").then(({ register }) => (register(), import(${source})))`, { ...options, eval: true, execArgv: [] });
}
