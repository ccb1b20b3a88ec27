import { Type, type Static } from "typebox";
import { Compile } from "typebox/compile";
import { CLAIM_FIELDS, Claim, type Derivation } from "../claims/index.ts";
import { ClaimsRead } from "./entry-kinds.ts";

const { spans: _, ...said } = Claim.properties;
const { claims: { items: { properties: known } }, ...rest } = ClaimsRead.properties;
const closed = { additionalProperties: false };
const WithoutReasons = Type.Object({ ...rest, claims: Type.Array(Type.Object({ ...known, claim: Type.Object({ ...said, spans: Type.Object({}) }, closed) }, closed)) }, closed);

let checker: { Check: (value: unknown) => boolean } | null = null;

const isOffset = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;
const isDerivation = ({ rule, span, status }: Derivation): boolean =>
  typeof rule === "string" && rule !== "" && (status === "known" || status === "implied") && (span === null || (isOffset(span?.start) && isOffset(span?.end)));

function areReasons(spans: Claim["spans"]): boolean {
  let left = 0;
  for (const _key in spans) left += 1;
  for (const field of CLAIM_FIELDS) {
    const derivation = spans[field];
    if (derivation === undefined) continue;
    if (derivation === null || !isDerivation(derivation)) return false;
    left -= 1;
  }
  return left === 0;
}

/** Whether a body is what a reading writes. The schema says the same; of the reasons, fourteen to a claim, this finds it out several times as quickly. */
export function isReadingBody(body: unknown): body is Static<typeof ClaimsRead> {
  checker ??= Compile(WithoutReasons) as unknown as typeof checker;
  return checker?.Check(body) === true && (body as Static<typeof ClaimsRead>).claims.every(({ claim }) => areReasons(claim.spans));
}
