import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./house/sources.ts";

/** Builds what is out of date, once before all tests: those that start the program start the present one. */
export function setup(): void {
  execFileSync(process.execPath, [join(root, "scripts/prepare.mjs")], { stdio: "inherit" });
}
