import { Type, type Static } from "typebox";
import { Source } from "./claim.ts";

const id = (description: string) => Type.String({ minLength: 1, description });

/** What one rule found when two claims were laid side by side. */
export const Reason = Type.Object(
  {
    rule: id("Stable id of the rule."),
    weight: Type.Number({ description: "Log-odds (natural) that the finding adds; below zero it speaks against one statement." }),
    words: Type.Optional(Type.String({ description: "What was compared." })),
  },
  { additionalProperties: false },
);
export type Reason = Static<typeof Reason>;

/** Why two claims are taken for one statement. */
export const Link = Type.Object(
  {
    claims: Type.Tuple([id("A claim."), id("Another claim of the same statement.")]),
    score: Type.Number({ minimum: 0, maximum: 1, description: "Probability that both are one statement, by the rules' weights; 1 where a person said so." }),
    reasons: Type.Array(Reason),
  },
  { additionalProperties: false },
);
export type Link = Static<typeof Link>;

export const Statement = Type.Object(
  {
    id: id("Made from the id of the original claim."),
    claims: Type.Array(id("A claim's id."), { minItems: 1, description: "All claims that carry it, the original first, then from early to late." }),
    original: id("The claim that is earliest, or nearest to the origin."),
    links: Type.Array(Link, { description: "The links that hold it together: one fewer than it has claims." }),
    independent: Type.Boolean({ description: "Whether it can confirm another statement: false where nobody says who said it." }),
    said: Type.Union([Type.String(), Type.Null()], { description: "When it was said, as the most exact of its claims has it. EDTF (ISO 8601-2)." }),
    source: Type.Union([Source, Type.Null()], { description: "Who said it, as the fullest of its claims names them." }),
  },
  { additionalProperties: false, title: "Statement", description: "What one source said once, with all the claims that carry it" },
);
export type Statement = Static<typeof Statement>;

/** What a person said of two claims: one statement, or two. It outweighs every rule. */
export interface Decision {
  kind: "join" | "split";
  claims: readonly [string, string];
}
