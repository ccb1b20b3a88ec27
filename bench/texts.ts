import { createInterface } from "node:readline";
import { createReadStream } from "node:fs";

// Made-up reports from a few shapes of sentence: every text is distinct, and the same seed gives the same texts.
// Two in three are general news, as in a day's feed.

const FORCES = ["Russian", "American", "French", "Ethiopian", "Turkish", "Kenyan", "Polish", "Rwandan"] as const;
const PLACES = ["Belarus", "Iraq", "Mali", "Somalia", "Syria", "Kosovo", "Chad", "Mozambique"] as const;
const ROLES = ["a defence ministry spokesman", "a border guard official", "the governor", "a monitoring group", "two diplomats"] as const;
const CUES = ["said", "told reporters", "confirmed", "estimated", "denied reports", "acknowledged"] as const;
const NUMBERS = ["about 2,000", "fewer than 500", "up to 12,000", "more than 4,300", "several hundred", "10-12 thousand", "nearly 700"] as const;
const DAYS = ["on Tuesday", "on October 16", "in late July", "two weeks earlier", "by the end of May", "since August", "this week"] as const;
const MOVES = ["arrived in", "were withdrawn from", "remain in", "were redeployed to", "have not left", "rotated through"] as const;
const TOPICS = ["the harvest", "a railway strike", "the cup final", "interest rates", "a flood warning", "the city budget", "a museum"] as const;
const ASIDES = [
  "No further details were given.",
  "Residents described long columns on the road, though nobody could say how many vehicles passed.",
  "The figure could not be checked independently.",
  "Talks are expected to go on next month, officials in the capital added.",
] as const;

// Numerical Recipes' linear congruential generator: small, and good enough to pick words.
function picker(seed: number): <T>(from: readonly T[]) => T {
  let state = seed >>> 0;
  return (from) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)] as (typeof from)[number];
  };
}

/** One text of about 300 words. */
export function newsText(seed: number): string {
  const pick = picker(seed);
  const military = seed % 3 === 0;
  const sentence = military
    ? () => `${pick(NUMBERS)} ${pick(FORCES)} soldiers ${pick(MOVES)} ${pick(PLACES)} ${pick(DAYS)}, ${pick(ROLES)} ${pick(CUES)}.`
    : () => `${pick(ROLES)} ${pick(CUES)} ${pick(DAYS)} that ${pick(TOPICS)} in ${pick(PLACES)} would cost ${pick(NUMBERS)} people more than ${pick(TOPICS)}.`;
  const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
  const paragraph = () => [capital(sentence()), pick(ASIDES), `“${capital(sentence())}”`, capital(sentence())].join(" ");
  return [`${pick(PLACES)} report no. ${seed}`, ...Array.from({ length: 5 }, paragraph)].join("\n\n");
}

/** The `text` of each line of a JSON Lines file, without repeats. */
export async function textsOf(path: string): Promise<string[]> {
  const texts = new Set<string>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line.trim() !== "") texts.add((JSON.parse(line) as { text: string }).text);
  }
  return [...texts];
}
