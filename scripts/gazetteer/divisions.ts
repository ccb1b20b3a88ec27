import { iso31662 } from "iso-3166";

/** A first-level division of a country under a name that English reports use. */
export interface Division {
  readonly name: string;
  readonly country: string;
}

// These write the division as an adjective ("Donetska oblast"), which no English report does;
// the hand table of regions names them.
const ADJECTIVAL = new Set(["UA", "BY", "RU"]);
// Their first level is municipalities and boroughs, which the table of towns has with the right size.
const MUNICIPAL = new Set(["EE", "GB", "LT", "LV", "MK", "MT", "SI"]);
// Names that ISO lists under a country and that stand for the country or for another one.
const NOT_DIVISIONS = new Set(["CN-TW", "CN-HK", "CN-MO"]);
const KIND_WORDS = new RegExp(
  "\\b(?:Sheng|Shi|Zizhiqu|Zhuangzu|Huizu|Uygur|oblysy|oblusy|qalasy|oblasty|oblast|voblasts|viloyati|wilayati|velayaty|" +
    "Respublika(?:si)?|Province|Region|Governorate|District|Department|Prefecture|Federal Capital Territory|SAR|" +
    "maakond|novads|apskritis|kraj|raionas|mkhare|marz|ostan|muhafazat|do|si|gwangyeoksi)\\b['’]?", "giu");

/** All first-level divisions that ISO 3166-2 lists, the words for their kind taken off. */
export function listDivisions(): Division[] {
  return iso31662
    .filter(({ code, parent }) => (parent.length === 2 || parent === "IQ-KR") && !NOT_DIVISIONS.has(code) && !isOther(code.slice(0, 2)))
    .map(({ code, name }) => ({ name: plainName(name), country: code.slice(0, 2) }))
    .filter(({ name }) => name !== "");
}

function isOther(country: string): boolean {
  return ADJECTIVAL.has(country) || MUNICIPAL.has(country);
}

function plainName(name: string): string {
  const beforeComma = name.split(",")[0] ?? "";
  return beforeComma.replace(/\s*[[(].*$/, "").replace(KIND_WORDS, " ").replace(/[\s-]+$/, "").replace(/\s+/g, " ").trim();
}
