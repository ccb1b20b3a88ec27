import { nameKey, sameSource, type Source } from "../claims/index.ts";

/** A source, and the name under which it is told: an unnamed one is known by that alone. */
export interface Mouth {
  source: Source | null;
  name: string;
}

/** A spokesman is his body's voice. */
const isOneVoice = ({ source: x }: Mouth, { source: y }: Mouth): boolean =>
  sameSource(x, y) || (x?.organisation != null && y?.organisation != null && nameKey(x.organisation) === nameKey(y.organisation));

/**
 * A number for each, the same for those that are one: reports of one outlet, a person by his names, a body and its spokesmen.
 * Each distinct source is compared once with those found before it.
 */
export function mouthsOf(mouths: readonly Mouth[]): number[] {
  const known = new Map<string, number>();
  const firsts: Mouth[] = [];
  const numberOf = (mouth: Mouth): number => {
    const { source, name } = mouth;
    if (source === null) return firsts.push(mouth) - 1;
    const same = firsts.findIndex((first) => first.source !== null && isOneVoice(first, mouth));
    return same >= 0 ? same : firsts.push({ source, name }) - 1;
  };
  return mouths.map((mouth) => {
    const { source, name } = mouth;
    const key = source === null ? `outlet ${nameKey(name)}` : `source ${JSON.stringify([source.person, source.organisation, source.role])}`;
    const number = known.get(key) ?? numberOf(mouth);
    known.set(key, number);
    return number;
  });
}
