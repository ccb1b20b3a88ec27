import { describe, expect, it } from "vitest";
import { fill, noBrowser, visit } from "./browser.ts";

describe("the desk", () => {
  it("shows a situation, a document with its evidence, and a verified ledger", { timeout: 180_000 }, async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page, api }) => {
      await fill(api);
      await page.goto("/");
      await page.getByRole("link", { name: "Russia in Belarus" }).first().click();
      await page.getByRole("heading", { name: "What is known" }).waitFor();
      await page.getByRole("button", { name: "Reference 1: show its words" }).first().click();
      await page.getByRole("dialog").getByRole("link", { name: "Open in the text" }).click();
      await page.locator("mark[data-linked]").first().waitFor();
      expect((await page.locator("mark[data-linked]").allInnerTexts()).join("")).toBe("Fewer than 1,000 Russian soldiers remain in Belarus");
      await page.getByRole("link", { name: "Ledger" }).click();
      await page.getByRole("button", { name: "Verify the ledger" }).click();
      await page.getByRole("heading", { name: "Nothing was altered" }).waitFor();
    });
  });
});
