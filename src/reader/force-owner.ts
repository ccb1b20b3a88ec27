import type { NamedForce } from "../lang/pack.ts";
import type { Page } from "./page.ts";

/** Whose a force is, as its own words say it. */
export interface Owner {
  name: string;
  state: boolean;
}

export const isProper = (page: Page, i: number): boolean => page.tokens[i]?.capital === true;

export const ownerOf = (named: NamedForce): Owner => ({ name: named.name, state: named.state !== null });
