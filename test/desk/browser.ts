import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { AxeResults } from "axe-core";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { deskFiles } from "../../src/api/desk-files.ts";
import { ask, withServer } from "../api/desk.ts";
import type { Api, ServerOptions } from "../../src/api/server.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path)) ?? null;

/** Why no page can be looked at here; null where one can. */
export const noBrowser: string | null = CHROMIUM === null ? "there is no chromium here (apt-get install chromium)" : null;

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"];

/** Milliseconds that a test waits for what must come: on a busy machine it comes late, and only what never comes fails. */
const PATIENCE_MS = 60_000;

/** How many times slower the browser is to be than it could, to find what only a slow machine shows: MUSTER_TEST_SLOWER=6. */
const SLOWER = Number(process.env["MUSTER_TEST_SLOWER"] ?? 1);

/** A page at the desk, and what went wrong on it that nobody expected. */
export interface Visit {
  page: Page;
  api: Api;
  address: string;
  browser: Browser;
  /** Lends one more page, as another person's browser. */
  another: (options?: BrowserContextOptions) => Promise<Page>;
}

/**
 * Lends a browser on a new, served desk. Whatever leaves for elsewhere, every error of a page and every breach of its content security
 * policy fails the visit.
 */
export async function visit(work: (visit: Visit) => Promise<void>, options: BrowserContextOptions = {}, server: Partial<ServerOptions> = {}): Promise<void> {
  await withServer(async (api) => {
    await deskFiles(api);
    await api.listen({ host: "127.0.0.1", port: 0 });
    const address = `http://127.0.0.1:${(api.server.address() as AddressInfo).port}`;
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? undefined, args: FLAGS, timeout: 2 * PATIENCE_MS });
    const faults: string[] = [];
    const another = async (own: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "en-GB", ...options, ...own });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      watch(page, address, faults);
      if (SLOWER > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      return page;
    };
    try {
      await work({ page: await another(), api, address, browser, another });
    } finally {
      await browser.close();
    }
    if (faults.length > 0) throw new Error(`on the page: ${faults.join("; ")}`);
  }, server);
}

// A refused request is what some tests are about; whatever else a page complains of is a fault.
const EXPECTED = /status of (?:4\d\d|50[23])/;

function watch(page: Page, address: string, faults: string[]): void {
  page.on("request", (request) => !/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(address) && faults.push(`asked for ${request.url()}`));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => {
    faults.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => message.type() === "error" && !EXPECTED.test(message.text()) && faults.push(message.text()));
}

/** Waits until nothing of a page is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator("h1").waitFor();
  // The chart is asked for once it is known how wide it may be.
  if (/^\/situations\/[^/]+$/.test(new URL(page.url()).pathname)) await page.locator("section[aria-label=Course]").locator("svg[aria-roledescription=chart], table").first().waitFor();
  await page.locator("[role=status]").filter({ hasText: "Loading" }).first().waitFor({ state: "detached" });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds against a page, each as one line; rules of WCAG 2.2 A and AA and its best practices. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate(() => (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run());
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`));
}

/** Takes reports in, each `[text, published, outlet]`, and watches Russia in Belarus. */
export async function fill(api: Api, reports: readonly (readonly [text: string, published: string, outlet: string])[] = REPORTS): Promise<string[]> {
  const hashes: string[] = [];
  for (const [text, published, outlet] of reports) {
    const { body } = await ask<{ sha256: string }>(api, "POST", "/api/documents", { text, published, outlet, title: text.split("\n")[0] });
    hashes.push(body.sha256);
  }
  await ask(api, "POST", "/api/situations", { name: "belarus", force: "Russia", place: "Belarus" });
  return hashes;
}

export const REPORTS = [
  ["Few are left\nFewer than 1,000 Russian soldiers remain in Belarus, Andriy Demchenko, spokesman of the State Border Guard Service of Ukraine, said on Tuesday. “They have not been replaced,” he said.", "2023-11-01", "Northern Courier"],
  ["Moscow empties its camps\nLess than 1,000 Russian troops are still in Belarus, the Ukrainian border service spokesman Andriy Demchenko said on October 31.", "2023-11-02", "Evening Ledger"],
  ["Hajun counts\nAbout 2,000 Russian soldiers are in Belarus, the monitoring project Belarusian Hajun said on Monday. In August it had counted around 2,800.", "2023-10-17", "Baltic Wire"],
  ["The northern border\nThere are 5,800 Russian troops in Belarus, Vadym Skibitskyi of Ukrainian Military Intelligence said on Thursday. Belarus said that up to 9,000 Russian soldiers would arrive.", "2023-01-20", "Northern Courier"],
] as const;
