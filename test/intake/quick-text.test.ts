import { describe, expect, it } from "vitest";
import { mayHoldClaims } from "../../src/app.ts";
import { quickTextOf } from "../../src/intake/quick-text.ts";
import { takeBytes } from "../../src/intake/read-input.ts";
import { newsText } from "../../bench/texts.ts";
import { pageOf } from "./web-server.ts";

const folded = (text: string): string => text.replace(/\s+/g, " ").trim();
const pageWith = (text: string, n: number): string => {
  const words = text.split(" ");
  // Marks inside of sentences, which the rough text must not break.
  const marked = words.map((word, i) => ((i + n) % 7 === 0 ? `<b>${word}</b>` : (i + n) % 11 === 0 ? `<a href="/x">${word}</a>` : word)).join(" ");
  return pageOf({ body: `<article><h1>Page ${n}</h1>${marked.split(/(?<=\.) (?=[A-Z<])/).map((part) => `<p>${part}</p>`).join("\n")}</article>` });
};

describe("the rough text of a page", () => {
  const texts = Array.from({ length: 60 }, (_, i) => newsText(i + 500));

  it("holds whatever its article says, paragraph by paragraph, so that the gate stops no page whose article it would let through", async () => {
    const wrong: string[] = [];
    let passed = 0;
    for (const [n, text] of texts.entries()) {
      const html = pageWith(text, n);
      const rough = quickTextOf(html).text;
      for await (const item of takeBytes(Buffer.from(html), "a.html", {})) {
        const article = item.kind === "document" ? item.document.text : "";
        wrong.push(...article.split("\n\n").filter((paragraph) => !folded(rough).includes(folded(paragraph))));
        if (!(await mayHoldClaims(article, "en"))) continue;
        passed += 1;
        if (!(await mayHoldClaims(rough, "en"))) wrong.push(article);
      }
    }
    expect(wrong).toEqual([]);
    expect(passed).toBeGreaterThan(5);
    expect(passed).toBeLessThan(texts.length);
  });
  it.each([
    ["parts paragraphs and not words", "<p>Russian <b>sol</b>diers\nleft.</p><div>Others came.<br>Then all.</div>", "Russian soldiers left. Others came. Then all."],
    ["leaves out what is not for reading", "<script>var soldiers;</script><style>p{}</style><title>t</title><p>Text.</p><svg><text>x</text></svg>", "Text."],
    ["reads entities", "<p>Russia&rsquo;s&nbsp;force &amp; more</p>", "Russia’s force & more"],
    ["survives what is left open", "<head><title>t</title><body><p>Text<p>more <b>and", "Text more and"],
  ])("%s", (_, html, text) => expect(folded(quickTextOf(html).text)).toBe(text));
  it("tells what the page calls its language", () => expect(quickTextOf('<!doctype html><HTML LANG="uk-UA"><p>x').lang).toBe("uk-UA"));
});
