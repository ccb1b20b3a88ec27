import { describe, expect, it } from "vitest";
import { filesIn, read } from "./sources.ts";

const TEXT = /\.(?:[cm]?[jt]s|json|jsonl|md|yml|yaml|txt)$|^(?:LICENSE|NOTICE|\.ci\/run|\.gitignore)$/;
const files = filesIn(".").filter((path) => TEXT.test(path) && path !== "package-lock.json");
const written = files.filter((path) => path !== "test/house/text.test.ts");

/** `file:line: words` for everything in the files that the pattern finds. */
function mentions(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, i) => (line.match(pattern) ?? []).map((words) => `${path}:${i + 1}: ${words}`)),
  );
}

// Somebody's home or working folder; addresses (https://…/home/…) have a letter, a dot or a slash before it.
const MACHINE_PATH = /(?<![\w./:-])\/(?:home|Users|root|work|mnt)\/[\w.-]+|\b[A-Z]:\\Users\\\w+/g;
// What is still to be done stands in the list of issues or in a page's "does not yet", not in the code.
const LEFTOVER = /\b(?:TODO|FIXME|XXX|HACK)\b|^(?:<{7}|>{7}) |\blorem ipsum\b/g;
// The pages speak of the software, not of how it came about.
const MAKING = /\bco-authored-by\b|\bas an ai\b|\b(?:written|generated) (?:by|with) (?:an? )?(?:ai|assistant|language model|llm)\b/gi;

describe("what is written in the checkout", () => {
  it("is read at all", () => {
    expect(files).toEqual(expect.arrayContaining(["README.md", "package.json", "src/claims/claim.ts"]));
  });

  it("names no folder of somebody's machine", () => {
    expect(mentions(written, MACHINE_PATH)).toEqual([]);
  });

  it("leaves nothing lying about", () => {
    expect(mentions(written, LEFTOVER)).toEqual([]);
    expect(mentions(written, MAKING)).toEqual([]);
  });

  it("holds plain files: no tabs, no carriage returns, a newline at the end", () => {
    const ours = written.filter((path) => /\.(?:ts|mjs|js|md|json)$/.test(path) && !path.startsWith("test/fixtures/"));
    expect(ours.filter((path) => /[\t\r]/.test(read(path)))).toEqual([]);
    expect(ours.filter((path) => read(path) !== "" && !read(path).endsWith("\n"))).toEqual([]);
  });

  it("names its files in kebab-case", () => {
    const named = files.filter((path) => /^(?:src|test|bench|scripts)\//.test(path)).map((path) => path.split("/").at(-1) ?? "");
    expect(named.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z-]+)*$/.test(name) && !/^[A-Z]+\.md$/.test(name))).toEqual([]);
  });

  it("catches what it should", () => {
    expect("see /home/someone/x and C:\\Users\\someone".match(MACHINE_PATH)).toHaveLength(2);
    expect("https://example.org/home/page ./work/x".match(MACHINE_PATH)).toBeNull();
    expect("// TODO later".match(LEFTOVER)).toHaveLength(1);
  });
});

// Long tables of words are fine; long logic is a place to look.
const LONGEST = 400;

describe("the size of what is written", () => {
  it(`keeps every file of src/ that holds logic under ${LONGEST} lines`, () => {
    const logic = files.filter((path) => /^src\/.*\.ts$/.test(path) && /\bfunction\b|=>\s*\{/.test(read(path)));
    expect(logic.filter((path) => read(path).split("\n").length > LONGEST)).toEqual([]);
  });
});
