import { describe, expect, it, test } from "vitest";
import { take } from "./items.ts";

const BODY = "# Troops\n\n*About 2,000* remain.\n";

describe("a Markdown file", () => {
  it("is left as it is, mark-up and all", async () => {
    const { documents } = await take(BODY, "a.md");
    expect(documents).toMatchObject([{ id: "a.md", text: BODY, title: null }]);
  });
  it("may say in its front matter what it is; the text begins after it", async () => {
    const front = ['---', 'title: "Russia: fewer troops"', "published: 2023-10-31", "outlet: Example Post", "lang: en", "tags: [a, b]", "---", ""];
    for (const end of ["\n", "\r\n"]) {
      const { documents, issues } = await take(front.join(end) + BODY, "a.md");
      expect(issues).toEqual([]);
      expect(documents).toMatchObject([{ id: "a.md", text: BODY, title: "Russia: fewer troops", published: "2023-10-31", outlet: "Example Post", lang: "en" }]);
    }
  });
  describe("that is a digest", () => {
    const DIGEST = ["outlet: Our Desk", "kind: digest", "summarises: https://example.org/a", "via: Example Post"];
    const digest = (lines: readonly string[]) => take(["---", ...lines, "---", BODY].join("\n"), "a.md");

    it("says whose report it retells", async () => {
      expect((await digest(DIGEST)).documents).toMatchObject([{ outlet: "Our Desk", kind: "digest", summarises: "https://example.org/a", via: "Example Post" }]);
    });
    it.each([
      ["no address", DIGEST.toSpliced(2, 1), 'a digest names what it retells; give "summarises" the report\'s address (https://…)'],
      ["an address that is none", DIGEST.with(2, "summarises: javascript:alert(1)"), 'a digest names what it retells; give "summarises" the report\'s address (https://…)'],
      ["no outlet", DIGEST.toSpliced(3, 1), 'a digest names whose report it retells; give "via" the outlet\'s name'],
      ["a slip of the pen for its kind", DIGEST.with(1, "kind: digset"), '"summarises" belongs to a digest, and "kind" is "digset"; write kind: digest'],
    ])("is refused with %s", async (_, lines, message) => {
      expect((await digest(lines)).issues).toEqual([`a.md: ${message}`]);
    });
    it("is told from a page of a site that has a kind of its own", async () => {
      const { documents, issues } = await digest(["kind: page", "via: mail"]);
      expect([documents[0]?.kind, documents[0]?.via, issues]).toEqual([undefined, undefined, []]);
    });
  });

  it("may call its date `date`", async () => {
    expect((await take(`---\ndate: 2023-10-31T10:00:00Z\n---\n${BODY}`, "a.md")).documents[0]?.published).toBe("2023-10-31");
  });

  const proseBetweenRules: [string, string][] = [
    ["prose", "---\nJust a line of prose.\n---\nMore.\n"],
    ["a list", "---\n- one\n- two\n---\nMore.\n"],
    ["broken YAML", "---\ntitle: [a\n---\nMore.\n"],
    ["aliases", "---\na: &a x\nb: *a\n---\nMore.\n"],
    ["deep nesting", `---\n${"[".repeat(9000)}\n---\nMore.\n`],
    ["no closing rule", "---\ntitle: T\nMore.\n"],
  ];
  test.each(proseBetweenRules)("whose rules hold %s has no front matter, and keeps every character", async (_, text) => {
    const { documents, issues } = await take(text, "a.md");
    expect([documents.map((document) => document.text), issues]).toEqual([[text], []]);
  });

  it("whose date is none is refused with the reason", async () => {
    const { issues } = await take(`---\npublished: last week\n---\n${BODY}`, "a.md");
    expect(issues).toEqual(['a.md: "published" is no date: "last week"; write it as 2023-10-31, 2023-10 or 2023']);
  });
  it("of front matter only is empty", async () => {
    expect((await take("---\ntitle: T\n---\n", "a.md")).issues).toEqual(["a.md: is empty; give a text with words in it"]);
  });
});
