import { readFile } from "node:fs/promises";
import { formatDay, parseDay, type Document } from "./claims/index.ts";
import type { Within } from "./estimate/situation.ts";
import type { Locate } from "./export/record.ts";
import { lazy } from "./intake/lazy.ts";
import type { LanguagePack } from "./lang/pack.ts";
import { PACKAGE_ROOT } from "./package-root.ts";
import type { Layers, Reading } from "./reader/reading.ts";

export type AppErrorCode = "UNKNOWN_LANGUAGE" | "BAD_TODAY";

/** Something asked of the application that it does not have, or told it in a way that it cannot take. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: AppErrorCode;
  constructor(code: AppErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** What a document without a language is read as. */
export const DEFAULT_LANGUAGE = "en";

type Gazetteer = Uint8Array | null;

/** The language packs there are, each loaded when the first document in its language comes. */
const PACKS: ReadonlyMap<string, (gazetteer: Gazetteer) => Promise<LanguagePack>> = new Map([
  ["en", async (gazetteer: Gazetteer) => (await import("./lang/en/pack.ts")).createPack(gazetteer)],
]);

export const languages = (): string[] => [...PACKS.keys()];

/** The primary language of a BCP 47 tag: "en-GB" is read as "en". */
const primaryOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";

/**
 * The code of the pack that reads a language.
 *
 * @param tag  BCP 47; null for a document that does not say
 * @throws AppError UNKNOWN_LANGUAGE, naming the languages there are
 */
export function packFor(tag: string | null): string {
  const code = primaryOf(tag ?? DEFAULT_LANGUAGE);
  if (PACKS.has(code)) return code;
  throw new AppError("UNKNOWN_LANGUAGE", `no reader for the language ${JSON.stringify(tag)}; there are: ${languages().join(", ")}`);
}

const GAZETTEER = new URL("data/gazetteer.bin", PACKAGE_ROOT);

/** The compiled place index, or null where none was built: the reader then knows only its own tables of places. */
async function loadGazetteer(): Promise<Gazetteer> {
  try {
    return await readFile(GAZETTEER);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

const loadGate = lazy(() => import("./reader/gate.ts"));
const loadReader = lazy(() => import("./reader/read.ts"));

const loaded = new Map<string, Promise<LanguagePack>>();

function loadPack(code: string): Promise<LanguagePack> {
  const known = loaded.get(code);
  if (known !== undefined) return known;
  const pack = loadGazetteer().then((gazetteer) => (PACKS.get(code) as (gazetteer: Gazetteer) => Promise<LanguagePack>)(gazetteer));
  loaded.set(code, pack);
  return pack;
}

/** The moment, as entries of the ledger carry it. What is read never depends on it. */
export const now = (): string => new Date().toISOString();

/**
 * The day that counts as today, in UTC; the only clock that readings know. A text without a date of publication is from no later
 * day. `MUSTER_TODAY` sets it, so that a run can be repeated later with the same result.
 *
 * @returns `YYYY-MM-DD`
 * @throws AppError BAD_TODAY for a `MUSTER_TODAY` that is no day
 */
export function today(): string {
  const wanted = process.env["MUSTER_TODAY"] ?? "";
  if (wanted === "") return now().slice(0, 10);
  const day = parseDay(wanted);
  if (day === null) throw new AppError("BAD_TODAY", `MUSTER_TODAY is no day: ${JSON.stringify(wanted)}; write it as 2023-10-31, or unset it`);
  return formatDay(day);
}

/**
 * Whether a text may hold a claim, by the gate of its language; what the reader itself asks first.
 *
 * @throws AppError UNKNOWN_LANGUAGE
 */
export async function mayHoldClaims(text: string, lang: string | null): Promise<boolean> {
  const [pack, { passesGate }] = await Promise.all([loadPack(packFor(lang)), loadGate()]);
  return passesGate(text, pack);
}

/** Which place lies in which, as far as the default language's index of places knows. */
export const loadWithin: () => Promise<Within> = lazy(async () => {
  const [pack, { createWithin }] = await Promise.all([loadPack(DEFAULT_LANGUAGE), import("./estimate/situation.ts")]);
  // Claims by the thousand name the same few places.
  return createWithin(remembered((name) => pack.places.index.find(name), MOST_NAMES));
});

const MOST_NAMES = 10_000;

function remembered<T>(find: (name: string) => T, most: number): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined || known.has(name)) return found as T;
    const value = find(name);
    if (known.size >= most) known.clear();
    known.set(name, value);
    return value;
  };
}

/**
 * Reads a document with the pack of its language, which is loaded once.
 *
 * @throws AppError UNKNOWN_LANGUAGE, BAD_TODAY
 * @example
 * (await readDocument(document)).claims[0]?.quantity?.words  // "fewer than a thousand"
 */
export async function readDocument(document: Document): Promise<Reading> {
  const options = { today: today() };
  const [pack, { read }] = await Promise.all([loadPack(packFor(document.lang)), loadReader()]);
  return read(document, pack, options);
}

/** What the words of a document mean on their own, whether or not they carry a claim. @throws AppError UNKNOWN_LANGUAGE, BAD_TODAY */
export async function readMentions(document: Document): Promise<Layers> {
  const options = { today: today() };
  const [pack, { readWhole }] = await Promise.all([loadPack(packFor(document.lang)), loadReader()]);
  return readWhole(document, pack, options).layers;
}

/**
 * Finds towns by the names that claims give them, which are English in every language. A country, a region, a sea, a
 * border or a base is no town, even where a town is called the same: what the name means first in that country decides.
 *
 * @example
 * (await placeLocator())("Brest", "BY")    // { lat: 52.09755, lon: 23.68776 }
 * (await placeLocator())("Belarus", "BY")  // null
 */
export async function placeLocator(): Promise<Locate> {
  const { places } = await loadPack("en");
  return (place, country) => {
    const position = places.index.candidates(place).find((entry) => entry.country === country)?.position ?? null;
    return position === null ? null : { lat: position.latitude, lon: position.longitude };
  };
}
