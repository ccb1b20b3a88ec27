import { describe, expect, it } from "vitest";
import { createFetcher } from "../../src/intake/fetch/fetcher.ts";
import { noBrowser, REPORTS, visit } from "../desk/browser.ts";
import { html, pageOf, startWeb } from "../intake/web-server.ts";

describe("the box on the first page", () => {
  it("fetches what is an address and says of each what became of it", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    const web = await startWeb();
    const fetcher = createFetcher({ userAgent: "Muster/test", pauseMs: 0, retryMs: 1, isAllowed: (address) => /^127\.|^::1$/.test(address) });
    try {
      web.replies.set("/plain", html(pageOf({ body: `<article><p>${REPORTS[0][0]}</p></article>` })));
      await visit(async ({ page }) => {
        await page.goto("/");
        const box = page.getByLabel("The article");
        await box.fill(`${web.base}/plain`);
        await page.getByRole("button", { name: "Fetch and read it" }).click();
        await page.getByRole("status").getByText("2 claims").waitFor();
        await expect.poll(() => box.inputValue()).toBe("");

        await box.fill(`${web.base}/404`);
        await page.getByRole("button", { name: "Fetch and read it" }).click();
        await page.getByRole("alert").getByText("answers 404: there is nothing; check the address").waitFor();
        expect(await box.inputValue()).toBe(`${web.base}/404`);

        await box.fill(`${web.base}/plain\n${web.base}/404`);
        await page.getByRole("button", { name: "Fetch and read 2" }).click();
        await page.getByText("is known already").waitFor();
        await page.getByRole("status").getByText("answers 404").waitFor();
        await page.getByRole("link", { name: "Fewer troops" }).click();
        await page.getByRole("heading", { name: "2 claims" }).waitFor();
      }, {}, { fetcher });
    } finally {
      fetcher.close();
      await web.close();
    }
  });
});
