import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { JOINING } from "../scripts/joining.mjs";

const src = fileURLToPath(new URL("../src", import.meta.url));

/**
 * Modules of ours joined as the build joins them, since that is what users run: from the sources one by one, each
 * import is looked up at each use and each function is given its name anew, which costs a sixth.
 *
 * @param paths  below `src/`, of modules that need no library which is not joined with them
 * @example const [{ readWhole }] = await joined<[typeof reading]>("reader/read.ts")  // import type * as reading from "../src/reader/read.ts"
 */
export async function joined<Modules extends object[]>(...paths: { [K in keyof Modules]: string }): Promise<Modules> {
  const outdir = mkdtempSync(join(tmpdir(), "muster-bench-"));
  try {
    await build({ ...JOINING, entryPoints: paths.map((path) => join(src, path)), outbase: src, outdir, outExtension: { ".js": ".mjs" } });
    return (await Promise.all(paths.map((path) => import(pathToFileURL(join(outdir, path.replace(/ts$/, "mjs"))).href)))) as Modules;
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
