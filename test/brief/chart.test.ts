import { beforeAll, describe, expect, it } from "vitest";
import { sceneOf, type Scene } from "../../src/brief/chart/scene.ts";
import { seriesOf } from "../../src/brief/chart/series.ts";
import { toSvg } from "../../src/brief/chart/svg.ts";
import { makeBrief } from "../../src/brief/make-brief.ts";
import type { Brief, ChartMark } from "../../src/claims/index.ts";
import { inputOf, reportedClaims } from "./reports.ts";

let brief: Brief;
beforeAll(async () => {
  brief = makeBrief(await inputOf(await reportedClaims()));
});

const markOf = (scene: Scene, words: string): Scene["marks"][number] => scene.marks.find(({ title }) => title.includes(words)) as Scene["marks"][number];
const a = (mark: Partial<ChartMark>): ChartMark => ({ statement: "s", source: "A", reference: 1, label: "", kind: "level", from: "2023-01-01", to: "2023-01-01", quantity: null, ...mark });

describe.each(["linear", "log"] as const)("the chart with a %s scale", (scale) => {
  const scene = (): Scene => sceneOf(brief, { width: 760, scale });

  it("has both bands, the median and where it ends", () => {
    expect(scene().bands.map(({ level }) => level)).toEqual([90, 50]);
    expect(scene().median).toMatch(/^M[\d.,L-]+$/);
    expect(scene().end?.label).toMatch(/^about [\d,]+$/);
  });
  it("has every statement that can be drawn as a mark, inside of the picture", () => {
    const { marks, width, height } = scene();
    expect(marks.map(({ statement }) => statement).sort()).toEqual(brief.marks.map(({ statement }) => statement).sort());
    expect(marks.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height)).toEqual([]);
  });
  it("shows bounds as arrows, movements by their direction, plans as outlines", () => {
    expect(markOf(scene(), "fewer than 1,000")).toMatchObject({ arrow: "down", isHollow: false, kind: "level" });
    expect(markOf(scene(), "slightly more than 4,000")).toMatchObject({ arrow: "up" });
    expect(markOf(scene(), "around 2,000")).toMatchObject({ arrow: null });
    expect(markOf(scene(), "said that most had left")).toMatchObject({ arrow: "down", kind: "down" });
    expect(markOf(scene(), "announced the arrival of up to 9,000")).toMatchObject({ arrow: null, isHollow: true, kind: "announced" });
  });
  it("puts the greater number higher and the later day further right", () => {
    const [more, less] = [markOf(scene(), "5,800"), markOf(scene(), "around 2,000")];
    expect([more.y < less.y, more.x < less.x]).toEqual([true, true]);
  });
  it("keeps movements and announcements in lanes of their own, below the plot", () => {
    const { plot, lanes, marks } = scene();
    expect(lanes.map(({ id }) => id)).toEqual(["moves", "announced"]);
    expect(marks.filter(({ kind, y }) => kind === "announced" && y < plot.bottom)).toEqual([]);
  });
  it("shows changes as ranges", () => {
    expect(scene().changes).toHaveLength(brief.estimate?.changes.length ?? -1);
    expect(scene().changes.every(({ left, right }) => right > left)).toBe(true);
  });
  it("covers no mark by a label", () => {
    const { marks } = scene();
    const labels = marks.flatMap(({ label }) => label ?? []);
    expect(labels.length).toBeGreaterThan(marks.length / 2);
    const isUpon = labels.filter(({ x, y, anchor, text }) => marks.some((mark) => Math.abs(mark.x - (anchor === "start" ? x + text.length * 3 : x - text.length * 3)) < 5 && Math.abs(mark.y - (y - 4)) < 5));
    expect(isUpon).toEqual([]);
  });
});

describe("the scales", () => {
  it("have a place for nobody on the logarithmic one", () => {
    const { y } = sceneOf(brief, { width: 760, scale: "log" });
    expect(y.ticks[0]).toMatchObject({ label: "0", at: y.range[0] });
    expect(y).toMatchObject({ kind: "log", constant: 50 });
  });
  it("say the year where one begins", () => {
    const { x } = sceneOf(brief, { width: 760, scale: "linear" });
    expect(x.ticks.flatMap(({ below }) => below ?? [])).toEqual(["2022", "2023"].filter((year) => x.domain[0] < `${year}-12`));
  });
  it("fit a telephone", () => {
    const { width, marks, legend } = sceneOf(brief, { width: 360, scale: "linear" });
    expect([width, marks.every(({ x }) => x <= width), legend.every(({ x }) => x < width)]).toEqual([360, true, true]);
  });
});

describe("sources", () => {
  it("have a colour and a shape each, those with the most figures first; what is over shares the last", () => {
    const marks = "ABCDEFGHI".split("").flatMap((source, i) => Array.from({ length: 9 - i }, () => a({ source })));
    const series = seriesOf(marks);
    expect(series.map(({ style }) => style)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(series.map(({ source }) => source).join(" ")).toBe("A B C D E F Other sources");
  });
  it("that give figures come before those that only announce", () => {
    expect(seriesOf([a({ source: "Z", kind: "announced" }), a({ source: "Z", kind: "announced" }), a({ source: "B" })])[0]?.source).toBe("B");
  });
});

describe("the picture", () => {
  it("says what it shows, and what each mark is, in words", () => {
    const svg = toSvg(sceneOf(brief, { width: 760, scale: "linear" }), { id: "c", isAlone: true, isLinked: false });
    expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="c-title c-desc">\n<title id="c-title">Russia in Belarus<\/title><desc id="c-desc">The estimate stands at about [\d,]+ on 1 November 2023/);
    expect(svg.match(/<g class="mark s\d"><title>/g)).toHaveLength(brief.marks.length);
  });
  it("asks nothing of anybody", () => {
    const svg = toSvg(sceneOf(brief, { width: 760, scale: "linear" }), { id: "c", isAlone: true, isLinked: false });
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(/https?:|url\(|@import|<script|<image|href/);
  });
  it("is drawn also where nothing tells a number", async () => {
    const told = await reportedClaims([{ published: "2023-10-31", via: "Paper E", text: "Andriy Demchenko said on Tuesday that Russian soldiers had left Belarus." }]);
    const scene = sceneOf(makeBrief(await inputOf(told)), { width: 760, scale: "log" });
    expect([scene.bands, scene.median, scene.end, scene.marks.length]).toEqual([[], null, null, 1]);
  });
});
