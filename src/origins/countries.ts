import { nameKey } from "../claims/index.ts";

const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const NAMES: ReadonlySet<string> = new Set(
  LETTERS.flatMap((a) => LETTERS.map((b) => regions.of(a + b))).filter((name) => name !== undefined).map(nameKey),
);

/** Whether a name, as {@link nameKey} gives it, is the English name of a country (Unicode CLDR, by ISO 3166-1 code). */
export const isCountryKey = (key: string): boolean => NAMES.has(key);
