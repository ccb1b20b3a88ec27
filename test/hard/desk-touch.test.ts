import type { CDPSession, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { Scene } from "../../src/brief/chart/scene.ts";
import { ask } from "../api/desk.ts";
import { fill, noBrowser, visit } from "../desk/browser.ts";

interface Point {
  x: number;
  y: number;
}

/** Fingers on the screen, as the browser gets them from it: gestures that it keeps for itself (scrolling) are its own. */
class Fingers {
  private readonly browser: CDPSession;
  constructor(browser: CDPSession) {
    this.browser = browser;
  }

  async tap(at: Point): Promise<void> {
    await this.send("touchStart", [at]);
    await this.send("touchEnd", []);
  }

  /** Moves each finger along its way, all at once, in steps that a browser takes for a movement. */
  async move(...ways: readonly (readonly [from: Point, to: Point])[]): Promise<void> {
    await this.send("touchStart", ways.map(([from]) => from));
    for (let step = 1; step <= 8; step++) await this.send("touchMove", ways.map(([from, to]) => ({ x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 })));
    await this.send("touchEnd", []);
  }

  private async send(type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]): Promise<void> {
    await this.browser.send("Input.dispatchTouchEvent", { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  }
}

/** The span that the chart shows, from the address; null for all of it. */
function shownIn(page: Page): { from: number; to: number; days: number } | null {
  const { searchParams } = new URL(page.url());
  // The address has its values as JSON where they could be taken for something else.
  const [from, to] = ["from", "to"].map((name) => Date.parse((searchParams.get(name) ?? "").replaceAll('"', "")));
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return null;
  return { from, to, days: (to - from) / 86_400_000 };
}

const daysShown = (page: Page) => expect.poll(() => shownIn(page)?.days ?? null);

describe("the chart under fingers", () => {
  it("opens a mark's words by a tap, zooms by a drag and by two fingers, and lets the page scroll", async (context) => {
    if (noBrowser !== null) return context.skip(noBrowser);
    await visit(async ({ page, api }) => {
      await fill(api);
      await page.goto("/situations/belarus");
      const chart = page.locator("svg[aria-roledescription=chart]");
      await chart.waitFor();
      await page.getByText("Tap a mark to see its words").waitFor();
      const fingers = new Fingers(await page.context().newCDPSession(page));
      await chart.evaluate((one) => (one as unknown as { scrollIntoView: (how: object) => void }).scrollIntoView({ block: "center" }));
      const box = await chart.boundingBox();
      if (box === null) throw new RangeError("the chart has no place on the page");
      const at = (across: number, down: number): Point => ({ x: box.x + box.width * across, y: box.y + box.height * down });
      const all = page.getByRole("button", { name: "All", exact: true });

      // A finger upon a mark keeps its words.
      const scene = (await ask<Scene>(api, "GET", `/api/situations/belarus/chart?width=${Math.round(box.width)}`)).body;
      const [mark] = scene.marks;
      if (mark === undefined) throw new RangeError("the chart shows nothing");
      const ratio = box.width / scene.width;
      await fingers.tap({ x: box.x + mark.x * ratio, y: box.y + (mark.y - scene.plot.top + 18) * ratio });
      await page.getByText(mark.title).waitFor();
      await page.getByRole("link", { name: "Open in the text" }).waitFor();

      // A finger drawn across brushes a span, and the chart shows it.
      await fingers.move([at(0.3, 0.3), at(0.7, 0.32)]);
      await daysShown(page).toBeGreaterThan(14);
      const brushed = shownIn(page)?.days ?? NaN;
      await expect.poll(() => all.isEnabled()).toBe(true);

      // Two fingers apart show less of it, together more.
      await fingers.move([at(0.45, 0.4), at(0.2, 0.4)], [at(0.55, 0.4), at(0.8, 0.4)]);
      await daysShown(page).toBeLessThan(brushed / 2);
      const spread = shownIn(page)?.days ?? NaN;
      await fingers.move([at(0.3, 0.4), at(0.45, 0.4)], [at(0.7, 0.4), at(0.55, 0.4)]);
      await daysShown(page).toBeGreaterThan(spread * 2);

      // A way back out.
      await all.tap();
      await expect.poll(() => shownIn(page)).toBe(null);
      await expect.poll(() => all.isEnabled()).toBe(false);

      // A finger drawn up is the page's.
      const before = await page.evaluate<number>("scrollY");
      await fingers.move([at(0.5, 0.7), { x: at(0.52, 0).x, y: at(0, 0.7).y - 250 }]);
      await expect.poll(() => page.evaluate<number>("scrollY")).toBeGreaterThan(before + 50);
      expect(shownIn(page)).toBe(null);
    }, { viewport: { width: 400, height: 800 }, hasTouch: true, isMobile: true });
  });
});
