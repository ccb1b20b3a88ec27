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
