import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { lowerAt, opens } from "./page.ts";
import type { PlaceMention } from "./places.ts";

type Side = { name: string; code: string | null };

// "the Belarusian side of the border with Ukraine", "Lebanon's side of the frontier": the side is what the words say.
export function sideOfBorderAt(page: Page, i: number, start: number): PlaceMention | null {
  const { places, grammar } = page.pack;
  const side = sideAt(page, start);
  if (side === null) return null;
  const at = grammar.possessive.has(lowerAt(page, side.to)) ? side.to + 1 : side.to;
  if (!places.sides.has(lowerAt(page, at)) || !grammar.of.has(lowerAt(page, at + 1))) return null;
  const border = borderAt(page, at + 2);
  if (border === null) return null;
  const others = (border.value.sides ?? []).filter(({ name }) => name !== side.side.name);
  const sides = [side.side, ...others];
  return { from: i, to: border.to, rule: "place/side-of-border", value: { name: borderName(sides), country: side.side.code, kind: "border", sides } };
}

// "the Ukrainian border", "the border with Belarus", "the border between Chad and Sudan", "the Serbia-Kosovo border".
export function borderAt(page: Page, i: number): PlaceMention | null {
  const { border, directions } = page.pack.places;
  let at = page.pack.grammar.definite.has(lowerAt(page, i)) || lowerAt(page, i) === "its" || lowerAt(page, i) === "their" ? i + 1 : i;
  if (directions.has(lowerAt(page, at)) && at > i) at++;
  const sides: Side[] = [];
  const first = sideAt(page, at);
  if (first !== null) {
    sides.push(first.side);
    at = first.to;
    if (page.pack.places.sideLinks.has(lowerAt(page, at))) {
      const second = sideAt(page, at + 1);
      if (second !== null) {
        sides.push(second.side);
        at = second.to;
      }
    }
    if (page.pack.grammar.possessive.has(lowerAt(page, at)) || lowerAt(page, at) === "'") at++;
    while (directions.has(lowerAt(page, at)) || lowerAt(page, at) === "state") at++;
  }
  if (!border.has(lowerAt(page, at)) || (at === i && page.tokens[at - 1] !== undefined && lowerAt(page, at - 1) === "-")) return null;
  if (first === null && at === i && !page.pack.places.alongside.has(lowerAt(page, i - 1))) return null;
  at++;
  if (page.pack.places.borderTails.has(lowerAt(page, at))) at++;
  at = otherSides(page, at, sides);
  if (page.pack.forces.heads.at(page.tokens, at) !== null || page.pack.sources.organisationHeads.has(lowerAt(page, at))) return null;
  return { from: i, to: at, rule: "place/border", value: { name: borderName(sides), country: null, kind: "border", sides } };
}

const borderName = (sides: readonly Side[]): string | null => (sides.length === 0 ? null : `${sides.map((side) => side.name).join("–")} border`);

function otherSides(page: Page, from: number, sides: Side[]): number {
  const joiner = lowerAt(page, from);
  if (joiner !== "with" && joiner !== "between" && joiner !== "of" && joiner !== "to") return from;
  const start = page.pack.grammar.definite.has(lowerAt(page, from + 1)) ? from + 2 : from + 1;
  const next = sideAt(page, start);
  if (next === null) return from;
  sides.push(next.side);
  if (joiner !== "between" || !page.pack.grammar.and.has(lowerAt(page, next.to))) return next.to;
  const last = sideAt(page, next.to + 1);
  if (last === null) return next.to;
  sides.push(last.side);
  return last.to;
}

function sideAt(page: Page, i: number): { to: number; side: Side } | null {
  if (page.tokens[i]?.capital !== true || !opens(page, i, OPENS.state)) return null;
  const match = page.pack.states.names.at(page.tokens, i) ?? page.pack.states.adjectives.at(page.tokens, i);
  return match === null ? null : { to: match.to, side: match.value };
}
