import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { toHtml } from "../../src/brief/formats/html.ts";
import { toMarkdown } from "../../src/brief/formats/markdown.ts";
import { toText, UNWRAPPED } from "../../src/brief/formats/text.ts";
import { lintRendered } from "../../src/brief/lint/rendered.ts";
import { makeBrief } from "../../src/brief/make-brief.ts";
import { parseRecord } from "../../src/brief/record.ts";
import type { Brief, BriefClaim } from "../../src/claims/index.ts";
import { claimsOf, inputOf, reportedClaims } from "./reports.ts";

let brief: Brief;
let html: string;
beforeAll(async () => {
  brief = makeBrief(await inputOf(await reportedClaims(undefined, "digest")));
  html = toHtml(brief);
});

interface Element {
  textContent: string;
  getAttribute: (name: string) => string | null;
}
const select = (page: string, selector: string): Element[] => [...(parseHTML(page).document.querySelectorAll(selector) as unknown as Iterable<Element>)];
const attributes = (page: string, selector: string, name: string): string[] => select(page, selector).flatMap((element) => element.getAttribute(name) ?? []);

describe("HTML", () => {
  it("is one file: no script, nothing that is fetched", () => {
    expect(select(html, "script, img, iframe, object, embed, form, link, video, audio, source, base")).toEqual([]);
    expect(html).not.toMatch(/url\(|@import|\son\w+=/);
    expect(attributes(html, "meta[http-equiv=Content-Security-Policy]", "content")).toEqual(["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]);
  });
  it("opens every number of a claim at the words that carry it", () => {
    const numbers = select(html, "main > section a.number").filter((element) => element.getAttribute("href") !== "#chart");
    expect(numbers.length).toBeGreaterThan(5);
    for (const number of numbers) {
      const target = select(html, `${(number.getAttribute("href") ?? "").replace("#", "li[id=")}]`)[0];
      expect(target?.textContent.replace(/\s+/g, " ").toLowerCase()).toContain(number.textContent);
    }
  });
  it("has no link to nowhere, and no id twice", () => {
    const ids = attributes(html, "[id]", "id");
    expect(new Set(ids).size).toBe(ids.length);
    expect(attributes(html, 'a[href^="#"]', "href").filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });
  it("says under every digest whose words they are", () => {
    expect(select(html, ".refs > li").map(({ textContent }) => textContent.includes("The words are the digest's, and not the outlet's."))).toEqual(brief.references.map(() => true));
  });
  it("has the estimate, the claims and the sources as tables with heads", () => {
    expect(select(html, "table").length).toBe(3);
    expect(select(html, "thead th[scope=col]").length).toBe(4 + 8 + 4);
    expect(select(html, "tbody > tr").length).toBe(Math.min(24, brief.estimate?.days.length ?? 0) + brief.table.length + brief.sources.length);
  });
});

describe("Markdown", () => {
  it("opens every number at its reference", () => {
    const md = toMarkdown(brief);
    for (const { number, quotation } of brief.references) expect(md).toMatch(new RegExp(`<a id="ref-${number}"></a>\\*\\*\\[${number}\\]\\*\\* .*${quotation.text.slice(0, 20).replace(/[^\w ]/g, ".")}`));
    for (const [, number] of md.matchAll(/\]\(#ref-(\d+)\)/g)) expect(md).toContain(`<a id="ref-${number}">`);
  });
});

describe("what a brief leans on", () => {
  it.each([["HTML", () => html], ["Markdown", () => toMarkdown(brief)], ["JSON", () => JSON.stringify(brief)]])("is found again in %s", (_, file) => {
    expect(parseRecord(file())).toEqual(brief.leanedOn);
  });
  it.each([["text", () => toText(brief, UNWRAPPED)], ["nothing", () => ""], ["a broken record", () => "<!-- muster-brief {\"format\": -->"], ["another's record", () => "<!-- muster-brief {\"a\":1} -->"]])("is not found in %s", (_, file) => {
    expect(parseRecord(file())).toBeNull();
  });
});

describe("hostile reports", () => {
  const EVIL = '<script>alert(1)</script> "] (javascript:x) --> <!-- muster-brief {} --> | `x` **y** \u202e';
  let evil: Brief;
  beforeAll(async () => {
    const own = await claimsOf("There were about 2,000 Russian soldiers in Belarus on October 16, the monitoring group Wachtposten said.", { published: "2023-10-17", outlet: EVIL, title: EVIL, url: "javascript:alert(1)" });
    const named = own.map((one): BriefClaim => ({ ...one, claim: { ...one.claim, source: { person: EVIL, role: EVIL, organisation: null } } }));
    evil = makeBrief(await inputOf(named, { name: EVIL }));
  });

  it("are shown and not run, in HTML", () => {
    const page = toHtml(evil);
    expect(select(page, "script")).toEqual([]);
    expect(attributes(page, "[href]", "href").filter((href) => !/^(?:#|https?:)/.test(href))).toEqual([]);
    expect(page).not.toContain("\u202e");
    expect(page.match(/<!-- muster-brief/g)).toHaveLength(1);
    expect(parseRecord(page)).toEqual(evil.leanedOn);
  });
  it("are shown and not run, in Markdown", () => {
    const md = toMarkdown(evil);
    expect(md).not.toMatch(/<script/);
    expect(md).not.toMatch(/(?<!\\)\]\(javascript/);
    expect(parseRecord(md)).toEqual(evil.leanedOn);
  });
  it("do not keep a brief from being put out", () => {
    expect([lintRendered(evil, toHtml(evil), "html"), lintRendered(evil, toMarkdown(evil), "md"), lintRendered(evil, toText(evil, UNWRAPPED), "text")]).toEqual([[], [], []]);
  });
});
