import type { Control, GrammarLexicon } from "../pack.ts";
import { PhraseTable, phrases, words } from "../phrases.ts";

const control = (id: string, rest: Omit<Control, "id">): Control => ({ id: `en/modal/${id}`, ...rest });

const WILL = control("will", { reality: "planned" });
const WOULD = control("would", { reality: "planned" });
const SHOULD = control("should", { reality: "planned", certainty: "probable" });
const MAY = control("may", { certainty: "possible" });
const CAN = control("can", { certainty: "possible", reality: "hypothetical" });
const MUST = control("must", { reality: "planned" });

const be = ["am", "is", "are", "was", "were", "be", "been", "being", "'re", "'m", "isn't", "aren't", "wasn't", "weren't"];
const have = ["have", "has", "had", "having", "'ve", "haven't", "hasn't", "hadn't"];
const doForms = ["do", "does", "did", "don't", "doesn't", "didn't"];

const DETERMINERS = words("the a an this that these those its their his her our my your some any each every both all no another such");

const PREPOSITIONS = words(
  `of in on at to from into onto for with without by about around near along across through over under between among against
   within inside outside off toward towards during since until till before after behind beyond above below per via despite amid
   including upon throughout beside alongside as like than`,
);

/** English function words: auxiliaries, prepositions, conjunctions and what bounds a clause. */
export const grammar: GrammarLexicon = {
  auxiliaries: new Map([
    ...be.map((word) => [word, "be"] as const),
    ...have.map((word) => [word, "have"] as const),
    ...doForms.map((word) => [word, "do"] as const),
  ]),
  finiteAuxiliaries: new Map([
    ...["am", "is", "are", "'re", "'m", "isn't", "aren't", "have", "has", "'ve", "haven't", "hasn't", "do", "does", "don't", "doesn't"].map((word) => [word, "present"] as const),
    ...["was", "were", "wasn't", "weren't", "had", "hadn't", "did", "didn't"].map((word) => [word, "past"] as const),
  ]),
  modals: new Map<string, Control>([
    ["will", WILL], ["'ll", WILL], ["shall", WILL], ["won't", WILL], ["would", WOULD], ["'d", WOULD], ["wouldn't", WOULD],
    ["should", SHOULD], ["shouldn't", SHOULD], ["may", MAY], ["might", MAY], ["could", control("could", { certainty: "possible", reality: "hypothetical" })], ["couldn't", CAN], ["can", CAN],
    ["cannot", CAN], ["can't", CAN], ["must", MUST],
  ]),
  to: words("to"),
  negators: new PhraseTable<true>(
    phrases(
      `not; never; n't; isn't; aren't; wasn't; weren't; haven't; hasn't; hadn't; don't; doesn't; didn't; won't; wouldn't; shouldn't; couldn't;
       can't; cannot; neither; nor; no longer; hardly; nobody; no one; none; nothing; yet to; not yet`,
      true,
    ),
  ),
  zero: new PhraseTable<true>(phrases("no; no such; not a single; not one; zero; without any; neither; not any; no new; nobody; no one; none; none of; not one of; neither of; not a single one of; no single; not even one; no more", true)),
  adverbs: words(
    `also already still now currently then later soon recently just only even further both again once yet ever always often meanwhile since
     each today here there abroad earlier together jointly so far far temporarily all largely mostly probably likely reportedly allegedly
     quietly not never about actually indeed perhaps maybe instead thus hence subsequently too initially first finally at least well apparently`,
  ),
  adverbEndings: ["ly"],
  noAdverbs: words("italy july sicily family assembly supply ally reply apply rely comply multiply monopoly thessaly philly kelly molly billy"),
  subordinators: new PhraseTable<"relative" | "condition" | "other">([
    ...phrases("which; who; whom; whose; where", "relative" as const),
    ...phrases("if; unless; provided; provided that; in case; should; whether; as long as; so long as; until; once; when", "condition" as const),
    ...phrases("although; though; while; whilst; whereas; because; after; before; since; as; so that; even though; even as; saying; adding; and that; but; however; meaning; despite", "other" as const),
  ]),
  coordinators: words("and or but nor"),
  prepositions: PREPOSITIONS,
  determiners: DETERMINERS,
  stops: new Set([
    ...PREPOSITIONS, ...DETERMINERS, ...be, ...have, ...doForms,
    ...words(
      `will would shall should can could may might must 'll 'd won't and or but nor if that which who whom whose where when while why how what whether
       although though because unless he she it they we i you him them us me there here not n't never said says say saying told
       then so however also already still now currently`,
    ),
  ]),
  pluperfect: words("had 'd hadn't"),
  objects: words("them him her us me"),
  everyone: words("all everyone everybody"),
  nobody: words("none nobody nothing"),
  fresh: words("a an another one some several other many few"),
  placeRelatives: words("where"),
  reporters: words("asked say ask as even know wonder only"),
  demonstratives: words("this these those that"),
  known: words("the this these those that both"),
  listing: words("and , or"),
  neither: words("neither"),
  groupOpeners: words(", and by that with including while as when but"),
  nameWords: words("of for and the 's '"),
  continuing: words("but and"),
  gerundTimes: words("after by since before"),
  gerundOpeners: words("while after before by and"),
  gerundLinks: words("by after before since while despite without against off"),
  subjectLinks: words("who which that and"),
  relatives: words("which who that"),
  groupRelatives: words("who which whose where"),
  of: words("of"),
  definite: words("the"),
  possessive: words("'s"),
  and: words("and"),
  not: words("not"),
  agent: words("by"),
};
