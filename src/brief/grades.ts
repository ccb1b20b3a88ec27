import { nameKey, sameName, type Reliability } from "../claims/index.ts";
import type { Told } from "./told.ts";

/** What a desk says of a source: its grade, or whose other name it is. */
export interface SourceGrade {
  name: string;
  reliability: Reliability | null;
  /** The name that it is another name of. */
  alias: string | null;
}

/** The reliability of a statement's source, by its person, body, role or outlet, in this order; null where nobody has graded it. */
export function reliabilityBy(grades: readonly SourceGrade[]): (told: Told, sourceName: string) => Reliability | null {
  const graded = grades.filter(({ reliability }) => reliability !== null);
  const aliases = grades.filter(({ alias }) => alias !== null);
  const realName = (name: string): string => aliases.find((one) => nameKey(one.name) === nameKey(name))?.alias ?? name;
  return ({ claim: { source } }, sourceName) => {
    for (const name of [source?.person, source?.organisation, source?.role, source === null ? sourceName : null]) {
      if (name == null) continue;
      const found = graded.find((one) => sameName(realName(one.name), realName(name)));
      if (found !== undefined) return found.reliability;
    }
    return null;
  };
}
