import { digestByOf, reporterOf, type BriefClaim, type StatedClaim, type Statement } from "../claims/index.ts";
import { edtfOfSaid } from "./occasion.ts";
import type { PlacedClaim } from "./view.ts";

/** A claim as statements are made of it. */
export const placedClaim = ({ id, claim, document, text }: BriefClaim): PlacedClaim => ({
  id, claim, document: { id: document.sha256, text, published: document.published, outlet: reporterOf(document), digestBy: digestByOf(document) },
});

/** Claims as the estimate takes them: each with the statement that it belongs to. */
export function statedClaims({ placed, statements }: { placed: readonly PlacedClaim[]; statements: readonly Statement[] }): StatedClaim[] {
  const statementOf = new Map(statements.flatMap((statement) => statement.claims.map((id) => [id, statement] as const)));
  return placed.map(({ id, claim, document }) => stated(id, claim as StatedClaim, document.published ?? null, statementOf.get(id)));
}

const stated = (id: string, claim: StatedClaim, published: string | null, statement: Statement | undefined): StatedClaim => ({
  ...claim, id, published, said: claim.said === null ? null : edtfOfSaid(claim.said, published ?? undefined), statement: statement?.id ?? id,
});
