import { describe, expect, it } from "vitest";
import { read } from "./sources.ts";

interface Package {
  optionalDependencies?: Record<string, string>;
  optional?: boolean;
  integrity?: string;
}

const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, Package> };

describe("package-lock.json", () => {
  // A registry that carries only some platforms makes npm leave the rest out of the lock, and then `npm ci` refuses it.
  it("knows every platform's build of a package, so that `npm ci` works on all of them", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined),
    );
    expect(missing).toEqual([]);
  });

  it("holds the checksum of every package that all platforms need", () => {
    const bare = Object.entries(packages).filter(([path, { optional, integrity }]) => path !== "" && optional !== true && integrity === undefined);
    expect(bare.map(([path]) => path)).toEqual([]);
  });
});
