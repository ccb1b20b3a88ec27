import { describe, expect, it } from "vitest";
import { extractLinks, extractText, getDocumentProxy } from "unpdf";
import { ask } from "../api/desk.ts";
import { fill, noBrowser, visit } from "../desk/browser.ts";

describe("what leaves the desk", () => {
  it("prints a brief as clean pages: its words, its chart and where they come from, and nothing of the desk around it", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page, api }) => {
      await fill(api);
      await ask(api, "POST", "/api/documents", { text: "Around 1,700 Russian soldiers are in Belarus, the defence ministry of Poland said.", published: "2023-11-03", outlet: "Harbour News", url: "https://example.org/1700" });
      await page.goto("/situations/belarus/brief");
      await page.getByRole("heading", { name: "References" }).waitFor();
      await page.locator("svg[aria-roledescription=chart]").waitFor();
      const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      const { text } = await extractText(pdf, { mergePages: true });
      const words = text.replaceAll(/\s+/g, " ");
      for (const part of ["Russia in Belarus", "What is known", "Fewer than 1,000 Russian soldiers remain in Belarus", "References", "Northern Courier", "https://example.org/1700", "90 % band"]) expect(words).toContain(part);
      for (const part of ["Go anywhere", "Copy as Markdown", "Download HTML", "Ledger", "Verify"]) expect(words).not.toContain(part);
      expect((await extractLinks(pdf)).links).toContain("https://example.org/1700");

      // Nothing is cut off at the edge of the paper.
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 672, height: 900 });
      const cut = await page.evaluate<string[]>(`[...document.querySelectorAll("main *")].filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map((one) => one.tagName + " " + one.textContent.slice(0, 40))`);
      expect(cut).toEqual([]);
    });
  });

  it("shows the chart to be framed without a script", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page, api }) => {
      await fill(api);
      await page.goto("/api/situations/belarus/embed");
      expect((await page.locator("svg").boundingBox())?.width).toBeGreaterThan(300);
      expect(await page.locator("svg text").allTextContents()).toContain("2023");
      expect(await page.locator("script, link, img").count()).toBe(0);
    }, { javaScriptEnabled: false });
  });
});
