import { figureKey } from "./amount.ts";
import { bucketsOf } from "./sketch.ts";
import type { View } from "./view.ts";

/** Neighbours that a claim is compared with in each block, in the order of their dates. */
const NEIGHBOURS = 12;
const WEEK_DAYS = 7;

/** What may be one statement, by source, by figure, by week or by words; each key opens a block of claims to compare. */
function keysOf(view: View): string[] {
  const { source, occasion } = view;
  const theme = `${view.deed}|${view.force}`;
  const figure = figureKey(view.amount);
  const speakers = [...source.person, ...source.names, ...source.bodies, source.acronym].filter((name) => name.length > 1);
  const who = speakers.length > 0 ? speakers : source.countries.length > 0 ? source.countries : ["nobody"];
  const weeks = Number.isFinite(occasion.from) && Number.isFinite(occasion.to)
    ? [...new Set([Math.floor(occasion.from / WEEK_DAYS), Math.floor(occasion.to / WEEK_DAYS)])] : [];
  return [
    ...who.map((name) => `${theme}|${name}|${figure}`),
    ...weeks.flatMap((week) => [...who.map((name) => `${theme}|${name}|${week}`), ...(view.amount === null ? [] : [`${theme}||${figure}|${week}`])]),
    ...(view.amount === null ? [] : [`${theme}||${figure}`]),
    ...bucketsOf(view.evidence).map((bucket) => `${theme}|=${bucket}`),
    ...bucketsOf(view.document).map((bucket) => `${theme}|==${bucket}`),
  ];
}

/**
 * Pairs of views worth comparing: those that share a block and are neighbours in it by date (the sorted neighbourhood of
 * Hernández and Stolfo, "The merge/purge problem", 1995), each once. Their number grows with that of the views, not with
 * its square.
 *
 * @param views  in the order of their dates; the undated last
 */
export function* candidatePairs(views: readonly View[]): Generator<[number, number]> {
  const blocks = new Map<string, number[]>();
  for (const [i, view] of views.entries()) {
    const partners = new Set<number>();
    for (const key of new Set(keysOf(view))) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [i]);
      else {
        for (const j of neighboursIn(block, view)) partners.add(j);
        block.push(i);
      }
    }
    for (const j of partners) yield [j, i];
  }
}

// What has no date may belong to the first that were dated as well as to those just before it.
function* neighboursIn(block: readonly number[], view: View): Generator<number> {
  const start = Math.max(0, block.length - NEIGHBOURS);
  for (let k = start; k < block.length; k++) yield block[k] as number;
  if (Number.isFinite(view.occasion.from)) return;
  for (let k = 0; k < Math.min(start, NEIGHBOURS); k++) yield block[k] as number;
}
