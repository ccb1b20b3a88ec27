import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type * as Muster from "../../src/index.ts";
import { read, root } from "./sources.ts";

interface Package {
  name: string;
  bin: Record<string, string>;
  files: string[];
  exports: Record<string, string | Record<string, string>>;
}

const { name, bin, files, exports } = JSON.parse(read("package.json")) as Package;

describe("the package", () => {
  it("has every file that it says it has, once it is built", () => {
    const targets = [...Object.values(bin), ...files, ...Object.values(exports).flatMap((target) => (typeof target === "string" ? target : Object.values(target)))];
    expect(targets.length).toBeGreaterThan(5);
    expect(targets.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("is a library by its own name, which reads a text", async () => {
    const { makeDocument, readDocument } = (await import(name)) as typeof Muster;
    const text = "About 2,000 Russian soldiers remain in Belarus.";
    const { claims } = await readDocument(makeDocument(text, text, { published: "2023-10-31" }));
    expect(claims.map(({ quantity }) => quantity?.words)).toEqual(["About 2,000"]);
  });
});
