import type { Page } from "./page.ts";
import { isStop } from "./page.ts";

/**
 * Whether a short state name is only an adjective: "US moves", "the UK ambassador". Names that have an adjective of
 * their own ("Russia") never are.
 *
 * @param from  first token of the name; `to` is the token behind it
 */
export function isAdjectival(page: Page, from: number, to: number): boolean {
  const next = page.tokens[to];
  if (page.tokens[from]?.shouted !== true || page.pack.states.adjectives.at(page.tokens, from) === null) return false;
  if (next === undefined || next.kind !== "word" || next.capital) return next?.capital === true;
  const { grammar, sources, events } = page.pack;
  const verb = events.verbs.at(page.tokens, to)?.value.forms;
  const finite = verb !== undefined && (verb.has("past") || verb.has("participle"));
  return !isStop(page, to) && !grammar.adverbs.has(next.lower) && !sources.verbs.has(next.lower) && !finite && events.controls.at(page.tokens, to) === null;
}
