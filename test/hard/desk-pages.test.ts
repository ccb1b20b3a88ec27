import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { barriers, fill, noBrowser, settled, visit } from "../desk/browser.ts";

const PAGES = ["/", "/situations/belarus", "/situations/belarus?view=table", "/situations/belarus?scale=log&asKnown=2023-11-01", "/situations/belarus/brief", "/documents", "/documents/DOCUMENT", "/statements?situation=belarus", "/ledger", "/search?q=soldiers", "/nowhere"];

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

describe("every page of the desk", () => {
  for (const theme of ["light", "dark"] as const) {
    it(`has no barrier that axe knows of, in ${theme} colours`, async (context) => {
      if (noBrowser !== null) return context.skip(noBrowser);
      await visit(async ({ page, api }) => {
        const [document = ""] = await fill(api);
        for (const path of PAGES) {
          await open(page, path.replace("DOCUMENT", document));
          expect({ path, barriers: await barriers(page) }).toEqual({ path, barriers: [] });
        }
      }, { colorScheme: theme });
    });
  }

  for (const width of [320, 768, 1280, 1920]) {
    it(`fits into ${width} pixels without scrolling sideways`, async (context) => {
      if (noBrowser !== null) return context.skip(noBrowser);
      await visit(async ({ page, api }) => {
        const [document = ""] = await fill(api);
        for (const path of PAGES) {
          await open(page, path.replace("DOCUMENT", document));
          const over = await page.evaluate<number>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");
          expect({ path, over }).toEqual({ path, over: 0 });
        }
      }, { viewport: { width, height: 800 } });
    });
  }

  it("teaches on an empty ledger", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page }) => {
      for (const [path, words] of [["/", "Nothing is watched yet"], ["/documents", "No documents yet"], ["/statements", "No statements yet"], ["/ledger", "Nothing has happened yet"]] as const) {
        await page.goto(path);
        await page.getByRole("heading", { name: words }).waitFor();
        await settled(page);
        expect({ path, barriers: await barriers(page) }).toEqual({ path, barriers: [] });
      }
    });
  });
});
