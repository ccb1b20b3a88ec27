import type { BuildOptions } from "esbuild";

export const LEAST_NODE: number;
export const JOINING: BuildOptions;
