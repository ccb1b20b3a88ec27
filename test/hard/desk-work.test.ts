import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ask } from "../api/desk.ts";
import { fill, noBrowser, settled, visit } from "../desk/browser.ts";

const ARTICLE = "Numbers from the border\nAbout 1,500 Russian soldiers remain in Belarus, Belarusian Hajun said on Tuesday.";

describe("the whole way at the desk", () => {
  it("goes by mouse: paste, correct, split, brief, verify", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page, api }) => {
      await fill(api);
      await page.goto("/");
      await page.getByRole("link", { name: "Russia in Belarus" }).first().waitFor();
      await page.getByLabel("The article").fill(ARTICLE);
      await page.getByLabel("Published").fill("2023-11-07");
      await page.getByLabel("Outlet").fill("Baltic Wire");
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByRole("link", { name: "Numbers from the border" }).click();

      // The words that were read are marked, and the card says which rule read them.
      await expect.poll(async () => (await page.locator("mark[data-selected]").allInnerTexts()).join("")).toBe("About 1,500 Russian soldiers remain in Belarus");
      await page.getByText("quantity/count").first().waitFor();

      // Picked words are taken as the reader understands them.
      await page.getByRole("button", { name: /^How many: About 1,500/ }).click();
      await page.getByLabel("Words", { exact: true }).waitFor();
      await page.getByLabel("Words", { exact: true }).fill("");
      await pickWords(page, "1,500");
      await expect.poll(() => page.getByLabel("Words", { exact: true }).inputValue()).toBe("About 1,500");
      await page.getByLabel("At most").fill("1700");
      await page.getByRole("button", { name: "Correct it", exact: true }).click();
      await page.getByText("corrected", { exact: true }).waitFor();
      await page.getByText("corrected by Ada").waitFor();

      const before = await answer(api);
      await page.getByRole("link", { name: "Statements" }).first().click();
      await page.getByRole("link", { name: /Fewer than 1,000/ }).click();
      await page.getByRole("button", { name: /Split off the claim of Evening Ledger/ }).click();
      await page.getByText("Nobody else carries it").waitFor();
      expect(await answer(api)).not.toEqual(before);

      await page.getByRole("link", { name: "Russia in Belarus" }).first().click();
      await page.getByRole("link", { name: "Brief", exact: true }).click();
      await page.getByRole("heading", { name: "What is known" }).waitFor();
      await page.getByRole("button", { name: "Reference 1: show its words" }).first().click();
      await page.getByRole("dialog").getByRole("link", { name: "Open in the text" }).click();
      await page.locator("mark[data-linked]").first().waitFor();

      await page.getByRole("link", { name: "Ledger" }).click();
      await page.getByRole("button", { name: "Verify the ledger" }).click();
      await page.getByRole("heading", { name: "Nothing was altered" }).waitFor();
    });
  });

  it("goes by keyboard alone", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page, api }) => {
      const [first = ""] = await fill(api);
      await page.goto("/");
      await page.getByRole("link", { name: "Russia in Belarus" }).first().waitFor();
      await tabTo(page, "textarea");
      await page.keyboard.insertText(ARTICLE);
      await tabTo(page, "button[type=submit]");
      await page.keyboard.press("Enter");
      await page.getByRole("link", { name: "Numbers from the border" }).waitFor();

      await palette(page, "Few are left");
      await page.waitForURL(`**/documents/${first}**`);
      await page.getByRole("heading", { name: /^\d claims$/ }).waitFor();
      const reviews = async (): Promise<string[]> => (await ask<{ claims: { review: string }[] }>(api, "GET", `/api/documents/${first}`)).body.claims.map(({ review }) => review);
      await page.keyboard.press("a");
      await expect.poll(reviews).toContain("accepted");
      await page.keyboard.press("u");
      await expect.poll(reviews).not.toContain("accepted");
      await page.keyboard.press("r");
      await expect.poll(reviews).toContain("rejected");
      await page.keyboard.press("u");
      await expect.poll(reviews).not.toContain("rejected");

      // Words are picked with the arrow keys.
      await page.keyboard.press("e");
      await page.getByLabel("Words", { exact: true }).waitFor();
      await tabTo(page, "button", "Pick words");
      await page.keyboard.press("Enter");
      for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowRight", "Enter"]) await page.keyboard.press(key);
      await page.getByLabel("At most").focus();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("950");
      await page.keyboard.press("Enter");
      await expect.poll(reviews).toContain("corrected");

      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });

      await palette(page, "Russia in Belarus");
      await page.waitForURL("**/situations/belarus");
      await settled(page);
      await tabTo(page, "svg[aria-roledescription=chart]");
      for (const key of ["ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
      await page.getByRole("link", { name: "Open in the text" }).waitFor();

      await palette(page, "Ledger");
      await page.waitForURL("**/ledger");
      await page.getByRole("button", { name: "Verify the ledger" }).waitFor();
      await tabTo(page, "button", "Verify the ledger");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Nothing was altered" }).waitFor();

      // What the arrow keys point at comes before the first.
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("dialog", { name: "Go anywhere, find anything" }).locator("input:focus").waitFor();
      await page.keyboard.type("Russia in Belarus");
      await page.locator("[role=menuitem][data-focused]", { hasText: /^Russia in Belarus$/ }).waitFor();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/situations/belarus/brief");
    });
  });
});

describe("two people at one desk", () => {
  it("see what the other does at once, and are asked where they clash", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page, another, api }) => {
      const [document = ""] = await fill(api);
      const other = await another();
      await other.addInitScript("localStorage.setItem('muster.actor', 'Бен')");
      for (const one of [page, other]) {
        await one.goto(`/documents/${document}`);
        await one.getByRole("heading", { name: /^\d claims$/ }).waitFor();
        await one.getByText(/^Live/).waitFor();
      }
      await page.keyboard.press("e");
      await page.getByLabel("At most").fill("800");

      await other.keyboard.press("a");
      await page.getByText("accepted", { exact: true }).waitFor();
      await page.getByText("accepted by Бен").waitFor();

      // What was being corrected has changed meanwhile: nothing is overwritten unasked.
      await page.getByRole("button", { name: "Correct it", exact: true }).click();
      const question = page.getByRole("alertdialog", { name: "Somebody else was faster" });
      await question.waitFor();
      const { body: { claims } } = await ask<{ claims: { review: string }[] }>(api, "GET", `/api/documents/${document}`);
      expect(claims.map(({ review }) => review)).not.toContain("corrected");
      await question.getByRole("button", { name: "Do mine all the same" }).click();
      await other.getByText("corrected", { exact: true }).waitFor();
    });
  });
});

const HOSTILE = [
  "<script>alert(1)</script> <img src=x onerror=alert(2)> <svg onload=alert(3)><style>*{display:none}</style>",
  "About 2,000 Russian soldiers <b onclick=alert(4)>remain</b> in Belarus, Belarusian Hajun said on Monday. ‮000,1‬ of them are elsewhere.",
  "javascript:alert(5) https://evil.example/x.png",
].join("\n");

describe("a hostile document", () => {
  it("is refused at 5 MB with a reason, and at 2 MB on one line can be worked on", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page }) => {
      await page.goto("/");
      await page.getByLabel("The article").waitFor();
      const give = (words: number) => page.setInputFiles("input[type=file]", { name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(`${HOSTILE}\n${"long ".repeat(words)}`) });
      await give(1_000_000);
      await page.getByText(/over the limit of 2,000,000 a document/).waitFor();
      await give(390_000);
      await page.getByRole("link", { name: "long.txt" }).click();
      await page.getByRole("heading", { name: /^\d claims?$/ }).waitFor();
      const longest = await page.locator("[data-paragraph]").evaluateAll((blocks) => blocks.reduce((most, block) => Math.max(most, (block as unknown as { textContent: string }).textContent.length), 0));
      expect(longest).toBeLessThan(10_000);
      await page.keyboard.press("a");
      await page.getByText("accepted", { exact: true }).waitFor();
    });
  });

  it("is words and nothing else", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page, api }) => {
      const { body: { sha256 } } = await ask<{ sha256: string }>(api, "POST", "/api/documents", { text: HOSTILE, published: "2023-11-01", title: "<script>alert(6)</script>", outlet: "<img src=x onerror=alert(7)>", url: "javascript:alert(8)" });
      await ask(api, "POST", "/api/situations", { name: "belarus", force: "Russia", place: "Belarus" });
      await page.goto(`/documents/${sha256}`);
      await page.getByText("<img src=x onerror=alert(2)>").first().waitFor();
      await page.getByText("RLO", { exact: true }).first().waitFor();
      expect(await page.locator("main img, main script, main b, main a[href^=javascript], main svg[onload]").count()).toBe(0);
      // A claim's words stay where they stood, controls and all.
      const { body: { text, claims } } = await ask<{ text: string; claims: { claim: { evidence: { text: string; start: number; end: number } } }[] }>(api, "GET", `/api/documents/${sha256}`);
      for (const { claim: { evidence } } of claims) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
      for (const path of ["/documents", "/statements", "/situations/belarus", "/situations/belarus/brief", "/ledger", "/search?q=alert"]) {
        await page.goto(path);
        await settled(page);
      }
    });
  });
});

const answer = async (api: Parameters<typeof ask>[0]): Promise<unknown> => {
  const { body } = await ask<{ days: unknown[]; influence: unknown }>(api, "GET", "/api/situations/belarus");
  return [body.days.at(-1), body.influence];
};

/** Selects words of the text with the mouse, once they stand still. */
async function pickWords(page: Page, words: string): Promise<void> {
  const look = (): Promise<Place> => placeOf(page, words);
  let box = await look();
  for (let before: Place | null = null; before === null || before.middle !== box.middle || before.left !== box.left; ) {
    await page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    [before, box] = [box, await look()];
  }
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move(box.right - 1, box.middle, { steps: 4 });
  await page.mouse.up();
}

interface Place {
  left: number;
  right: number;
  middle: number;
}

const placeOf = (page: Page, words: string): Promise<Place> =>
  page.evaluate<Place>(`(() => {
    for (const leaf of document.querySelectorAll("[data-at]")) {
      const at = leaf.textContent.indexOf(${JSON.stringify(words)});
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(leaf.firstChild, at);
      range.setEnd(leaf.firstChild, at + ${words.length});
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    }
  })()`);

/** Presses Tab until what is wanted has the focus. */
async function tabTo(page: Page, selector: string, words = ""): Promise<void> {
  for (let pressed = 0; pressed < 200; pressed++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)}) && document.activeElement.textContent.includes(${JSON.stringify(words)})`)) return;
  }
  throw new Error(`Tab never comes to ${selector} ${words}`);
}

/** Types into the palette and presses Enter at once, as somebody does who knows where to go. */
async function palette(page: Page, words: string): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("dialog", { name: "Go anywhere, find anything" }).locator("input:focus").waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

