import { addDays, boundsOf, formatDay, type Day, type Quantity } from "../../src/claims/index.ts";
import type { ClaimFacts, PlacedClaim } from "../../src/origins/view.ts";
import { AGENCY, BACK_TRANSLATED, colour, FOREIGN, MONITORS, REWRITES, SPEAKERS, type Speaker, type Style, type Told } from "./wording.ts";

/** A made-up report: its text, the claim in it as a careful reader has it, and which statement it truly is. */
export interface MadeReport {
  id: string;
  text: string;
  published: string;
  outlet: string;
  lang: string;
  placed: PlacedClaim;
  truth: number;
}

type Modifier = "exact" | "about" | "under" | "upto" | "over" | "atleast";
const WORDS: Readonly<Record<Modifier, readonly string[]>> = {
  exact: [""], about: ["about ", "around ", "some ", "approximately "], under: ["fewer than ", "less than ", "under "], upto: ["up to ", "no more than "],
  over: ["more than ", "over "], atleast: ["at least "],
};
const FORCES = [{ force: "Russia", adjective: "Russian" }, { force: "Wagner Group", adjective: "Wagner" }] as const;
const PLACES = [{ place: "Belarus", country: "BY" }, { place: "Transnistria", country: "MD" }, { place: "Armenia", country: "AM" }] as const;
const FIGURES = [600, 1000, 1500, 2000, 2800, 3000, 4300, 5000, 5800, 9000, 10200, 12000];
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** Mulberry32: the same numbers in [0, 1) for the same seed, everywhere. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

interface Event {
  speaker: Speaker | null;
  monitor: readonly string[];
  force: (typeof FORCES)[number];
  place: (typeof PLACES)[number];
  modifier: Modifier;
  figure: number;
  day: Day;
  truth: number;
}

/** A world of made-up statements and the reports that carry them. */
class World {
  readonly reports: MadeReport[] = [];
  private readonly random: () => number;
  private truths = 0;

  constructor(seed: number) {
    this.random = dice(seed);
  }

  pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.random() * items.length)] as T;
  }

  event(of: Partial<Event> = {}): Event {
    const day = addDays({ year: 2023, month: 1, day: 2 }, Math.floor(this.random() * 300));
    const modifier = this.pick(Object.keys(WORDS) as Modifier[]);
    const alone = this.random() < 0.25;
    return {
      speaker: alone ? null : this.pick(SPEAKERS), monitor: this.pick(MONITORS), force: this.pick(FORCES), place: this.pick(PLACES), modifier, figure: this.pick(FIGURES), day,
      ...of, truth: of.truth ?? this.truths++,
    };
  }

  /** The agency's report, which relays copy. */
  agency(event: Event, seed: { sentence: number; name: number }): MadeReport {
    return this.tell(event, AGENCY, { lag: 0, dated: true, ...seed });
  }

  copy(original: MadeReport, lag: number): void {
    const sentences = original.text.split("\n\n");
    const text = [...sentences.slice(0, 2), ...sentences.slice(2).filter(() => this.random() < 0.6), this.pick(["(Agencies)", "Read more in our live blog.", "Photo from the archive."])].join("\n\n");
    this.add(text, original.placed.claim, original.truth, published(original, lag), "en");
  }

  tell(event: Event, style: Style, { lag, dated, sentence, name, blur = false }: { lag: number; dated: boolean; sentence?: number; name?: number; blur?: boolean }): MadeReport {
    const modifier = blur && event.modifier !== "under" ? this.pick(["about", event.modifier] as const) : event.modifier;
    const told = this.toldOf(event, modifier, name ?? Math.floor(this.random() * 4));
    const write = sentence === undefined ? this.pick(style.evidence) : (style.evidence[sentence % style.evidence.length] as Style["evidence"][number]);
    const evidence = capital(write(told).trim());
    const claim = this.claimOf(event, modifier, told, dated && evidence.includes(told.day), evidence);
    const text = [`${told.force} forces in ${told.place}`, `${evidence}.`, ...style.around.map((around) => around(told)), colour((items) => this.pick(items)), colour((items) => this.pick(items))].join("\n\n");
    const day = formatDay(addDays(event.day, lag));
    return style === AGENCY ? this.add(text, claim, event.truth, day, "en") : this.add(text, this.careless(claim), event.truth, this.chance(0.1) ? day.slice(0, 7) : day, "en");
  }

  /** What rewriting loses: who said it, where exactly, the number of soldiers for a word. */
  private careless(claim: ClaimFacts): ClaimFacts {
    if (this.chance(0.08)) return { ...claim, source: null, attribution: "voice" };
    if (this.chance(0.05)) return { ...claim, source: { person: null, role: "officials", organisation: null } };
    return this.chance(0.05) ? { ...claim, country: null, place: `training grounds in ${claim.place}` } : claim;
  }

  foreign(event: Event, lang: string): void {
    const base = this.toldOf(event, event.modifier, 2);
    const told = lang === "uk" && event.speaker !== null ? { ...base, name: event.speaker.native } : base;
    const text = `${(FOREIGN[lang] as (told: Told) => string)(told)}\n\n${colour((items) => this.pick(items))}`;
    this.add(text, this.claimOf(event, event.modifier, told, false, text.split(". ")[0] as string), event.truth, formatDay(addDays(event.day, this.random() < 0.7 ? 0 : 1)), lang);
  }

  private toldOf(event: Event, modifier: Modifier, name: number): Told {
    const names = event.speaker?.names ?? event.monitor;
    return {
      amount: `${this.pick(WORDS[modifier])}${event.figure.toLocaleString("en")}`, force: event.force.adjective, place: event.place.place, name: names[name % names.length] as string,
      body: event.speaker === null ? "group" : this.pick(event.speaker.bodies), role: event.speaker?.role ?? "monitoring project",
      day: WEEKDAYS[new Date(Date.UTC(event.day.year, event.day.month - 1, event.day.day)).getUTCDay()] as string,
    };
  }

  private claimOf(event: Event, modifier: Modifier, told: Told, dated: boolean, evidence: string): ClaimFacts {
    const quantity = { ...boundsOf(modifier, event.figure), unit: "personnel", words: told.amount } as Quantity;
    const names = evidence.includes(told.name);
    const source = event.speaker === null ? { person: null, role: null, organisation: told.name }
      : { person: names ? told.name : null, role: evidence.includes(told.role) ? told.role : null, organisation: evidence.includes(told.body) || !names ? told.body : null };
    return {
      kind: "strength", force: event.force.force, ...event.place, quantity, source, said: dated ? formatDay(event.day) : null, via: [],
      attribution: evidence.startsWith("\"") ? "quote" : "paraphrase", evidence: { text: evidence, start: 0, end: evidence.length },
    };
  }

  private add(text: string, claim: ClaimFacts, truth: number, day: string, lang: string): MadeReport {
    const id = `r${this.reports.length}`;
    const outlet = `outlet ${Math.floor(this.random() * 40)}`;
    const report = { id, text, published: day, outlet, lang, truth, placed: { id: `${id}#0`, claim, document: { id, text, published: day, outlet } } };
    this.reports.push(report);
    return report;
  }

  chance(of: number): boolean {
    return this.random() < of;
  }
}

const capital = (text: string): string => text.replace(/^("?)(\p{Ll})/u, (_, quote: string, letter: string) => quote + letter.toUpperCase());
const published = (report: MadeReport, lag: number): string => {
  const [year, month, day] = report.published.split("-").map(Number) as [number, number, number];
  return formatDay(addDays({ year, month, day }, lag));
};

/** One statement, as it goes around: copied, rewritten, translated, translated back. */
function spread(world: World, event: Event): MadeReport {
  const original = world.agency(event, { sentence: Math.floor(event.figure / 100) + event.truth, name: 0 });
  for (let i = 0; i < 3; i++) if (world.chance(0.6)) world.copy(original, world.chance(0.8) ? 0 : world.chance(0.8) ? 1 : 20);
  for (const style of REWRITES) if (world.chance(0.7)) world.tell(event, style, { lag: world.chance(0.7) ? 0 : 1, dated: true });
  if (world.chance(0.6)) world.tell(event, BACK_TRANSLATED, { lag: world.chance(0.5) ? 0 : 1, dated: false, blur: true });
  for (const lang of Object.keys(FOREIGN)) if (world.chance(0.4)) world.foreign(event, lang);
  return original;
}

/**
 * Made-up reports on some fifty statements, with the cases that are easy to get wrong.
 *
 * @param seed  the same reports for the same seed
 */
export function makeReports(seed: number): MadeReport[] {
  const world = new World(seed);
  for (let n = 0; n < 25; n++) {
    const event = world.event();
    spread(world, event);
    // A second statement of one man on one day: of another force, or another number in the evening.
    if (world.chance(0.4)) spread(world, world.event({ ...event, truth: undefined, ...(world.chance(0.5) ? { force: FORCES[event.force === FORCES[0] ? 1 : 0] } : { figure: other(world, event.figure) }) } as Partial<Event>));
    // The same man says the same two weeks later.
    if (world.chance(0.3)) spread(world, world.event({ ...event, truth: undefined, day: addDays(event.day, 14 + Math.floor(event.figure / 1000)) } as Partial<Event>));
    // Somebody else says the same on the same day.
    if (world.chance(0.2)) spread(world, world.event({ ...event, truth: undefined, speaker: other(world, event.speaker, SPEAKERS), monitor: MONITORS[0] } as Partial<Event>));
    // The agency had ten times too many, and says so.
    if (world.chance(0.2)) {
      const slip = world.agency(world.event({ ...event, truth: undefined, figure: event.figure * 10 } as Partial<Event>), { sentence: Math.floor(event.figure / 100) + event.truth, name: 0 });
      if (world.chance(0.5)) world.copy(slip, 0);
    }
  }
  return world.reports;
}

function other<T>(world: World, not: T, among: readonly T[] = FIGURES as never): T {
  for (;;) {
    const picked = world.pick(among);
    if (picked !== not) return picked;
  }
}
