import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { fill, noBrowser, visit } from "../../test/desk/browser.ts";
import { ask } from "../../test/api/desk.ts";

// The desk: what the first page loads, when it shows something, and how fast a situation of many claims answers. Asserts nothing.
//   npx tsx bench/desk/run.ts [claims]

const DESK = new URL("../../dist/desk/", import.meta.url).pathname;
const wanted = Number(process.argv[2] ?? 5_000);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(0)} kB`;

/** The scripts that a page loads at once: those that it names. */
function firstPage(): string[] {
  return [...readFileSync(join(DESK, "index.html"), "utf8").matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, path = ""]) => path);
}

const gzipped = (path: string): number => gzipSync(readFileSync(join(DESK, path)), { level: 9 }).length;

function sizes(): void {
  const first = firstPage();
  const all = readdirSync(join(DESK, "assets")).filter((name) => name.endsWith(".js")).map((name) => `assets/${name}`);
  const sum = (paths: readonly string[]): number => paths.reduce((total, path) => total + gzipped(path), 0);
  say(`JavaScript of the first page: ${kilobytes(sum(first))} gzipped (limit 220 kB); of all pages: ${kilobytes(sum(all))}`);
}

const reports = (count: number): [string, string, string][] =>
  Array.from({ length: Math.ceil(count / 50) }, (_, i): [string, string, string] => {
    const day = new Date(Date.UTC(2022, 0, 1) + i * 7 * 86_400_000).toISOString().slice(0, 10);
    const lines = Array.from({ length: 50 }, (__, j) => `About ${(500 + ((i * 37 + j * 113) % 90) * 100).toLocaleString("en")} Russian soldiers are in Belarus, the ministry of defence of ${COUNTRIES[(i + j) % COUNTRIES.length]} said.`);
    return [`Report ${i}\n\n${lines.join("\n\n")}`, day, `Outlet ${i % 9}`];
  });
const COUNTRIES = ["Ukraine", "Poland", "Lithuania", "Latvia", "Estonia", "the United Kingdom", "Germany", "France"];

/** Milliseconds from an input to the next frame that shows its effect, the median and the worst of several. */
async function delays(page: Page, act: () => Promise<void>, times: number): Promise<string> {
  await page.evaluate(`window.delays = []; new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.delays.push(duration))).observe({ type: "event", durationThreshold: 16, buffered: false })`);
  for (let i = 0; i < times; i++) await act();
  await page.waitForTimeout(300);
  const all = (await page.evaluate<number[]>("window.delays")).sort((a, b) => a - b);
  return all.length === 0 ? "below 16 ms" : `median ${all[Math.floor(all.length / 2)]} ms, worst ${all.at(-1)} ms`;
}

async function work(): Promise<void> {
  await visit(async ({ page, api }) => {
    await fill(api, reports(wanted));
    const { body } = await ask<{ statements: number }[]>(api, "GET", "/api/situations");
    const { body: kept } = await ask<{ items: { claims: number }[] }>(api, "GET", "/api/documents?limit=200");
    say(`a situation of ${kept.items.reduce((sum, { claims }) => sum + claims, 0)} claims, ${body[0]?.statements} statements`);
    await page.goto("/ledger");
    await page.locator("h1").waitFor();
    const paint = await page.evaluate<number>(`new Promise((resolve) => new PerformanceObserver((list, observer) => {
      const paint = list.getEntries().find(({ name }) => name === "first-contentful-paint");
      if (paint === undefined) return;
      observer.disconnect();
      resolve(paint.startTime - performance.getEntriesByType("navigation")[0].responseStart);
    }).observe({ type: "paint", buffered: true }))`);
    say(`first content: ${paint.toFixed(0)} ms after the server's answer (limit 1,000 ms)`);
    const started = Date.now();
    await page.goto("/situations/belarus");
    const chart = page.locator("svg[aria-roledescription=chart]");
    await chart.waitFor({ timeout: 120_000 });
    say(`the situation with its chart: ${Date.now() - started} ms`);
    const box = await chart.boundingBox();
    if (box === null) throw new RangeError("the chart has no place on the page");
    let at = 0;
    say(`pointing at marks: ${await delays(page, () => page.mouse.move(box.x + 100 + (at++ * 37) % (box.width - 200), box.y + 120 + (at * 13) % 150), 60)} (limit 100 ms)`);
    await chart.focus();
    say(`from mark to mark by key: ${await delays(page, () => page.keyboard.press("ArrowRight"), 30)} (limit 100 ms)`);
    say(`zooming by key: ${await delays(page, () => page.keyboard.press(at++ % 2 === 0 ? "+" : "-"), 10)} (limit 100 ms)`);
  });
}

if (!existsSync(join(DESK, "index.html"))) throw new Error("dist/desk is missing; npm run build");
sizes();
if (noBrowser === null) await work();
else say(`no browser, so no pages: ${noBrowser}`);
