import type { NamedForce } from "../lang/pack.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Page } from "./page.ts";

/** States have their own forces; alliances, missions and coalitions are made up of theirs; the rest are armed groups. */
export type OwnerSort = "state" | "mission" | "group";

/** Whose a force is, as its own words say it. */
export interface Owner {
  name: string;
  sort: OwnerSort;
}

export const isProper = (page: Page, i: number): boolean => page.tokens[i]?.capital === true;

/** Whether a name of two or three letters stands in capitals, as a name does: "UN", but not the "Un" of "Kim Jong Un". */
export const isSpelled = (page: Page, { from, to }: TokenRange): boolean => {
  const token = page.tokens[from];
  return token !== undefined && token.capital && (token.shouted || to - from > 1 || token.end - token.start > 3);
};

export const ownerOf = (named: NamedForce): Owner => ({ name: named.name, sort: named.state !== null ? "state" : named.mission === true ? "mission" : "group" });

/** The multinational force of that time in a country that the text names; null when none is known. */
export function missionOf(page: Page): string | null {
  const year = page.document.published?.slice(0, 4) ?? "";
  return page.pack.forces.missions.find((mission) => page.countries.has(mission.country) && mission.from <= year && year <= mission.to)?.name ?? null;
}
