import { reporterOf, type Brief, type BriefClaim } from "../../claims/index.ts";

/** Every name that a brief may use: those of its claims and documents, in small letters. Names may hold digits ("4th Division"). */
export function namesOf({ situation }: Pick<Brief, "situation">, claims: readonly BriefClaim[]): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (...all: readonly (string | null | undefined)[]): void => {
    for (const one of all) if (one) names.add(one.toLowerCase());
  };
  add(situation.force, situation.place);
  for (const { claim, document } of claims) {
    add(claim.source?.person, claim.source?.role, claim.source?.organisation, claim.force, claim.unitName, claim.place, claim.otherPlace, ...claim.via);
    add(document.outlet, reporterOf(document));
  }
  return names;
}
